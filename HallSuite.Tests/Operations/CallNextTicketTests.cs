using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations;

public sealed class CallNextTicketTests
{
    private static readonly Actor Caller = Actor.System("test");

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Call_WhenSomeoneWaits_CallsTheFirstAndLogsTheCall(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync([.. sample.Entities, sample.NewTicket(0, 1, minutesAgo: 5), sample.NewTicket(0, 2, minutesAgo: 9)]);

        var called = await hall.Get<CallNextTicket>().ExecuteAsync(new(sample.Hall.Id, 1), Caller, TestContext.Current.CancellationToken);

        Assert.True(called.IsOk, called.Error?.ToString());
        Assert.Equal("A002", called.Value.Number);
        var call = await hall.ReadAsync(db => db.Set<CallEntry>().SingleAsync());
        Assert.Equal((1, "A002", 1), (call.Seq, call.Number, call.Window));
        var feed = await hall.ReadAsync(db => db.Set<ChangeFeedRow>().SingleAsync(r => r.Stream == Streams.Queue(sample.Hall.Id)));
        Assert.Equal(1, feed.Seq);
        var audit = await hall.ReadAsync(db => db.Set<AuditRow>().SingleAsync(r => r.Operation == nameof(CallNextTicket)));
        Assert.Equal("A002", audit.Subject);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Call_WhenTheWindowStillHasATicket_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync([.. sample.Entities, sample.NewTicket(0, 1), sample.NewTicket(0, 2)]);
        var call = hall.Get<CallNextTicket>();
        await call.ExecuteAsync(new(sample.Hall.Id, 1), Caller, TestContext.Current.CancellationToken);

        var again = await call.ExecuteAsync(new(sample.Hall.Id, 1), Caller, TestContext.Current.CancellationToken);

        Assert.Equal("window.busy", again.Error?.Code);
        Assert.Equal(1, await hall.ReadAsync(db => db.Set<CallEntry>().CountAsync()));
    }
}
