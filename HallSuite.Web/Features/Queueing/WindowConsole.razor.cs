using System.Globalization;
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

/// <summary>
/// The clerk's console. Hall and window stand in the address; without a window it shows the one where the clerk sits, then the one this
/// browser showed last, then all to choose from.
/// </summary>
public partial class WindowConsole : HallPage
{
    /// <summary>The window shown last in a hall, by the hall's code.</summary>
    private const string WindowCookie = "hall-window-";

    private ActGuard guard = null!;
    private ConsoleView? view;
    private Error? problem;
    private ConsoleAct? asked;
    private (string? Hall, int? Window) shown;
    private RevealedVisitor? revealed;
    private IReadOnlyList<LaneLine> lanes = [];
    private IReadOnlyList<WindowAnswer> windows = [];

    [Inject]
    private IStringLocalizer<ConsoleText> T { get; set; } = null!;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [Inject]
    private ConsoleQueries Console { get; set; } = null!;

    [Inject]
    private QueueBoardQueries Board { get; set; } = null!;

    [Inject]
    private WindowListQueries WindowList { get; set; } = null!;

    [Inject]
    private ConsoleOperations Operations { get; set; } = null!;

    [Inject]
    private TimeProvider Clockwork { get; set; } = null!;

    /// <summary>There while the page is drawn for the first time, when the cookies can be read.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    [SupplyParameterFromQuery(Name = "window")]
    private string? WindowNumber { get; set; }

    /// <summary>Any value: all windows to choose from, wherever the clerk sits.</summary>
    [SupplyParameterFromQuery(Name = "choose")]
    private string? Choosing { get; set; }

    private int? AskedWindow => int.TryParse(WindowNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? DialogProblem => problem is null ? null : Errors.Of(problem);

    protected override void OnInitialized() => guard = new ActGuard(Clockwork);

    protected override string AddressIn(string hall) => HallUrls.WindowConsole(hall, AskedWindow);

    protected override async Task OnParametersSetAsync()
    {
        if (shown != (HallCode, AskedWindow))
        {
            (view, problem, asked, shown) = (null, null, null, (HallCode, AskedWindow));
        }

        await base.OnParametersSetAsync();
        if (Hall is { } hall && view is not null && AskedWindow is null && Choosing is null && (view.Window?.No ?? LastWindow(view)) is { } window)
        {
            Navigation.NavigateTo(HallUrls.WindowConsole(hall.Code, window), replace: true);
        }
    }

    protected override async Task<Error?> ReadHallAsync(HallEntry hall, CancellationToken cancel)
    {
        if ((await Console.ReadAsync(Actor, hall.Id, AskedWindow, cancel)).TryGet(out var read, out var refusal))
        {
            view = Choosing is null || AskedWindow is not null ? read : read with { Window = null };
            await ReadIntakeAsync(hall, cancel);
        }

        return refusal;
    }

    // A window that was taken away since, or where somebody else sits now, is not offered again.
    private int? LastWindow(ConsoleView at) =>
        int.TryParse(Request?.Request.Cookies[WindowCookie + at.HallCode], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && at.Seats.Any(s => s.No == number && !s.Taken) ? number : null;

    /// <summary>Every button and key of the console ends here; what needs an answer first opens its dialog.</summary>
    private async Task ActAsync(ConsoleAct act)
    {
        if (view is not { Window: { } window } at)
        {
            return;
        }

        if (act is ConsoleAct.PauseWindow or ConsoleAct.Reveal || (act is ConsoleAct.Transfer && await ReadTargetsAsync(at.Hall)))
        {
            (asked, problem, revealed) = (act, null, null);
            return;
        }

        if (Operations.Of(act, at.Hall, window.No, at.Current?.Id) is { } run)
        {
            await RunAsync(act.ToString(), run);
        }
    }

    private Task ResumeAsync(ConsoleBack back) => RunAsync($"Resume {back.Number}", (actor, cancel) => Operations.ResumeAsync(view!.Hall, back.Id, view.Window!.No, actor, cancel));

    private Task RejoinAsync(ConsoleBack back) => RunAsync($"Rejoin {back.Number}", (actor, cancel) => Operations.RejoinAsync(view!.Hall, back.Id, actor, cancel));

    private Task PauseAsync((PauseReason Reason, string? Note) why) =>
        RunAsync(nameof(ConsoleAct.PauseWindow), (actor, cancel) => Operations.PauseAsync(view!.Hall, view.Window!.No, why.Reason, why.Note, actor, cancel), closes: true);

    private Task TransferAsync((string Lane, int? Window) to) =>
        RunAsync(nameof(ConsoleAct.Transfer), (actor, cancel) => Operations.TransferAsync(view!.Hall, view.Current!.Id, to.Lane, to.Window, actor, cancel), closes: true);

    private Task RevealAsync(string reason) => RunAsync(nameof(ConsoleAct.Reveal), async (actor, cancel) =>
    {
        var found = await Operations.RevealAsync(view!.Hall, view.Current!.Id, reason, actor, cancel);
        revealed = found.TryGet(out var visitor, out var refused) ? visitor : null;
        return refused;
    });

    /// <summary>One act at a time, once per press; a refusal stays on the page until it is read or the next act succeeds.</summary>
    private async Task RunAsync(string act, ConsoleRun run, bool closes = false)
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

        if (closes && problem is null)
        {
            asked = null;
        }

        await RefreshAsync();
    }

    private async Task<bool> ReadTargetsAsync(HallId at)
    {
        lanes = await Board.ReadLanesAsync(at, CancellationToken.None);
        windows = await WindowList.ReadAsync(at, CancellationToken.None);
        return true;
    }

    private void Leave() => (asked, problem, revealed) = (null, null, null);
}
