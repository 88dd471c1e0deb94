using HallSuite.Web.Text;

namespace HallSuite.Tests.Pages;

/// <summary>Rows of a file as people name them.</summary>
public sealed class RowRangesTests
{
    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 98 }, "98")]
    [InlineData(new[] { 98, 269, 270, 271, 273 }, "98, 269–271, 273")]
    [InlineData(new[] { 2, 3 }, "2–3")]
    public void Neighbours_AreOneRange(int[] rows, string told) => Assert.Equal(told, RowRanges.Of(rows));
}
