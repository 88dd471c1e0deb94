using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;

namespace HallSuite.Web.Screens;

/// <summary>Which of the last calls a wall still shows.</summary>
internal static class WallCalls
{
    // A hall that is open past midnight goes on showing what it called before.
    private static readonly TimeSpan StillRecent = TimeSpan.FromHours(2);

    /// <summary>Today's, the newest first; a number that was called again stands where it was called last, and only there.</summary>
    public static IEnumerable<CallLine> Of(QueueBoard board)
    {
        var today = HallTime.Local(board.TimeZone, board.At).Date;
        return board.Calls.Where(c => board.At - c.At < StillRecent || HallTime.Local(board.TimeZone, c.At).Date == today).DistinctBy(c => c.Number);
    }
}
