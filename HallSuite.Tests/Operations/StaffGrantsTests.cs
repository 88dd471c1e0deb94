using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.TestKit.SampleStaff;

namespace HallSuite.Tests.Operations;

public sealed class StaffGrantsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_InAHall_ReachesTheHallsBelowAndNoOther(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var (district, street, other) = await SeedTreeAsync(hall);
        var manager = await hall.HireAsync("manager");
        await hall.GiveAsync(manager, Role.HallManager, street.Id);

        Assert.True(await MayAsync(hall, manager, Permission.ViewQueue, street.Id));
        Assert.True(await MayAsync(hall, manager, Permission.ViewQueue, (await SeedBelowAsync(hall, street)).Id));
        Assert.False(await MayAsync(hall, manager, Permission.ViewQueue, district.Id));
        Assert.False(await MayAsync(hall, manager, Permission.ViewQueue, other.Id));
        Assert.False(await MayAsync(hall, manager, Permission.ViewQueue, Scope.Everything));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_InAHallWhoseCodeBeginsAnothers_DoesNotReachTheOther(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var (short1, longer) = (NewHall("west", null), NewHall("west-gate", null));
        await hall.SeedAsync(short1, longer);
        var manager = await hall.HireAsync("manager");
        await hall.GiveAsync(manager, Role.HallManager, short1.Id);

        Assert.False(await MayAsync(hall, manager, Permission.ViewQueue, longer.Id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_WithoutAHall_ReachesEverything(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var (district, _, _) = await SeedTreeAsync(hall);
        var admin = await hall.HireAsync("admin");
        await hall.GiveAsync(admin, Role.Administrator);

        Assert.True(await MayAsync(hall, admin, Permission.ManageHalls, district.Id));
        Assert.True(await MayAsync(hall, admin, Permission.ManageStaff, Scope.Everything));
        Assert.False(await MayAsync(hall, admin, Permission.ViewAudit, Scope.Everything));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_OfADepartment_ReachesThatDepartmentAndTheHallAsSuch(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var (district, _, _) = await SeedTreeAsync(hall);
        var market = (await hall.Get<CreateDepartment>().ExecuteAsync(new("SCJG", "市场监管局", "Market Regulation"), Chief, Cancel)).ShouldPass();
        var health = (await hall.Get<CreateDepartment>().ExecuteAsync(new("WJ", "卫生健康局", "Health"), Chief, Cancel)).ShouldPass();
        var reviewer = await hall.HireAsync("reviewer1");
        await hall.GiveAsync(reviewer, Role.Reviewer, district.Id, market);

        Assert.True(await MayAsync(hall, reviewer, Permission.ViewQueue, new Scope(district.Id, market)));
        Assert.True(await MayAsync(hall, reviewer, Permission.ViewQueue, district.Id));
        Assert.False(await MayAsync(hall, reviewer, Permission.ViewQueue, new Scope(district.Id, health)));
        Assert.False(await MayAsync(hall, reviewer, Permission.ViewQueue, new Scope(null, market)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Operation_AfterThePostEnded_IsRefusedAtOnce(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync([.. sample.Entities, sample.NewTicket(0, 1), sample.NewTicket(0, 2)]);
        var clerk = await hall.HireAsync("clerk1");
        var post = await hall.GiveAsync(clerk, Role.WindowClerk, sample.Hall.Id);
        var actor = Actor.Staff(clerk, "");
        (await hall.Get<CloseWindow>().ExecuteAsync(new(sample.Hall.Id, 1), Chief, Cancel)).ShouldPass();
        (await hall.Get<OpenWindow>().ExecuteAsync(new(sample.Hall.Id, 1), actor, Cancel)).ShouldPass();
        var called = (await hall.Get<CallNextTicket>().ExecuteAsync(new(sample.Hall.Id, 1), actor, Cancel)).ShouldPass();

        (await hall.Get<EndPost>().ExecuteAsync(new(post), Chief, Cancel)).ShouldPass();

        (await hall.Get<RecallTicket>().ExecuteAsync(new(sample.Hall.Id, called.Id), actor, Cancel)).ShouldBeRefused("permission.denied");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Post_ThatRunsOut_GivesNothingFromThatMoment(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var (district, _, _) = await SeedTreeAsync(hall);
        var manager = await hall.HireAsync("manager");
        await hall.GiveAsync(manager, Role.HallManager, district.Id, until: TestHall.Start.AddHours(2));

        Assert.True(await MayAsync(hall, manager, Permission.ViewQueue, district.Id));
        hall.Clock.Move(TimeSpan.FromHours(2));
        Assert.False(await MayAsync(hall, manager, Permission.ViewQueue, district.Id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Inactive_HoldsNothing_NotEvenTheOwnAccount(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.GiveAsync(await hall.HireAsync("admin"), Role.Administrator);
        var manager = await hall.HireAsync("manager");
        await hall.GiveAsync(manager, Role.HallManager);
        (await hall.Get<DeactivateStaff>().ExecuteAsync(new(manager), Chief, Cancel)).ShouldPass();

        Assert.False(await MayAsync(hall, manager, Permission.ManageOwnAccount, Scope.Everything));
        (await hall.Get<StaffQueries>().MeAsync(Actor.Staff(manager, ""), Cancel)).ShouldBeRefused("staff.inactive");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SomeoneWithoutAPost_MayChangeTheOwnPasswordAndNothingElse(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var newcomer = await hall.HireAsync("newcomer");

        Assert.True(await MayAsync(hall, newcomer, Permission.ManageOwnAccount, Scope.Everything));
        foreach (var permission in Enum.GetValues<Permission>().Where(p => p != Permission.ManageOwnAccount))
        {
            Assert.False(await MayAsync(hall, newcomer, permission, Scope.Everything), permission.ToString());
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Me_SaysPostsPermissionsAndTheHallsTheyReach(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var (_, street, other) = await SeedTreeAsync(hall);
        var below = await SeedBelowAsync(hall, street);
        var clerk = await hall.HireAsync("clerk1");
        await hall.GiveAsync(clerk, Role.WindowClerk, street.Id);
        await hall.GiveAsync(clerk, Role.Auditor, street.Id, until: TestHall.Start.AddMinutes(1));
        hall.Clock.Move(TimeSpan.FromMinutes(5));

        var me = (await hall.Get<StaffQueries>().MeAsync(Actor.Staff(clerk, ""), Cancel)).ShouldPass();

        Assert.Equal(("clerk1", "林静怡", false), (me.UserName, me.Name, me.MustChangePassword));
        var post = Assert.Single(me.Posts);
        Assert.Equal((Role.WindowClerk, street.Name), (post.Role, post.HallName));
        Assert.True(me.May(Permission.CallTickets));
        Assert.False(me.May(Permission.ViewAudit));
        Assert.Equal([street.Code, below.Code], me.Halls.Select(h => h.Code));
        Assert.DoesNotContain(other.Code, me.Halls.Select(h => h.Code));
    }

    private static async Task<bool> MayAsync(TestHall hall, StaffId staff, Permission permission, Scope scope) =>
        await hall.Get<Access>().RefusalAsync(Actor.Staff(staff, ""), permission, scope, Cancel) is null;

    private static async Task<(ServiceHall District, ServiceHall Street, ServiceHall Other)> SeedTreeAsync(TestHall hall)
    {
        var district = NewHall("baoan", null);
        var (street, other) = (NewHall("xixiang", district), NewHall("fuyong", district));
        await hall.SeedAsync(district, street, other);
        return (district, street, other);
    }

    private static async Task<ServiceHall> SeedBelowAsync(TestHall hall, ServiceHall parent)
    {
        var community = NewHall("gushu", parent);
        await hall.SeedAsync(community);
        return community;
    }

    private static ServiceHall NewHall(string code, ServiceHall? parent) => ServiceHall.Create(
        new HallId(Guid.CreateVersion7()), code, $"{code} 大厅", parent, "Asia/Shanghai", OpeningHours.AlwaysOpen, codeTaken: false, zoneIsKnown: true).Value;
}
