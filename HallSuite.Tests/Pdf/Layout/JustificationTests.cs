using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>How lines are spread. Characters are 10 points wide.</summary>
public sealed class JustificationTests
{
    [Fact]
    public void AFullLine_ReachesBothEdges_WithEqualGaps()
    {
        var places = Places("一二三四五六七八九十一二三", 107, out _);
        Assert.Equal(107, places[^1], 3);
        Assert.Equal(10 + (7 / 9.0), places[1], 3);
    }

    [Fact]
    public void TheLastLineOfAParagraph_IsNotSpread() => Assert.Equal(30, Places("一二三", 107, out _)[^1], 3);

    [Fact]
    public void AWord_IsNotSpreadInside()
    {
        var places = Places("一二Wordy三四五六七八九十", 107, out var set);
        var word = set.Clusters[2..6].ToArray().Select(c => c.Width);
        Assert.Equal(word.Select(w => Math.Round(w, 3)), Enumerable.Range(2, 4).Select(i => Math.Round(places[i + 1] - places[i], 3)));
    }

    [Fact]
    public void ALineThatWouldNeedWideGaps_StaysRagged()
    {
        var places = Places("一二Incomprehensibilities", 110, out _);
        Assert.True(places[^1] < 60);
        Assert.True(places[1] <= 10 + (10 * Justification.WidestGap) + 0.001);
    }

    [Fact]
    public void APairedMark_IsNotSpreadInside()
    {
        var places = Places("一二三——四五六七八九十一", 107, out var set);
        Assert.Equal(set.Clusters[3].Width, places[4] - places[3], 3);
    }

    [Fact]
    public void SpacesBetweenWords_GrowAtMostByHalfAnEm()
    {
        var places = Places("ab cd efghijklmnopqrstuvwxyzabc", 100, out var set);
        Assert.Equal(set.Clusters[2].Width + 5, places[3] - places[2], 3);
    }

    private static double[] Places(string text, double measure, out TypesetText set)
    {
        set = Typesetter.Set(FontBook.Shipped, [new StyledText(text, ResolvedStyle.Of(new TextStyle().Size(10)), false)]);
        return Justification.Place(set.Clusters, new LineBreaker(set.Clusters, measure, 0).Break()[0], measure, spread: true);
    }
}
