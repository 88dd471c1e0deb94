using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Features.Approval;

/// <summary>
/// What waits for a reviewer or for the head of a department: parts with their counts, the first due first, one case beside the list. New cases of the own
/// departments appear by themselves.
/// </summary>
public sealed partial class WorklistPage(
    WorklistQueries worklist, WorklistCountQueries counting, CaseQueries cases, StepReviewerQueries reviewers, StartReview start, AssignStep assign, TimeProvider time) : HallPage
{
    private readonly HashSet<CaseId> ticked = [];
    private readonly ActGuard guard = new(time);

    private Worklist? list;
    private WorklistCounts? counts;
    private CaseView? view;
    private Error? problem;
    private int notTaken;
    private string? told;
    private StepView? giving;
    private IReadOnlyList<StepReviewer> people = [];
    private (string?, WorklistPart) shown;

    [Inject]
    private IStringLocalizer<WorklistText> T { get; set; } = null!;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "part")]
    private string? PartName { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? SearchText { get; set; }

    [SupplyParameterFromQuery]
    private string? Matter { get; set; }

    [SupplyParameterFromQuery(Name = "light")]
    private string? LightName { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? OrderName { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [SupplyParameterFromQuery(Name = "case")]
    private string? Number { get; set; }

    private WorklistPart Part => Enum.TryParse<WorklistPart>(PartName, out var part) && WorklistPlace.Tabs.Contains(part) ? part : FirstPart;

    /// <summary>A reviewer begins with the own steps, a head with what is to be decided.</summary>
    private WorklistPart FirstPart => Reviews ? WorklistPart.Mine : WorklistPart.ToDecide;

    private WorklistPlace Place => new(
        HallCode, Part, SearchText, Matter, Enum.TryParse<Light>(LightName, out var light) && Enum.IsDefined(light) ? light : null,
        Enum.TryParse<WorklistOrder>(OrderName, out var order) && Enum.IsDefined(order) ? order : WorklistOrder.Due, After, Number);

    private bool Reviews => Shell?.May(Permission.ReviewCases) == true;

    /// <summary>Rows are ticked to take their steps, and for nothing else.</summary>
    private bool CanTick => Part == WorklistPart.ToTake && Reviews;

    private string Summary => Part == WorklistPart.Mine && counts is { } mine
        ? T["SummaryMine", mine.Mine, mine.DueThisWeek, mine.Overdue]
        : T["Summary", list?.Open ?? 0, list?.Red ?? 0, list?.Yellow ?? 0, list?.Blue ?? 0];

    private string FilterInWords
    {
        get
        {
            List<string?> words =
            [
                string.IsNullOrEmpty(Place.Search) ? null : T["SearchInWords", Place.Search].Value,
                counts?.Matters.FirstOrDefault(m => m.Code == Place.Matter)?.Name ?? Place.Matter,
                Place.Light is { } light ? Words.Of(light) : null,
            ];
            var said = words.Where(w => !string.IsNullOrEmpty(w)).ToList();
            return said.Count == 0 ? "" : T["FilterInWords", string.Join(T["Comma"].Value, said)];
        }
    }

    private string? EmptyReason => Part == WorklistPart.Mine && counts is { ToTake: 0 } ? T["EmptyMineWhy"].Value : null;

    // Days left change at midnight, which nobody signals.
    protected override TimeSpan? OldestPicture => TimeSpan.FromMinutes(5);

    // A department can have many changes in a moment; a list that jumps more often than once a second cannot be read.
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    protected override IEnumerable<string> Topics
    {
        get
        {
            if (Hall is null || Shell is null)
            {
                return [];
            }

            List<string> topics = [.. WaitingBadge.TopicsOf(Shell, Hall.Id)];
            return view is { } chosen ? [.. topics, CaseTopics.Case(chosen.Seen.Case)] : topics;
        }
    }

    protected override string AddressIn(string hall) => (Place with { Hall = hall, Part = PartName is null ? null : Part }).Address;

    protected override Task OnParametersSetAsync()
    {
        if (shown != (HallCode, Part))
        {
            (list, counts, view, giving, shown) = (null, null, null, null, (HallCode, Part));
            ticked.Clear();
        }

        (problem, told, notTaken) = (null, null, 0);
        return base.OnParametersSetAsync();
    }

    protected override async Task<Error?> ReadHallAsync(HallEntry hall, CancellationToken cancel)
    {
        var place = Place;
        var filter = new WorklistFilter(hall.Id, Part, place.Light, place.After, Search: place.Search, Matter: place.Matter, Order: place.Order);
        if (!(await worklist.ReadAsync(Actor, filter, cancel)).TryGet(out var read, out var refusal)
            || !(await counting.ReadAsync(Actor, hall.Id, Part, cancel)).TryGet(out var counted, out refusal))
        {
            return refusal;
        }

        (list, counts) = (read, counted);
        view = place.Case is { } number && (await cases.FindAsync(Actor, number, cancel)).TryGet(out var found, out _) && found.Hall == hall.Id ? found : null;
        ticked.IntersectWith(read.Rows.Select(r => r.Id));
        return null;
    }

    private bool IsHeadOf(DepartmentId department) =>
        Shell?.Me.Posts.Any(p => RolePermissions.Of(p.Role).Contains(Permission.HeadCases) && (p.Department is null || p.Department == department)) == true;

    /// <summary>The list with the next or the one before beside it; at its ends it stays.</summary>
    private string Step(int by)
    {
        var rows = list!.Rows;
        var at = rows.Index().Where(r => r.Item.Number == Place.Case).Select(r => (int?)r.Index).FirstOrDefault();
        var next = at is { } now ? Math.Clamp(now + by, 0, rows.Count - 1) : by > 0 ? 0 : rows.Count - 1;
        return (Place with { Case = rows[next].Number }).Address;
    }

    private void Tick(CaseId id)
    {
        if (!ticked.Remove(id))
        {
            ticked.Add(id);
        }
    }

    private void TickAll()
    {
        var all = list!.Rows.Select(r => r.Id).ToList();
        if (!all.TrueForAll(ticked.Remove))
        {
            ticked.UnionWith(all);
        }
    }

    private Task StartAsync() => ActAsync("StartReview", async () => (await start.ExecuteAsync(new(view!.Seen), Actor, CancellationToken.None)).Error);

    private Task TakeAsync(string step) => ActAsync($"Take {step}", async () =>
        (await assign.ExecuteAsync(new(view!.Seen, step, new StaffId(Actor.Id), AsHead: false), Actor, CancellationToken.None)).Error);

    private async Task AskWhomAsync(StepView step)
    {
        problem = (await reviewers.ReadAsync(Actor, view!.Seen.Case, step.Code, CancellationToken.None)).TryGet(out var able, out var refused) ? null : refused;
        (giving, people) = (problem is null ? step : null, able ?? []);
    }

    private async Task GiveAsync(StaffId whom)
    {
        await ActAsync("GiveStep", async () => (await assign.ExecuteAsync(new(view!.Seen, giving!.Code, whom, AsHead: true), Actor, CancellationToken.None)).Error);
        giving = problem is null ? null : giving;
    }

    /// <summary>Takes the first free step of each ticked case that is the person's to take; what was not taken stays ticked.</summary>
    private Task TakeTickedAsync() => ActAsync("TakeTicked", async () =>
    {
        var (taken, failed, last) = (0, 0, (Error?)null);
        foreach (var row in list!.Rows.Where(r => ticked.Contains(r.Id)).ToList())
        {
            var refused = await TakeFirstAsync(row);
            (taken, failed, last) = refused is null ? (taken + 1, failed, last) : (taken, failed + 1, refused);
            if (refused is null)
            {
                ticked.Remove(row.Id);
            }
        }

        (told, notTaken) = (taken == 0 ? null : T["TakenCount", taken].Value, failed);
        return last;
    });

    private async Task<Error?> TakeFirstAsync(WorklistRow row)
    {
        // Before the review has begun nothing can be taken; the refusal names the state.
        var (seen, refused) = (row.Seen, (Error?)CaseErrors.WrongState(row.State, CaseAct.AssignStep));
        foreach (var step in row.Steps.Where(s => s.Reviewer is null))
        {
            if ((refused = (await assign.ExecuteAsync(new(seen, step.Code, new StaffId(Actor.Id), AsHead: false), Actor, CancellationToken.None)).Error) is null)
            {
                return null;
            }
        }

        return refused;
    }

    private async Task ActAsync(string act, Func<Task<Error?>> run)
    {
        if (!guard.TryBegin(act))
        {
            return;
        }

        try
        {
            (told, notTaken) = (null, 0);
            problem = await run();
        }
        finally
        {
            guard.End();
        }

        await RefreshAsync();
    }

    private void Understood() => (problem, notTaken) = (null, 0);

    private void Leave() => (giving, problem) = (null, null);

    private void Search(ChangeEventArgs change) => Navigation.NavigateTo((Place with { Search = change.Value?.ToString()?.Trim(), After = null }).Address);

    private void ChooseMatter(ChangeEventArgs change) => Navigation.NavigateTo((Place with { Matter = change.Value?.ToString(), After = null }).Address);

    private void ChooseLight(ChangeEventArgs change) =>
        Navigation.NavigateTo((Place with { Light = Enum.TryParse<Light>(change.Value?.ToString(), out var light) ? light : null, After = null }).Address);
}
