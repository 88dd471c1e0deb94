using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Certificates;

/// <summary>What <see cref="KilledAct"/> starts and kills. It is explicit: no run of the tests takes it along.</summary>
public sealed class KilledActProcess
{
    [Fact(Explicit = true)]
    public async Task Acts()
    {
        var order = KilledAct.Here ?? throw new InvalidOperationException("This is for a test that kills it.");
        await using var node = TestHall.Build(order.Provider, order.Connection, order.Folder, new() { ["Clock:Start"] = order.Now.ToString("O") });
        var (seen, actor) = (new SeenCase(new CaseId(order.Case), order.Events), Actor.Staff(new StaffId(order.Staff), "192.0.2.7"));
        using var watch = order.Watch();
        var cancel = TestContext.Current.CancellationToken;
        var done =
            order.Act == CaseAct.Approve ? await node.Get<ApproveCase>().ExecuteAsync(new(seen, ""), actor, cancel)
            : order.Act == CaseAct.Issue ? await node.Get<IssueResult>().ExecuteAsync(new(seen, LocalDayOf(order.Now)), actor, cancel)
            : await node.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), actor, cancel);
        Assert.Fail($"{order.Act} went past {order.Point}: {done.Error}");
    }

    private static DateOnly LocalDayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime.AddHours(8));
}
