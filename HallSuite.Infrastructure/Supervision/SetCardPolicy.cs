using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>The numbers of the lights that a hall set for itself.</summary>
public sealed class CardPolicyRow : HallPolicyRow<CardPolicy>;

/// <summary>
/// Changes when the limits of a hall show which light. The instants of running limits are counted anew soon after; cards that were given stay. Refuses
/// <c>card-policy.out-of-range</c> with the number's name, and <c>work.changed-elsewhere</c>.
/// </summary>
public sealed class SetCardPolicy(HallWork works)
{
    /// <param name="Seen">As the form was read.</param>
    public sealed record Command(HallId Hall, CardPolicy Seen, CardPolicy Wanted);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) => works.RunAsync(
        new WorkOrder(nameof(SetCardPolicy), Permission.ManageHalls, command.Hall, Streams.Cases(command.Hall)), actor, (work, token) => SetAsync(work, command, token), cancel);

    private static async Task<Result> SetAsync(WorkUnit work, Command command, CancellationToken cancel)
    {
        var set = await HallPolicies.SetAsync<CardPolicyRow, CardPolicy>(work, command.Hall, command.Seen, command.Wanted, cancel);
        if (set.IsOk)
        {
            await CountedCalendar.OweAsync(work, command.Hall, cancel);
        }

        return set;
    }
}
