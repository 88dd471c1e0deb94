using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Says what an uploaded file is by its own first bytes. What its name or its sender claim counts for nothing.</summary>
public static class ScanFile
{
    /// <summary>A page of 600 dots an inch is smaller.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    public const int MostMegabytes = MostBytes / (1024 * 1024);

    private static readonly (ScanKind Kind, byte[] Beginning)[] Known =
    [
        (ScanKind.Pdf, "%PDF-"u8.ToArray()),
        (ScanKind.Png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (ScanKind.Jpeg, [0xFF, 0xD8, 0xFF]),
    ];

    /// <summary>The kind, or <c>case.scan-too-large</c>, <c>case.scan-type-unknown</c>.</summary>
    public static Result<ScanKind> KindOf(ReadOnlySpan<byte> content)
    {
        if (content.Length > MostBytes)
        {
            return CaseErrors.ScanTooLarge(MostMegabytes);
        }

        foreach (var (kind, beginning) in Known)
        {
            if (content.StartsWith(beginning))
            {
                return kind;
            }
        }

        return CaseErrors.ScanTypeUnknown;
    }

    /// <summary>As a browser is told it.</summary>
    public static string MediaTypeOf(ScanKind kind) => kind switch
    {
        ScanKind.Pdf => "application/pdf",
        ScanKind.Png => "image/png",
        ScanKind.Jpeg => "image/jpeg",
    };

    public static string EndingOf(ScanKind kind) => kind switch
    {
        ScanKind.Pdf => ".pdf",
        ScanKind.Png => ".png",
        ScanKind.Jpeg => ".jpg",
    };
}
