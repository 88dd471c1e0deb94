using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>Section <c>Fonts</c>: the operator's own licensed fonts, as TrueType files. Their licence must allow embedding.</summary>
public sealed class FontOptions
{
    /// <summary>A file for 仿宋, for example simfang.ttf; empty: the shipped 宋 stands in.</summary>
    public string FangSong { get; set; } = "";

    /// <summary>A file for 小标宋, for example FZXBSJW.TTF; empty: the shipped bold 宋 stands in.</summary>
    public string XiaoBiaoSong { get; set; } = "";

    /// <summary>Files that are asked, in this order, for characters that no shipped font has.</summary>
    public string[] Extra { get; set; } = [];

    /// <summary>Where the shipped fonts lie; empty: the folder <c>fonts</c> beside the program.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Nothing is set: the shipped fonts, where they lie beside the program.</summary>
    internal bool NamesNone => FangSong.Length == 0 && XiaoBiaoSong.Length == 0 && Extra.Length == 0 && Folder.Length == 0;
}

/// <summary>Opens every file before the program starts: a missing font must not be found out by the first notice of the day.</summary>
internal sealed class FontOptionsRules : IValidateOptions<FontOptions>
{
    public ValidateOptionsResult Validate(string? name, FontOptions options)
    {
        var faults = new List<string>();
        foreach (var (setting, file) in OwnFiles(options))
        {
            if (!File.Exists(file))
            {
                faults.Add($"{setting} names {file}, which is not there.");
                continue;
            }

            try
            {
                _ = FontFace.Read(file, File.ReadAllBytes(file));
            }
            catch (PdfException fault)
            {
                faults.Add($"{setting} names {file}, which cannot be embedded: {fault.Error.Arguments[1]}.");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add($"{setting} names {file}, which cannot be read: {fault.Message}");
            }
        }

        faults.AddRange(FontBook.ShippedFiles(options).Where(f => !File.Exists(f)).Select(f => $"The program's font {f} is not there; Fonts:Folder says where the shipped fonts lie."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<(string Setting, string File)> OwnFiles(FontOptions options)
    {
        if (options.FangSong.Length > 0)
            yield return ("Fonts:FangSong", options.FangSong);
        if (options.XiaoBiaoSong.Length > 0)
            yield return ("Fonts:XiaoBiaoSong", options.XiaoBiaoSong);
        foreach (var (file, i) in options.Extra.Select((f, i) => (f, i)))
        {
            yield return ($"Fonts:Extra:{i}", file);
        }
    }
}
