using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Demo;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations;

public sealed class DemoHallTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fill_OnAnEmptyDatabase_SetsUpTheHallOfTheContract(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);

        await hall.Get<DemoHall>().FillAsync(TestContext.Current.CancellationToken);

        var demo = await hall.ReadAsync(db => db.Set<ServiceHall>().AsNoTracking().SingleAsync(h => h.Code == "demo"));
        Assert.True(demo.Hours.AlwaysIsOpen);
        Assert.Equal([1, 2], demo.Floors.Select(f => f.Number));
        var lanes = await hall.ReadAsync(db => db.Set<Lane>().AsNoTracking().Where(l => l.Hall == demo.Id).OrderBy(l => l.Order).ToListAsync());
        Assert.Equal("ABCDEFGH", string.Concat(lanes.Select(l => l.Prefix)));
        var windows = await hall.ReadAsync(db => db.Set<ServiceWindow>().AsNoTracking().Where(w => w.Hall == demo.Id).OrderBy(w => w.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 24), windows.Select(w => w.Number));
        Assert.All(windows, w => Assert.Equal(w.Number <= 12 ? 1 : 2, w.Floor));
        Assert.All(lanes, lane => Assert.Contains(windows, w => w.Serves(lane.Id)));
        Assert.All(windows, w => Assert.NotEmpty(w.Lanes));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fill_ASecondTime_ChangesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var demo = hall.Get<DemoHall>();
        await demo.FillAsync(TestContext.Current.CancellationToken);
        var before = await hall.ReadAsync(db => db.Set<AuditRow>().CountAsync());

        await demo.FillAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before, await hall.ReadAsync(db => db.Set<AuditRow>().CountAsync()));
    }
}
