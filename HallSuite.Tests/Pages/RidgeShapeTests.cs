using System.Globalization;
using System.Text.RegularExpressions;
using HallSuite.Web.Shared.Controls;

namespace HallSuite.Tests.Pages;

public sealed partial class RidgeShapeTests
{
    private static readonly RidgeBox Box = new(0, 200, 1000, 150);

    [Fact]
    public void NoNumbers_DrawNothing()
    {
        Assert.Equal("", RidgeShape.Area([], 10, 5, Box));
        Assert.Equal("", RidgeShape.Line([], 10, 5, Box));
        Assert.Equal("", RidgeShape.Line([4], 10, 5, Box));
    }

    [Fact]
    public void OneNumber_IsALevelOverTheWholeWidth()
    {
        var points = RidgeShape.Points([5], 10, 1, Box, 0, 0);
        Assert.Equal([(0d, 125d), (1000d, 125d)], points);
        Assert.EndsWith("L1000 200Z", RidgeShape.Area([5], 10, 1, Box), StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyZeros_LieOnTheGround()
    {
        var path = RidgeShape.Area([0, 0, 0, 0], RidgeShape.Highest([[0, 0, 0, 0]]), 4, Box);
        Assert.All(Numbers(path), pair => Assert.Equal(200, pair.Y));
    }

    [Fact]
    public void NegativeAndMissingNumbers_StandOnTheGround()
    {
        var points = RidgeShape.Points([-5, double.NaN, double.PositiveInfinity, 3], 10, 4, Box, 0, 0);
        Assert.Equal([200d, 200d, 200d, 155d], points.Select(point => point.Y));
    }

    [Fact]
    public void TheCurve_StaysBetweenItsNeighbours()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            double[] values = [.. Enumerable.Range(0, random.Next(2, 40)).Select(_ => random.Next(4) == 0 ? 0 : Math.Round(random.NextDouble() * 90))];
            var points = RidgeShape.Points(values, 90, values.Length, Box, 0, 0);
            var drawn = Numbers(RidgeShape.Line(values, 90, values.Length, Box)).Skip(1).Chunk(3).ToArray();
            Assert.Equal(values.Length - 1, drawn.Length);
            for (var i = 0; i < drawn.Length; i++)
                for (var part = 0d; part <= 1; part += .1)
                {
                    var y = Cubic(points[i].Y, drawn[i][0].Y, drawn[i][1].Y, points[i + 1].Y, part);
                    Assert.InRange(y, Math.Min(points[i].Y, points[i + 1].Y) - .2, Math.Max(points[i].Y, points[i + 1].Y) + .2);
                }
        }
    }

    [Fact]
    public void TheSameNumbers_GiveTheSamePath()
    {
        double[] values = [1, 4, 9, 2, 0, 7];
        Assert.Equal(RidgeShape.Area(values, 9, 6, Box), RidgeShape.Area([.. values], 9, 6, Box));
        Assert.Equal(RidgeShape.Scenery, RidgeShape.Scenery);
    }

    [Fact]
    public void PartOfADay_StopsWhereItsNumbersStop()
    {
        var path = Numbers(RidgeShape.Line([1, 2, 3], 3, 11, Box));
        Assert.Equal(200, path[^1].X);
        Assert.Equal(200, Numbers(RidgeShape.Line([3, 1], 3, 11, Box, firstSlot: 2))[0].X);
    }

    [Fact]
    public void Paths_AreWrittenWithPointsInEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.DoesNotContain(',', RidgeShape.Area([1, 2.5, 3.3], 7, 3, Box));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Scenery_HasFiveRidgesAboveTheGround()
    {
        Assert.Equal(5, RidgeShape.Scenery.Count);
        Assert.All(RidgeShape.Scenery, ridge => Assert.All(ridge, value => Assert.InRange(value, 0, 120)));
    }

    private static double Cubic(double a, double b, double c, double d, double t) =>
        (1 - t) * (1 - t) * (1 - t) * a + 3 * (1 - t) * (1 - t) * t * b + 3 * (1 - t) * t * t * c + t * t * t * d;

    private static List<(double X, double Y)> Numbers(string path) =>
        [.. Pair().Matches(path).Select(match => (Parse(match.Groups[1].Value), Parse(match.Groups[2].Value)))];

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Pair();
}
