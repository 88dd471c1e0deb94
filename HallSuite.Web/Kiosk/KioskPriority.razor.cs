using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Kiosk;

public partial class KioskPriority(TakeTicket take, QueueBoardQueries board, IStringLocalizer<Errors> refusals)
{
    private string? _refused;
    private string _lane = "";
    private string _document = "";

    [SupplyParameterFromForm(FormName = "priority", Name = "entitlement")]
    private Entitlement Entitlement { get; set; }

    protected override string? ElsewhereFirst() =>
        Visit.Ticket is not null ? HallUrls.KioskTicket(Hall)
        : Visit.Lane is null ? HallUrls.KioskLane(Hall)
        : !Visit.Submitted || Document() is null || !PersonName.Of(Visit.Name).IsOk ? HallUrls.KioskPerson(Hall)
        : null;

    protected override async Task ReadAsync()
    {
        _refused = Visit.Refusal is { } refused ? refusals[refused.Code].Value : null;
        _document = Document()!.Mask();
        var lane = (await board.ReadLanesAsync(Front.Id, Cancel)).FirstOrDefault(l => l.Lane == Visit.Lane);
        _lane = (Look.English ? lane?.NameEn : lane?.Name) ?? Visit.Lane!;
    }

    /// <summary>What people can ask for; it moves them up at once and is checked at the window.</summary>
    private IEnumerable<(Entitlement Entitlement, string Title, string Proof)> Offered() =>
    [
        (Entitlement.Aged, T["Priority.Aged"], T["Priority.AgedProof"]),
        (Entitlement.Disabled, T["Priority.Disabled"], T["Priority.DisabledProof"]),
        (Entitlement.Pregnant, T["Priority.Pregnant"], T["Priority.PregnantProof"]),
        (Entitlement.Veteran, T["Priority.Veteran"], T["Priority.VeteranProof"]),
    ];

    private async Task TakeAsync()
    {
        if (!Enum.IsDefined(Entitlement))
        {
            GoOn(Visit, HallUrls.KioskPriority(Hall)); // no button sends this
            return;
        }

        // The press is known by its token alone. A hash of what was typed would lie in the database for a day, and who tries all numbers finds the person.
        var actor = Actor with { Once = new OnceKey($"kiosk/{Visit.Token:N}", nameof(KioskPriority)) };
        var command = new TakeTicket.Command(Front.Id, Visit.Lane!, Visit.Name, Visit.IdNumber, Visit.IdType, Matter: null, Entitlement);
        if ((await take.ExecuteAsync(command, actor, Cancel)).TryGet(out var ticket, out var refusal))
        {
            GoOn(new KioskVisit { Lane = Visit.Lane, Ticket = ticket, TakenAt = Front.At }, HallUrls.KioskTicket(Hall));
            return;
        }

        var number = refusal.Code == QueueErrors.AlreadyOpen("").Code ? refusal.Arguments[0] as string : null;
        GoOn(Visit with { Token = Guid.NewGuid(), Refusal = new KioskRefusal(refusal.Code, number) }, AddressAfter(refusal));
    }

    /// <summary>The step at which the refusal can be mended; here, where it can only be tried again.</summary>
    private string AddressAfter(Error refusal) =>
        refusal.Code == QueueErrors.AlreadyOpen("").Code ? HallUrls.KioskHeld(Hall)
        : refusal.Code == HallErrors.Closed.Code ? HallUrls.Kiosk(Hall)
        : refusal.Code == HallErrors.LaneClosed.Code || refusal.Code == HallErrors.LaneUnknown.Code || refusal.Code == QueueErrors.NumbersUsedUp.Code ? HallUrls.KioskLane(Hall)
        : refusal.Code == ApplicantErrors.IdNumberInvalid(default).Code || refusal.Code == ApplicantErrors.NameInvalid.Code ? HallUrls.KioskPerson(Hall)
        : HallUrls.KioskPriority(Hall);

    private IdentityDocument? Document() =>
        IdentityDocument.Of(Visit.IdType, Visit.IdNumber, DateOnly.FromDateTime(Front.Local)).TryGet(out var document, out _) ? document : null;
}
