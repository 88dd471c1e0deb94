using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Cases;

/// <summary>
/// One case: its limits and how they come about, its steps and history, its materials, and the act that the viewer can do now. Which act and which material
/// are looked at stands in the address.
/// </summary>
public sealed partial class CasePage(CaseQueries cases, NavigationManager navigation) : LivePage
{
    private CaseView? view;
    private Error? refusal;
    private IReadOnlyList<CaseAct> offered = [];
    private CaseAct? chosen;

    [Parameter]
    public string Number { get; set; } = "";

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [CascadingParameter]
    private StaffShell? Shell { get; set; }

    [SupplyParameterFromQuery(Name = "act")]
    private string? Act { get; set; }

    [SupplyParameterFromQuery(Name = "material")]
    private string? Material { get; set; }

    private ClockText Clock => ClockText.For(view?.TimeZone ?? "UTC", CultureInfo.CurrentUICulture);

    private bool IsPressing => chosen == CaseActWords.PressingOf(offered);

    private bool IsHead => Shell?.May(Permission.HeadCases) == true;

    private string? TakenInBy => view?.TookIn.Select(who => view.Names.GetValueOrDefault(who)).FirstOrDefault(name => name is not null);

    protected override IEnumerable<string> Topics => view is null ? [] : [CaseTopics.Case(view.Seen.Case)];

    // How many days are left changes at midnight, whatever anybody does.
    protected override TimeSpan? OldestPicture => TimeSpan.FromMinutes(5);

    protected override async Task ReadAsync(CancellationToken cancel)
    {
        (view, refusal) = (await cases.FindAsync(Actor, Number, cancel)).TryGet(out var found, out var unseen) ? (found, (Error?)null) : (null, unseen);
        offered = view is null ? [] : CaseActWords.Offered(view);
        chosen = Enum.TryParse<CaseAct>(Act, out var asked) && offered.Contains(asked) ? asked : CaseActWords.PressingOf(offered);
    }

    /// <summary>What the case waits for, where the viewer can do nothing.</summary>
    private string Waiting => view is null ? "" : Words.Of(view.State) is var state && view.EndedAt is not null
        ? T["WaitsForNobody", state]
        : T[WaitsFor(view)] is { ResourceNotFound: false } text ? text : T["WaitsForOthers", state];

    private static string WaitsFor(CaseView view) =>
        view.State == CaseState.UnderReview && view.Steps.All(s => s.State == StepState.Passed) ? "Waits.ToDecide" : $"Waits.{view.State}";

    private async Task DoneAsync()
    {
        await RefreshAsync();
        if (Act is not null && view is not null)
        {
            navigation.NavigateTo(HallUrls.Case(view.Number, material: Material), replace: true);
        }
    }
}
