using System.IO.Compression;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>
/// All fonts of the program: for each character the first font that has it, in the order style, 宋, rare characters, operator's files. One for the
/// process, safe for any number of threads; a font is read when the first character asks for it, the 30 MB of rare characters only for one of those.
/// </summary>
public sealed class FontBook
{
    private static readonly Lazy<FontBook> ShippedAlone = new(() => new FontBook(new FontOptions()));

    private static readonly string[] Names = ["HallSong", "HallHei", "HallKai", "HallBiaoSong", "HallRare"];

    private readonly Lazy<FontFace> song;
    private readonly Lazy<FontFace> hei;
    private readonly Lazy<FontFace> kai;
    private readonly Lazy<FontFace> fangSong;
    private readonly Lazy<FontFace> xiaoBiaoSong;
    private readonly Lazy<FontFace> rare;
    private readonly Lazy<FontFace>[] extra;

    /// <exception cref="PdfException"><c>document.font-missing</c>: a file is not there. What is in it is looked at when it is first needed.</exception>
    public FontBook(FontOptions options)
    {
        song = ShippedFont(options, "HallSong");
        hei = ShippedFont(options, "HallHei");
        kai = ShippedFont(options, "HallKai");
        rare = ShippedFont(options, "HallRare");
        fangSong = options.FangSong.Length == 0 ? song : OwnFont(options.FangSong);
        xiaoBiaoSong = options.XiaoBiaoSong.Length == 0 ? ShippedFont(options, "HallBiaoSong") : OwnFont(options.XiaoBiaoSong);
        extra = [.. options.Extra.Select(OwnFont)];
    }

    /// <summary>The shipped fonts without any of the operator's.</summary>
    public static FontBook Shipped => ShippedAlone.Value;

    /// <summary>The fonts that the options name; without any of the operator's the shipped ones, which a process unpacks once.</summary>
    public static FontBook Of(FontOptions options) => options.NamesNone ? Shipped : new FontBook(options);

    internal bool RareIsLoaded => rare.IsValueCreated;

    /// <summary>
    /// The character in its style, or in the next font that has it. An old private character is answered as the one it means, lest a document
    /// show one thing and read back as another.
    /// </summary>
    /// <exception cref="PdfException"><c>document.no-glyph</c>: no font has it. Or <c>document.font-unusable</c>: a font file is damaged.</exception>
    public FontGlyph Find(FontStyle style, Rune rune)
    {
        rune = new Rune(LegacyCharacters.Meant(rune.Value));
        var own = Of(style);
        if (own.Value.TryFind(rune, out var glyph) || (own != song && song.Value.TryFind(rune, out glyph)) || (IsRare(rune) && rare.Value.TryFind(rune, out glyph)))
            return glyph;

        foreach (var file in extra)
        {
            if (file.Value.TryFind(rune, out glyph))
                return glyph;
        }

        throw new PdfException(PdfErrors.NoGlyph($"U+{rune.Value:X4}", rune.ToString()));
    }

    /// <summary>The font of a style itself, for its measures.</summary>
    public FontFace Face(FontStyle style) => Of(style).Value;

    internal static IEnumerable<string> ShippedFiles(FontOptions options) =>
        Names.Select(name => FileOf(options, name));

    /// <summary>What the rare pack holds: Extensions B to F. Anything else must not load it.</summary>
    private static bool IsRare(Rune rune) => rune.Value is >= 0x20000 and <= 0x2EBEF;

    private static string FileOf(FontOptions options, string name) =>
        Path.Combine(options.Folder.Length > 0 ? options.Folder : Path.Combine(AppContext.BaseDirectory, "fonts"), $"{name}.ttf.br");

    private static Lazy<FontFace> ShippedFont(FontOptions options, string name)
    {
        var file = Present(FileOf(options, name));
        return new Lazy<FontFace>(() => FontFace.Read(file, Guarded(file, Unpack)));
    }

    private static Lazy<FontFace> OwnFont(string file)
    {
        Present(file);
        return new Lazy<FontFace>(() => FontFace.Read(file, Guarded(file, f => File.ReadAllBytes(f))));
    }

    private static string Present(string file) => File.Exists(file) ? file : throw new PdfException(PdfErrors.FontMissing(file));

    private static ReadOnlyMemory<byte> Unpack(string file)
    {
        using var packed = File.OpenRead(file);
        using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
        var font = new MemoryStream(checked((int)(packed.Length * 5 / 2)));
        unpacking.CopyTo(font);
        return font.GetBuffer().AsMemory(0, (int)font.Length);
    }

    private static ReadOnlyMemory<byte> Guarded(string file, Func<string, ReadOnlyMemory<byte>> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException or InvalidDataException)
        {
            throw new PdfException(PdfErrors.FontUnusable(Path.GetFileName(file), fault.Message), fault);
        }
    }

    private Lazy<FontFace> Of(FontStyle style) => style switch
    {
        FontStyle.Song => song,
        FontStyle.Hei => hei,
        FontStyle.Kai => kai,
        FontStyle.FangSong => fangSong,
        FontStyle.XiaoBiaoSong => xiaoBiaoSong,
    };
}
