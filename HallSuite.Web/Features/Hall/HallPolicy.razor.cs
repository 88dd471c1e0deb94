using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;

namespace HallSuite.Web.Features.Hall;

/// <summary>The numbers by which the queue of a hall works, each with what it means and what it is by default.</summary>
public sealed partial class HallPolicy(SetQueuePolicy set) : HallEditPart<QueuePolicy>
{
    // When a turn is announced by message is asked for here once messages are sent.
    private static readonly Rule[] Rules =
    [
        new(nameof(QueuePolicy.AgeingMinutes), "UnitMinutes", p => p.AgeingMinutes, (p, v) => p with { AgeingMinutes = v }),
        new(nameof(QueuePolicy.RecallLimit), "UnitTimes", p => p.RecallLimit, (p, v) => p with { RecallLimit = v }),
        new(nameof(QueuePolicy.RejoinPlaces), "UnitPeople", p => p.RejoinPlaces, (p, v) => p with { RejoinPlaces = v }),
        new(nameof(QueuePolicy.RejoinLimit), "UnitTimes", p => p.RejoinLimit, (p, v) => p with { RejoinLimit = v }),
        new(nameof(QueuePolicy.DefaultServiceMinutes), "UnitMinutes", p => p.DefaultServiceMinutes, (p, v) => p with { DefaultServiceMinutes = v }),
        new(nameof(QueuePolicy.LapseAfterMinutes), "UnitMinutes", p => p.LapseAfterMinutes, (p, v) => p with { LapseAfterMinutes = v }),
        new(nameof(QueuePolicy.KeepIdentityDays), "UnitDays", p => p.KeepIdentityDays, (p, v) => p with { KeepIdentityDays = v }),
    ];

    protected override QueuePolicy Saved => Hall.Policy;

    protected override IReadOnlyList<string> Operations => [nameof(SetQueuePolicy)];

    /// <summary>How many numbers differ from the defaults.</summary>
    private int Changed => Rules.Count(r => r.Read(Draft.Wanted) != r.Read(QueuePolicy.Default));

    protected override Task<Result> SaveAsync(QueuePolicy seen, QueuePolicy wanted) =>
        set.ExecuteAsync(new(Hall.Id, seen, wanted), Actor, CancellationToken.None);

    protected override IEnumerable<(string Name, string Text)> Told(QueuePolicy form) =>
        Rules.Select(r => (T[$"Policy{r.Name}"].Value, r.Read(form).ToString(CultureInfo.CurrentCulture)));

    protected override string? FieldOf(Error refusal) => refusal is { Code: "queue-policy.out-of-range", Arguments: [string name, ..] } ? name : null;

    /// <summary>One number of the policy. Its name and meaning are <c>Policy{Name}</c> and <c>Policy{Name}Why</c> in the texts.</summary>
    private sealed record Rule(string Name, string UnitKey, Func<QueuePolicy, int> Read, Func<QueuePolicy, int, QueuePolicy> Write);
}
