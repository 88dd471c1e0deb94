using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Hosting;
using HallSuite.Web.Shared.Looks;

namespace HallSuite.Web.Portal;

/// <summary>Prints a visitor's ticket as it stands now, for whoever would rather carry paper.</summary>
public sealed class TicketPapers(PaperPress press, HallFrontQueries fronts, QueueBoardQueries board, WindowListQueries windows, PublicUrl address)
{
    public async Task<byte[]> PrintAsync(TicketPage page, string code, CancellationToken cancel)
    {
        var rejoins = (await fronts.FindAsync(page.HallCode, cancel)).TryGet(out var front, out _) ? front.Rejoins : 0;
        var served = (await board.ReadLanesAsync(page.Hall, cancel)).Any(l => l.Lane == page.Lane && l.OpenWindows > 0);
        var lines = (await windows.ReadAsync(page.Hall, cancel)).Where(w => w.State != WindowState.Closed && w.Lanes.Contains(page.Lane))
            .GroupBy(w => w.Floor).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} 楼 {WaitWords.Runs(g.Select(w => w.No), "、")} 号窗口"));
        var taken = HallTime.Local(page.TimeZone, page.TakenAt);
        var paper = new QueueTicketPaper(
            page.HallName, page.Number, page.LaneName, page.LaneNameEn, page.Ahead, served && page.Wait is { } wait ? WaitWords.Minutes(wait) : "", [.. lines],
            TimeOnly.FromDateTime(taken), RulesOf(rejoins), address.Of(HallUrls.Ticket(code)));
        using var output = new MemoryStream();
        press.Print(paper, new PaperMarks(null, DateOnly.FromDateTime(taken), null, Sample: false), output, cancel);
        return output.ToArray();
    }

    private static string RulesOf(int rejoins) =>
        rejoins > 0 ? string.Create(CultureInfo.InvariantCulture, $"过号后可以到窗口申请返回排队，最多 {rejoins} 次。") : "过号后请重新取号。";
}
