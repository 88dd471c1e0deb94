namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>A colour in sRGB.</summary>
public readonly record struct PdfColor(byte R, byte G, byte B)
{
    public static PdfColor Black => new(0, 0, 0);

    public static PdfColor White => new(255, 255, 255);

    /// <summary>The red of heads and seals of official documents.</summary>
    public static PdfColor SealRed => new(0xD9, 0x0B, 0x14);
}
