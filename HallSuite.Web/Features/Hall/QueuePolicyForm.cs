using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;

namespace HallSuite.Web.Features.Hall;

/// <summary>The numbers by which the queue of a hall works.</summary>
public sealed class QueuePolicyForm(SetQueuePolicy set) : PolicyForm<QueuePolicy>
{
    protected override string TitleKey => "PolicyQueue";

    // When a turn is announced by message is asked for here once messages are sent.
    protected override IReadOnlyList<Rule> Rules { get; } =
    [
        new(nameof(QueuePolicy.AgeingMinutes), "UnitMinutes", (p, v) => p with { AgeingMinutes = v }),
        new(nameof(QueuePolicy.RecallLimit), "UnitTimes", (p, v) => p with { RecallLimit = v }),
        new(nameof(QueuePolicy.RejoinPlaces), "UnitPeople", (p, v) => p with { RejoinPlaces = v }),
        new(nameof(QueuePolicy.RejoinLimit), "UnitTimes", (p, v) => p with { RejoinLimit = v }),
        new(nameof(QueuePolicy.DefaultServiceMinutes), "UnitMinutes", (p, v) => p with { DefaultServiceMinutes = v }),
        new(nameof(QueuePolicy.LapseAfterMinutes), "UnitMinutes", (p, v) => p with { LapseAfterMinutes = v }),
        new(nameof(QueuePolicy.KeepIdentityDays), "UnitDays", (p, v) => p with { KeepIdentityDays = v }),
    ];

    protected override QueuePolicy Saved => Hall.Policy;

    protected override IReadOnlyList<string> Operations => [nameof(SetQueuePolicy)];

    protected override Task<Result> SaveAsync(QueuePolicy seen, QueuePolicy wanted) => set.ExecuteAsync(new(Hall.Id, seen, wanted), Actor, CancellationToken.None);
}
