using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>The numbers of cases that a hall set for itself.</summary>
public sealed class CasePolicyRow : HallPolicyRow<CasePolicy>;

/// <summary>
/// Changes the numbers by which a hall handles cases. They hold for what is done from now on: a notice that was given keeps the days that it says. Refuses
/// <c>case-policy.out-of-range</c> with the number's name, and <c>work.changed-elsewhere</c>.
/// </summary>
public sealed class SetCasePolicy(HallWork works)
{
    /// <param name="Seen">As the form was read.</param>
    public sealed record Command(HallId Hall, CasePolicy Seen, CasePolicy Wanted);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel) => works.RunAsync(
        new WorkOrder(nameof(SetCasePolicy), Permission.ManageHalls, command.Hall, Streams.Cases(command.Hall)), actor,
        (work, token) => HallPolicies.SetAsync<CasePolicyRow, CasePolicy>(work, command.Hall, command.Seen, command.Wanted, token), cancel);
}
