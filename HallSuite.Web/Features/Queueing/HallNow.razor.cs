using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Features.Queueing;

/// <summary>The hall at this moment: who waits where, and every window. Managers open, pause and close windows here.</summary>
public partial class HallNow : HallPage
{
    private ActGuard guard = null!;
    private HallOverview? view;
    private Error? problem;
    private int? pausing;
    private bool taking;
    private TakenTicket? taken;

    [Inject]
    private IStringLocalizer<ConsoleText> T { get; set; } = null!;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [Inject]
    private HallOverviewQueries Overview { get; set; } = null!;

    [Inject]
    private TakeTicket Take { get; set; } = null!;

    [Inject]
    private ConsoleOperations Operations { get; set; } = null!;

    [Inject]
    private TimeProvider Clockwork { get; set; } = null!;

    // Clerks operate their own window at the console.
    private bool MayOperate => Shell is { } shell && shell.May(Permission.OperateWindow) && !shell.May(Permission.CallTickets);

    private bool MayTake => Shell?.May(Permission.TakeTicket) == true;

    private bool MayOverride => Shell?.May(Permission.OverrideIdentityCheck) == true;

    private string Summary => view!.LongestWaitMinutes is { } longest
        ? T["HallSummary", view.Waiting, Clock.Duration(TimeSpan.FromMinutes(longest)), OpenCount(view.Windows), view.Windows.Count()]
        : T["HallSummaryEmpty", OpenCount(view.Windows), view.Windows.Count()];

    protected override void OnInitialized() => guard = new ActGuard(Clockwork);

    protected override string AddressIn(string hall) => HallUrls.HallOverview(hall);

    protected override async Task<Error?> ReadHallAsync(HallEntry hall, CancellationToken cancel)
    {
        if ((await Overview.ReadAsync(Actor, hall.Id, cancel)).TryGet(out var read, out var refusal))
        {
            view = read;
        }

        return refusal;
    }

    private string FloorCount(OverviewFloor floor) => T["FloorOpen", OpenCount(floor.Windows), floor.Windows.Count];

    private string LaneLine(OverviewLane lane) => (lane.Open, lane.Line.OpenWindows) switch
    {
        (false, var windows) => T["LaneClosed", windows],
        (true, 0) => T["LaneWithoutWindow"],
        (true, var windows) => T["LaneOpen", windows, Clock.Wait(lane.Line.Wait.P10, lane.Line.Wait.P90)],
    };

    private static int OpenCount(IEnumerable<OverviewWindow> windows) => windows.Count(w => w.State == WindowState.Open);

    private Task ActAsync(int window, ConsoleAct act)
    {
        if (act == ConsoleAct.PauseWindow)
        {
            (pausing, problem) = (window, null);
            return Task.CompletedTask;
        }

        return Operations.Of(act, Hall!.Id, window, ticket: null) is { } run ? RunAsync($"{act} {window}", run) : Task.CompletedTask;
    }

    private async Task PauseAsync((PauseReason Reason, string? Note) why)
    {
        var window = pausing!.Value;
        await RunAsync($"Pause {window}", (actor, cancel) => Operations.PauseAsync(Hall!.Id, window, why.Reason, why.Note, actor, cancel));
        pausing = problem is null ? null : pausing;
    }

    private Task TakeAsync(TakeTicket.Command command) => RunAsync("TakeNumber", async (actor, cancel) =>
        (await Take.ExecuteAsync(command, actor, cancel)).TryGet(out taken, out var refusal) ? null : refusal);

    private async Task RunAsync(string act, ConsoleRun run)
    {
        if (!guard.TryBegin(act))
        {
            return;
        }

        try
        {
            problem = await run(Actor, CancellationToken.None);
        }
        finally
        {
            guard.End();
        }

        await RefreshAsync();
    }
}
