using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Supervision;

/// <summary>
/// A card given to whoever let a limit run (亮牌, DOMAIN §6). Once given it stays, also when the last day moves and the light is taken back. One limit with
/// one last day has each colour once.
/// </summary>
public sealed class Card
{
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
}
