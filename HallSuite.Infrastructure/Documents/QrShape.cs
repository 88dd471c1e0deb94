using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace HallSuite.Infrastructure.Documents;

/// <summary>
/// A QR code as one SVG path in units of a module, for pages and paper alike: <c>viewBox="0 0 Size Size"</c>, filled black on white. The quiet
/// zone of four modules that readers need is part of the size. Error correction M: a fold or a finger on the paper is survived.
/// </summary>
/// <param name="Size">Modules from edge to edge, the quiet zone included.</param>
/// <param name="Path">Each dark run of a row as one rectangle; the same text always gives the same path.</param>
public sealed record QrShape(int Size, string Path)
{
    /// <param name="text">What is read from it, as UTF-8: at most 2,331 bytes.</param>
    public static QrShape Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            AppendRow(path, code.ModuleMatrix[y], y);
        }

        return new QrShape(code.ModuleMatrix.Count, path.ToString());
    }

    private static void AppendRow(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Length; x++)
        {
            if (!row[x])
            {
                continue;
            }

            var from = x;
            while (x + 1 < row.Length && row[x + 1])
            {
                x++;
            }

            path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x + 1 - from}v1h-{x + 1 - from}z");
        }
    }
}
