using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Cases.Papers;

namespace HallSuite.Web.Features.Cases;

/// <summary>How taking in ends at the counter.</summary>
public enum IntakeEnd
{
    /// <summary>Received, and no more for now: the five working days run.</summary>
    Receive,

    /// <summary>Received and accepted.</summary>
    Accept,

    /// <summary>Received and accepted against promises.</summary>
    AcceptTolerantly,

    /// <summary>Received, and the one notice is issued.</summary>
    RequestSupplement,

    /// <summary>Received, decided and handed out in one act, where the standard allows it.</summary>
    CompleteOnTheSpot,

    /// <summary>Sent away.</summary>
    NotAccept,
}

/// <summary>What is handed in to the operations at the end of an intake.</summary>
/// <param name="Items">What a supplement notice asks for.</param>
/// <param name="Marks">Answers to the criteria, where a case is completed on the spot.</param>
public sealed record IntakeSheet(
    IReadOnlyList<Finding> Findings, IReadOnlyList<MaterialPromise> Promises, IReadOnlyList<SupplementItem> Items, IReadOnlyList<Domain.Matters.CriterionMark> Marks,
    string? Receiver, NotAccepted? Why = null, Remedies? Remedies = null);

/// <summary>How far an intake came: what was done stays done, so that pressing again goes on where it stopped.</summary>
/// <param name="Seen">The case as the last act left it; null before it was opened.</param>
/// <param name="Refused">Why it stopped; null when it went through.</param>
public sealed record IntakeStand(SeenCase? Seen, string Number, CaseState State, Error? Refused = null);

/// <summary>
/// Taking in is several operations, one after the other: open, receive, accept. Each is its own act with its own paper; when one is refused the case stays
/// where the last one left it, and the next press goes on from there.
/// </summary>
public sealed class IntakeOperations(
    OpenCase open, ReceiveCase receive, AcceptCase accept, AcceptTolerantly tolerate, RequestSupplement supplement, CompleteOnTheSpot spot, NotAcceptCase notAccept)
{
    public async Task<IntakeStand> OpenAsync(OpenCase.Command command, Actor actor)
    {
        var opened = await open.ExecuteAsync(command, actor, CancellationToken.None);
        return opened.TryGet(out var answer, out var refused) ? StandOf(answer) : new IntakeStand(null, "", CaseState.Draft, refused);
    }

    /// <summary>Goes on from where the case stands to the end that was chosen.</summary>
    public async Task<IntakeStand> EndAsync(IntakeStand stand, IntakeEnd end, IntakeSheet sheet, Actor actor)
    {
        if (end is not (IntakeEnd.CompleteOnTheSpot or IntakeEnd.NotAccept) && stand.State is CaseState.Draft or CaseState.PreReview or CaseState.PreReviewReturned)
        {
            stand = Next(stand, await receive.ExecuteAsync(new(stand.Seen!.Value, sheet.Findings), actor, CancellationToken.None));
            if (stand.Refused is not null)
            {
                return stand;
            }
        }

        var seen = stand.Seen!.Value;
        return end switch
        {
            IntakeEnd.Receive => stand,
            IntakeEnd.Accept => Next(stand, await accept.ExecuteAsync(new(seen), actor, CancellationToken.None)),
            IntakeEnd.AcceptTolerantly => Next(stand, await tolerate.ExecuteAsync(new(seen, sheet.Promises), actor, CancellationToken.None)),
            IntakeEnd.RequestSupplement => Next(stand, await supplement.ExecuteAsync(new(seen, sheet.Items), actor, CancellationToken.None)),
            IntakeEnd.CompleteOnTheSpot => Next(stand, await spot.ExecuteAsync(
                new(seen, sheet.Findings, sheet.Marks, HandoverOf(sheet)), actor, CancellationToken.None)),
            IntakeEnd.NotAccept => Next(stand, await notAccept.ExecuteAsync(new(seen, sheet.Why!, sheet.Remedies!), actor, CancellationToken.None)),
        };
    }

    // Whoever stands at the window was identified when the ticket was taken or the application was opened.
    private static HandoverEntry HandoverOf(IntakeSheet sheet) => new(DeliveryWay.PickUp, "", IdentityChecked: true, sheet.Receiver);

    private static IntakeStand Next(IntakeStand stand, Result<CaseAnswer> done) =>
        done.TryGet(out var answer, out var refused) ? StandOf(answer) : stand with { Refused = refused };

    private static IntakeStand StandOf(CaseAnswer answer) => new(answer.Seen, answer.Number, answer.State);
}
