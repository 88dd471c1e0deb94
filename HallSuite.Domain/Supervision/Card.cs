using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Supervision;

/// <summary>
/// A card given to whoever let a limit run (亮牌, DOMAIN §6). Once given it stays, also when the last day moves and the light is taken back. One limit with
/// one last day has each colour once. What follows from it depends on the colour: an urging slip, a telephone call, a letter.
/// </summary>
public sealed class Card
{
    /// <summary>A letter leaves this many calendar days at most for the answer.</summary>
    public const int MostAnswerDays = 60;

    private Card()
    {
    }

    public CardId Id { get; private set; }

    public HallId Hall { get; private set; }

    /// <summary>Who answers for the limit.</summary>
    public DepartmentId Department { get; private set; }

    public CaseId Case { get; private set; }

    /// <summary>The number of the clock in its case.</summary>
    public int Clock { get; private set; }

    public ClockKind Kind { get; private set; }

    /// <summary>The code of the review step; empty for the other kinds.</summary>
    public string Step { get; private set; } = "";

    public DateOnly DueDay { get; private set; }

    public Light Light { get; private set; }

    /// <summary>The person in charge of the step; null where nobody was.</summary>
    public StaffId? InCharge { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>When what follows from the card was done first; null while it is still to be done.</summary>
    public DateTimeOffset? FollowedAt { get; private set; }

    /// <summary>The slip of a blue card, the letter of a red one; null while there is none.</summary>
    public DocumentId? Paper { get; private set; }

    /// <summary>The number of <see cref="Paper"/>; empty while there is none.</summary>
    public string PaperNumber { get; private set; } = "";

    /// <summary>By which day the letter asks for the explanation and the rectification.</summary>
    public DateOnly? AnswerBy { get; private set; }

    /// <summary>The lights that a change put on, each of which is a card: a sweep that comes late spares nobody the yellow one.</summary>
    public static IEnumerable<Light> LightsOf(LightChange change) => Enum.GetValues<Light>().Where(l => l > change.From && l <= change.To);

    public static Card Give(CardId id, Case file, LightChange change, Light light, DateTimeOffset now)
    {
        var clock = file.Clocks.First(c => c.Number == change.Clock);
        var step = change.Kind == ClockKind.Step ? file.Steps.First(s => s.Code == change.Step) : null;
        return new Card
        {
            Id = id,
            Hall = file.Hall,
            Department = step?.Department ?? file.Department,
            Case = file.Id,
            Clock = change.Clock,
            Kind = change.Kind,
            Step = change.Step,
            DueDay = clock.DueDay,
            Light = light,
            InCharge = step?.Reviewer,
            GivenAt = now,
        };
    }

    /// <summary>Urges the person in charge (催办): once, and only while the limit is still blue.</summary>
    /// <param name="clock">The limit of the card.</param>
    public Result Urge(Clock clock) => CheckPaper(Light.Blue, clock);

    /// <summary>Asks the department in writing for an explanation and for rectification by a day (督办函): once, and only while the limit is still red.</summary>
    /// <param name="clock">The limit of the card.</param>
    /// <param name="today">The hall's local day.</param>
    public Result AskToExplain(Clock clock, DateOnly answerBy, DateOnly today)
    {
        if (CheckPaper(Light.Red, clock).Error is { } refused)
            return refused;
        if (answerBy <= today || answerBy > today.AddDays(MostAnswerDays))
            return SupervisionErrors.AnswerByOutOfRange(today.AddDays(1), today.AddDays(MostAnswerDays));
        AnswerBy = answerBy;
        return Result.Ok;
    }

    /// <summary>Takes down the paper that was issued for it.</summary>
    public void Take(DocumentId paper, string number, DateTimeOffset now) => (Paper, PaperNumber, FollowedAt) = (paper, number, now);

    /// <summary>Logs a telephone call about a yellow card (电话督办). What was said can be logged also when the limit is over meanwhile, and more than once.</summary>
    /// <param name="with">To whom was spoken.</param>
    /// <param name="promise">What was promised.</param>
    public Result<PhoneCall> LogCall(PhoneCallId id, StaffId by, string with, string promise, DateTimeOffset now)
    {
        if (Light != Light.Yellow)
            return SupervisionErrors.WrongCard(Light.Yellow);
        if (!PhoneCall.Log(id, this, by, with, promise, now).TryGet(out var call, out var refused))
            return refused;
        FollowedAt ??= now;
        return call;
    }

    private Result CheckPaper(Light light, Clock clock)
    {
        if (Light != light)
            return SupervisionErrors.WrongCard(light);
        if (Paper is not null)
            return SupervisionErrors.PaperAlreadySent(PaperNumber);
        return clock.Runs && clock.DueDay == DueDay && clock.Light == light ? Result.Ok : SupervisionErrors.LightIsOff(light);
    }
}
