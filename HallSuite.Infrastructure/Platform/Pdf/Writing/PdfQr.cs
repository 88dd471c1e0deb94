using QRCoder;

namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>QR codes as paths: sharp at any size, read back from paper that was folded once (error correction M).</summary>
public static class PdfQr
{
    /// <summary>The dark modules as one path, to be filled black on white paper. The quiet zone of four modules is part of the square.</summary>
    /// <param name="text">What is read from it, as UTF-8: at most 2,331 bytes.</param>
    /// <param name="size">The side of the square in points, quiet zone included.</param>
    public static PdfPathStep[] Path(string text, double x, double y, double size)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var matrix = code.ModuleMatrix;
        var module = size / matrix.Count;
        var steps = new List<PdfPathStep>();
        for (var row = 0; row < matrix.Count; row++)
        {
            for (var from = 0; from < matrix.Count; from++)
            {
                if (!matrix[row][from])
                    continue;

                var to = from;
                while (to + 1 < matrix.Count && matrix[row][to + 1])
                {
                    to++;
                }

                steps.Add(PdfPathStep.Rectangle(x + from * module, y + row * module, (to + 1 - from) * module, module));
                from = to;
            }
        }

        return [.. steps];
    }
}
