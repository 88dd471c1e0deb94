using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Demo;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

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
    public async Task Fill_OnAnEmptyDatabase_LetsEveryAccountAndDeviceOfTheContractIn(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);

        await hall.Get<DemoHall>().FillAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["admin", "agent", "auditor", .. Enumerable.Range(1, 9).Select(n => $"clerk{n}"), "head1", "head2", "manager", "reviewer1", "reviewer2", "supervisor"],
            DemoHall.UserNames.Order(StringComparer.Ordinal));
        foreach (var userName in DemoHall.UserNames)
        {
            var signedIn = await hall.Get<SignIn>().ExecuteAsync(new(userName, "HallSuite-demo-1"), Actor.Visitor("test"), TestContext.Current.CancellationToken);
            Assert.True(signedIn.IsOk, $"{userName}: {signedIn.Error}");
        }

        foreach (var kind in new[] { "kiosk", "caller", "screen", "evaluator", "camera", "meter" })
        {
            var device = await hall.Get<DeviceKeys>().FindAsync($"demo-{kind}", TestContext.Current.CancellationToken);
            Assert.Equal(kind, device?.Kind.ToString(), ignoreCase: true);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fill_WhenADemoPersonAndADemoDeviceAreMissing_AddsThemAlone(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var demo = hall.Get<DemoHall>();
        await demo.FillAsync(TestContext.Current.CancellationToken);
        await hall.ReadAsync(async db =>
        {
            var gone = await db.Set<StaffMember>().Where(m => m.UserName == "agent").Select(m => m.Id).SingleAsync();
            await db.Set<Post>().Where(p => p.Staff == gone).ExecuteDeleteAsync();
            await db.Set<SignInAccount>().Where(a => a.Id == gone).ExecuteDeleteAsync();
            await db.Set<StaffMember>().Where(m => m.Id == gone).ExecuteDeleteAsync();
            return await db.Set<Device>().Where(d => d.Kind == DeviceKind.Meter).ExecuteDeleteAsync();
        });

        await demo.FillAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DemoHall.UserNames.Count, await hall.ReadAsync(db => db.Set<StaffMember>().CountAsync()));
        Assert.Equal(6, await hall.ReadAsync(db => db.Set<Device>().CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fill_OnAnEmptyDatabase_PublishesMattersOfTenDepartments_Once(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.Get<DemoHall>().FillAsync(TestContext.Current.CancellationToken);
        await hall.Get<DemoHall>().FillAsync(TestContext.Current.CancellationToken);

        var matters = await hall.ReadAsync(db => db.Set<Matter>().AsNoTracking().ToListAsync());
        var standards = await hall.ReadAsync(db => db.Set<Standard>().AsNoTracking().ToListAsync());
        Assert.Equal((42, 10), (matters.Count, matters.Select(m => m.Department).Distinct().Count()));
        Assert.Equal(matters.Select(m => m.Id).ToHashSet(), standards.Where(s => s.IsInForceOn(SampleHall.Today)).Select(s => s.Matter).ToHashSet());
        Assert.All(matters, m => Assert.True(MatterCode.Of(m.Code).ShouldPass().AuthorityIsSound, m.Code));
        Assert.All(standards, s => Assert.NotEmpty(s.Content.Materials));
        Assert.Equal(3, standards.Count(s => s.Content.OnTheSpot));
    }

    [Fact]
    public async Task Fill_OutsideDevelopment_IsRefusedAsABug()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var outside = new ElsewhereEnvironment();
        var demo = new DemoHall(
            hall.Get<IDbContextFactory<HallDbContext>>(), hall.Get<HallWork>(), hall.Get<HallDirectory>(), hall.Get<DemoStaff>(), hall.Get<DemoMatters>(), outside);

        await Assert.ThrowsAsync<InvalidOperationException>(() => demo.FillAsync(TestContext.Current.CancellationToken));

        Assert.Equal(0, await hall.ReadAsync(db => db.Set<ServiceHall>().CountAsync()));
    }

    private sealed class ElsewhereEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "HallSuite";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
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
