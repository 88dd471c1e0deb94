using System.Globalization;
using System.Text.RegularExpressions;
using HallSuite.Infrastructure.Documents;

namespace HallSuite.Tests.Pages;

/// <summary>The drawn path is read back into modules and held against what ISO/IEC 18004 fixes for every code.</summary>
public sealed partial class QrShapeTests
{
    private const int Quiet = 4;
    private const string Address = "https://hall.example.cn/portal/ticket/pw9pjJSNEP3S9eSdNhaTVQ";

    [Fact]
    public void Shape_HasFindersTimingAndAQuietZone()
    {
        var shape = QrShape.Of(Address);
        var dark = Modules(shape);
        var side = shape.Size - 2 * Quiet;

        Assert.Equal(1, side % 4); // 17 + 4 × version
        Assert.DoesNotContain(dark, m => m.X < Quiet || m.Y < Quiet || m.X >= Quiet + side || m.Y >= Quiet + side);
        foreach (var (left, top) in new[] { (0, 0), (side - 7, 0), (0, side - 7) })
        {
            for (var i = 0; i < 49; i++)
            {
                var (x, y) = (i % 7, i / 7);
                var ring = Math.Max(Math.Abs(x - 3), Math.Abs(y - 3));
                Assert.Equal(ring is 3 or 0 or 1, dark.Contains((Quiet + left + x, Quiet + top + y)));
            }
        }

        for (var i = 8; i < side - 8; i++)
        {
            Assert.Equal(i % 2 == 0, dark.Contains((Quiet + i, Quiet + 6)));
            Assert.Equal(i % 2 == 0, dark.Contains((Quiet + 6, Quiet + i)));
        }
    }

    [Fact]
    public void Shape_IsTheSameForTheSameText()
    {
        Assert.Equal(QrShape.Of(Address), QrShape.Of(Address));
        Assert.NotEqual(QrShape.Of(Address).Path, QrShape.Of(Address + "1").Path);
    }

    [Fact]
    public void Shape_NamesErrorCorrectionM()
    {
        var dark = Modules(QrShape.Of(Address));

        // The first two format bits, unmasked with 10 of 101010000010010: M is 00.
        var bits = new[] { dark.Contains((Quiet, Quiet + 8)), dark.Contains((Quiet + 1, Quiet + 8)) };
        Assert.Equal([true, false], bits);
    }

    private static HashSet<(int X, int Y)> Modules(QrShape shape) =>
    [
        .. Run().Matches(shape.Path).SelectMany(m => Enumerable.Range(Number(m, 1), Number(m, 3)).Select(x => (x, Number(m, 2)))),
    ];

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Run();
}
