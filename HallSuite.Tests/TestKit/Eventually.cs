namespace HallSuite.Tests.TestKit;

/// <summary>Waits for a condition instead of for a time; a test that would wait for ever fails.</summary>
public static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));

    public static Task HoldsAsync(Func<Task<bool>> condition) => HoldsAsync(condition, Longest);

    /// <param name="longest">Where much is done until then.</param>
    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan longest)
    {
        using var patience = new CancellationTokenSource(longest);
        while (!await condition())
        {
            Assert.False(patience.IsCancellationRequested, $"The condition did not come true within {longest.TotalSeconds} s.");
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
