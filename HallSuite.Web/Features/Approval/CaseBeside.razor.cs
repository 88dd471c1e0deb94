using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Cases;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Features.Approval;

/// <summary>One case beside the worklist.</summary>
public sealed partial class CaseBeside
{
    [Inject]
    private IStringLocalizer<CaseText> Limits { get; set; } = null!;

    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    [Parameter, EditorRequired]
    public ClockText Clock { get; set; } = null!;

    [Parameter, EditorRequired]
    public ActGuard Guard { get; set; } = null!;

    /// <summary>The address of the list alone.</summary>
    [Parameter, EditorRequired]
    public string CloseTo { get; set; } = "";

    /// <summary>Whether the person gives out the steps of this department.</summary>
    [Parameter, EditorRequired]
    public Func<DepartmentId, bool> IsHeadOf { get; set; } = null!;

    [Parameter]
    public EventCallback OnStart { get; set; }

    /// <summary>With the code of the step.</summary>
    [Parameter]
    public EventCallback<string> OnTake { get; set; }

    [Parameter]
    public EventCallback<StepView> OnGive { get; set; }

    /// <summary>What became of the last act.</summary>
    [Parameter]
    public RenderFragment? Notice { get; set; }

    private ClockView? Limit => LimitLook.Pressing(View);

    private List<StepView> Takeable => View.Acts.Contains(CaseAct.AssignStep) ? [.. View.Steps.Where(s => s.Mine && s.Reviewer is null)] : [];

    private List<StepView> Givable => View.Acts.Contains(CaseAct.AssignStep) ? [.. View.Steps.Where(s => s.State == StepState.Open && IsHeadOf(s.Department))] : [];

    private StepView? LastOpinion => View.Steps.Where(s => s.State == StepState.Passed && s.PassedAt is not null).MaxBy(s => s.PassedAt);

    private string MaterialsLine => View.Materials.Count == 0 ? T["MaterialsNone"]
        : View.Materials.All(m => m.Settled) ? T["MaterialsWhole", View.Materials.Count]
        : T["MaterialsOpen", View.Materials.Count, View.Materials.Count(m => !m.Settled)];

    /// <summary>The other limits that run, each with its last day.</summary>
    private IEnumerable<string> OtherLimits => View.Clocks.Where(c => c.State == ClockState.Running && c.Number != Limit?.Number)
        .Select(c => T["OtherLimit", Words.Of(c.Kind), DayText.Of(c.Limit), DayText.Short(c.DueDay)].Value);

    private string? DecisionDay => View.Decision is { } made ? DayText.Short(made.Day) : Before(c => c.Kind is ClockKind.Committed or ClockKind.Decision);

    private string? WhoAccepted => View.DeemedAccepted ? T["AcceptedByLaw"] : WhoDid(CaseAct.Accept) ?? WhoDid(CaseAct.AcceptTolerantly) ?? WhoDid(CaseAct.HandInSupplement);

    private string? WhoDid(CaseAct act) => View.Events.LastOrDefault(e => e.Act == act)?.Who;

    private string LineOf(StepView step) => step.State switch
    {
        StepState.Waiting => "",
        StepState.Open => step.Reviewer is { } who ? View.Names.GetValueOrDefault(who) ?? T["SomebodyElse"] : T["Free"],
        StepState.Passed => T[step.Agrees == true ? "Agreed" : "Disagreed", View.Names.GetValueOrDefault(step.Reviewer ?? default) ?? T["SomebodyElse"]],
        StepState.Dropped => Words.Of(step.State),
    };

    private string? WhenOf(StepView step) =>
        step.PassedAt is { } passed ? Clock.Past(passed, View.At) : Before(c => c.Kind == ClockKind.Step && c.Step == step.Code);

    /// <summary>The last day of the first open limit of a kind.</summary>
    private string? Before(Func<ClockView, bool> which) =>
        View.Clocks.FirstOrDefault(c => c.State != ClockState.Ended && which(c)) is { } limit ? T["Before", DayText.Short(limit.DueDay)].Value : null;

    private string NoteOf(Material material) =>
        material.PromisedBy is { } by ? T["PromisedBy", DayText.Short(by)] : material.Note.Length > 0 ? T["WithNote", material.Note] : "";
}
