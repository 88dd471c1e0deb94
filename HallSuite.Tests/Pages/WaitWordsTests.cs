using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Shared.Looks;

namespace HallSuite.Tests.Pages;

public sealed class WaitWordsTests
{
    [Theory]
    [InlineData(21, 24, 28, "20–30")]
    [InlineData(0, 0, 0, "0–5")]
    [InlineData(62, 70, 81, "60–90")]
    public void Minutes_AreRoundedOutwards(int p10, int p50, int p90, string text) => Assert.Equal(text, WaitWords.Minutes(new WaitRange(p10, p50, p90)));

    [Theory]
    [InlineData(new[] { 12, 10, 11, 3 }, "3、10–12")]
    [InlineData(new[] { 5 }, "5")]
    [InlineData(new[] { 2, 2, 1 }, "1–2")]
    [InlineData(new int[0], "")]
    public void Runs_OfNumbers(int[] numbers, string text) => Assert.Equal(text, WaitWords.Runs(numbers, "、"));

    [Fact]
    public void Usual_IsTheLaneOfTheMiddlePerson()
    {
        var lanes = new[] { Lane("A", waiting: 2, windows: 3, p50: 5), Lane("B", waiting: 20, windows: 1, p50: 40), Lane("C", waiting: 1, windows: 1, p50: 90) };

        Assert.Equal(40, WaitWords.Usual(lanes)?.P50);
    }

    [Fact]
    public void Usual_LeavesOutWhatNobodyServes()
    {
        Assert.Equal(5, WaitWords.Usual([Lane("A", waiting: 0, windows: 1, p50: 5), Lane("B", waiting: 50, windows: 0, p50: 300)])?.P50);
        Assert.Null(WaitWords.Usual([Lane("B", waiting: 50, windows: 0, p50: 300)]));
        Assert.Null(WaitWords.Usual([]));
    }

    private static LaneLine Lane(string lane, int waiting, int windows, int p50) => new(lane, lane, lane, waiting, windows, new WaitRange(p50, p50, p50));
}
