using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Cases;

/// <summary>
/// Taking papers in for one matter, at a window or without a ticket. Nothing is stored before the first act; from then on the case is there, and whatever is
/// refused later leaves it where it was and everything typed in its place.
/// </summary>
public sealed partial class IntakePanel(IntakeOperations operations, CaseQueries cases)
{
    private readonly Dictionary<string, string> marks = [];
    private ApplicantForm applicant = new();
    private CheckSheet sheet = new([]);
    private IntakeStand stand = new(null, "", CaseState.Draft);
    private CaseView? desk;
    private string? done;
    private string subject = "";
    private string? of;
    private bool busy;
    private bool refusing;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    /// <summary>How the matter is taken in today.</summary>
    [Parameter, EditorRequired]
    public IntakeForm Form { get; set; } = null!;

    [Parameter, EditorRequired]
    public HallId Hall { get; set; }

    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>The ticket that is being served; null where nobody queued.</summary>
    [Parameter]
    public TicketId? Ticket { get; set; }

    /// <summary>Who is at the window, masked.</summary>
    [Parameter]
    public MaskedVisitor? Visitor { get; set; }

    /// <summary>A draft to go on with; null to begin a new case.</summary>
    [Parameter]
    public CaseView? Draft { get; set; }

    /// <summary>Where another matter is chosen.</summary>
    [Parameter, EditorRequired]
    public string OtherMatter { get; set; } = "";

    /// <summary>Called when a case came to be or went on, so that the page reads again.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    /// <summary>What the checks lead to; the button says it.</summary>
    private IntakeEnd Main => sheet.Outcome switch
    {
        CheckOutcome.Complete => Form.Rules.OnTheSpot ? IntakeEnd.CompleteOnTheSpot : IntakeEnd.Accept,
        CheckOutcome.Tolerable => IntakeEnd.AcceptTolerantly,
        CheckOutcome.Lacking => IntakeEnd.RequestSupplement,
        CheckOutcome.Unfinished => IntakeEnd.Accept,
    };

    /// <summary>What else could be done with the same checks.</summary>
    private IntakeEnd? Other => sheet.Outcome switch
    {
        CheckOutcome.Complete => Form.Rules.OnTheSpot ? IntakeEnd.Accept : IntakeEnd.Receive,
        CheckOutcome.Tolerable => IntakeEnd.RequestSupplement,
        CheckOutcome.Lacking => IntakeEnd.Receive,
        CheckOutcome.Unfinished => null,
    };

    /// <summary>Why the primary act cannot be done yet; null when it can.</summary>
    private string? Why =>
        Draft is null && stand.Seen is null && !applicant.IsComplete ? T["WhyApplicant"].Value
        : sheet.Outcome == CheckOutcome.Unfinished ? T["WhyUnchecked", sheet.Unsaid].Value
        : Main == IntakeEnd.CompleteOnTheSpot && marks.Count < Form.Rules.Criteria.Count ? T["WhyMarks"].Value : null;

    private string FootTitle => Why ?? T[
        "FootCounts", sheet.Count(Judgement.Sound), sheet.Count(Judgement.Faulty) + sheet.Count(Judgement.Missing), sheet.Count(Judgement.Promised)];

    private string FootLine => T[$"FootLine.{sheet.Outcome}"];

    protected override void OnParametersSet()
    {
        var now = $"{Form.Code} {Form.StandardNumber} {Ticket} {Draft?.Number}";
        if (of == now)
        {
            return;
        }

        of = now;
        (sheet, done, desk, subject, refusing) = (new CheckSheet(Form.Rules.Materials), null, Draft, Draft?.Subject ?? "", false);
        marks.Clear();
        stand = Draft is { } draft ? new IntakeStand(draft.Seen, draft.Number, draft.State) : new IntakeStand(null, "", CaseState.Draft);
        applicant = new ApplicantForm
        {
            IsVisitor = Visitor is not null && Form.Objects.Contains(ApplicantKind.Natural),
            Kind = Form.Objects.Contains(ApplicantKind.Natural) || Form.Objects.Count == 0 ? ApplicantKind.Natural : Form.Objects[0],
            IdType = IdentityType.Citizen,
        };
    }

    private Task EndAsync(IntakeEnd end, NotAccepted? why = null, Remedies? remedies = null) => OnTheCaseAsync(async () =>
    {
        stand = await operations.EndAsync(stand with { Refused = null }, end, SheetOf(why, remedies), Actor);
        if (stand.Refused is null)
        {
            (refusing, done) = (false, stand.Number);
        }
    });

    /// <summary>Does something with the case, opening it first where nothing did; a second press meanwhile does nothing, so that no matter is opened twice.</summary>
    private async Task OnTheCaseAsync(Func<Task> act)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            if (await OpenAsync())
            {
                await act();
            }
        }
        finally
        {
            busy = false;
        }

        await OnSaved.InvokeAsync();
    }

    private Task NotAcceptAsync(NotAcceptDraft said) => EndAsync(IntakeEnd.NotAccept, said.Why, said.Remedies);

    /// <summary>The case, opened by the first act; true when there is one.</summary>
    private async Task<bool> OpenAsync()
    {
        if (stand.Seen is not null)
        {
            return true;
        }

        stand = await operations.OpenAsync(new(Hall, Form.Code, applicant.Entry, Ticket, subject, CaseChannel.Window, applicant.IsVisitor ? null : applicant.Known?.LastCase), Actor);

        // A credit code that fails its check is accepted with a reason (DOMAIN §7); the same for a citizen's by whoever may.
        applicant.AsksReason |= stand.Refused?.Code is "credit-code.doubtful" or "id-number.invalid";
        return stand.Refused is null;
    }

    private IntakeSheet SheetOf(NotAccepted? why, Remedies? remedies) => new(
        sheet.Findings, sheet.Promises, sheet.Items(name => T["AskFor", name]), [.. marks.Select(m => new CriterionMark(m.Key, m.Value))],
        applicant.IsVisitor || applicant.Known is not null || applicant.IsOrganisation ? null : applicant.Name, why, remedies);

    /// <summary>Scans belong to a case, so the first one opens it.</summary>
    private Task ScanAsync() => OnTheCaseAsync(ReadDeskAsync);

    private async Task ReadDeskAsync() => desk = (await cases.FindAsync(Actor, stand.Number, CancellationToken.None)).TryGet(out var view, out _) ? view : desk;

    private string? ScansOf(string requirement) => desk?.Scans.Count(s => s.Requirement == requirement) is > 0 and var count ? T["ScanCount", count].Value : null;
}
