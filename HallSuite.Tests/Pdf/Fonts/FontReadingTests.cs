using System.Buffers.Binary;
using System.Text;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Fonts;

/// <summary>Font files as the world has them: collections, old maps of characters, outlines with programs for screens.</summary>
public sealed class FontReadingTests
{
    [Fact]
    public async Task AnExtraFile_DrawsWhatNoShippedFontHas()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "own.ttf");
        File.WriteAllBytes(file, SmallFont.Of((new Rune(0x30000), new Rune('政'))));
        var book = new FontBook(new FontOptions { Extra = [file] });
        var output = new MemoryStream();
        using var writer = new PdfWriter(output, Paper.Info, book, new PdfWriting());
        writer.BeginPage(Paper.Width, Paper.Height)
            .Glyphs([book.Find(FontStyle.Kai, new Rune('王')), book.Find(FontStyle.Kai, new Rune(0x30000))], 60, 100, 12, PdfColor.Black);
        writer.Finish();
        Assert.Equal("王\U00030000", (await Paper.TextAsync(output.ToArray())).Trim());
    }

    [Fact]
    public void Read_ACollection_TakesItsFirstFont()
    {
        var face = FontFace.Read("own.ttc", SmallFont.Collection(SmallFont.Of("政务")));
        Assert.True(face.TryFind(new Rune('务'), out var glyph));
        Assert.Equal(1, glyph.Advance, 3);
        Assert.False(face.TryFind(new Rune('大'), out _));
    }

    [Fact]
    public void Read_AMapOfFormat4_FindsByDeltaAndByTable()
    {
        // Segments A–C by a delta to 10–12, 政–敀 by a table to 21, none, 23; the last segment is the format's own end mark.
        ushort[] ends = ['C', 0x653F + 2, 0xFFFF], starts = ['A', 0x653F, 0xFFFF], deltas = [unchecked((ushort)(10 - 'A')), 1, 1], offsets = [0, 4, 0], table = [20, 0, 22];
        var map = new List<byte> { 0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 46, 0, 0, 0, 6, 0, 4, 0, 1, 0, 2 };
        foreach (var value in (ushort[])[.. ends, 0, .. starts, .. deltas, .. offsets, .. table])
        {
            map.AddRange([(byte)(value >> 8), (byte)value]);
        }

        var read = CharacterMap.Read(new FontBytes(map.ToArray()), glyphs: 100);
        Assert.Equal([10, 11, 12, 0, 21, 0, 23, 0], new[] { 'A', 'B', 'C', 'D', '政', (char)0x6540, (char)0x6541, (char)0x6542 }.Select(c => (int)read[c]));
    }

    [Fact]
    public void WithoutInstructions_ASimpleGlyph_KeepsItsShapeAlone()
    {
        byte[] outline = [0, 1, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0, 0, 3, 0xA1, 0xA2, 0xA3, 0x01, 5, 6];
        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0, 0, 0, 0x01, 5, 6], Outlines(outline).WithoutInstructions(0));
    }

    [Fact]
    public void WithoutInstructions_ACompositeGlyph_KeepsItsPartsAlone()
    {
        // Two parts: word arguments and more to follow; byte arguments, a scale and a program.
        byte[] outline = [0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0x21, 0, 7, 0, 1, 0, 2, 0x01, 0x08, 0, 8, 1, 2, 0x40, 0, 0, 2, 0xA1, 0xA2];
        var plain = Outlines(outline).WithoutInstructions(0);
        Assert.Equal([0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0x21, 0, 7, 0, 1, 0, 2, 0x00, 0x08, 0, 8, 1, 2, 0x40, 0], plain);
        Assert.Equal([7, 8], GlyphOutlines.ComponentsOf(new FontBytes(plain)).Select(at => (int)BinaryPrimitives.ReadUInt16BigEndian(plain.AsSpan(at))));
    }

    [Fact]
    public void ASubset_BringsThePartsOfItsCompositeGlyphs()
    {
        var subset = new FontSubset(FontBook.Shipped.Face(FontStyle.Song));
        subset.NumberOf(FontBook.Shipped.Find(FontStyle.Song, new Rune('☑')));
        var maxp = FontTables.Read(subset.ToFile())["maxp"];

        // The missing-character mark, ☑, its box and its tick.
        Assert.Equal(4, maxp.UInt16(4));
    }

    [Theory]
    [InlineData("OTTO", "its outlines are CFF; TrueType outlines are needed")]
    [InlineData("wOFF", "it is no TrueType font")]
    public void Read_AnotherKindOfFont_SaysWhatItIs(string start, string why)
    {
        var file = SmallFont.Of("政");
        Encoding.ASCII.GetBytes(start, file);
        var fault = Assert.Throws<PdfException>(() => FontFace.Read("/fonts/own.otf", file));
        Assert.Equal("document.font-unusable", fault.Error.Code);
        Assert.Equal(["own.otf", why], fault.Error.Arguments);
    }

    private static GlyphOutlines Outlines(byte[] outline)
    {
        byte[] loca = [0, 0, 0, 0, 0, 0, 0, (byte)outline.Length];
        return new GlyphOutlines(new FontBytes(loca), new FontBytes(outline), 1, longOffsets: true);
    }
}
