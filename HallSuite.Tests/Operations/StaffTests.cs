using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.TestKit.SampleStaff;

namespace HallSuite.Tests.Operations;

public sealed class StaffTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hire_UnderATakenName_IsRefusedWhateverTheCase(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.HireAsync("clerk1");

        (await hall.Get<HireStaff>().ExecuteAsync(new("CLERK1", "王芳", Password), Chief, Cancel)).ShouldBeRefused("staff.user-name-taken");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hire_ByOnePersonWithoutTheRight_IsRefused(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var manager = await hall.HireAsync("manager");
        await hall.GiveAsync(manager, Role.HallManager);

        (await hall.Get<HireStaff>().ExecuteAsync(new("clerk1", "王芳", Password), Actor.Staff(manager, ""), Cancel)).ShouldBeRefused("permission.denied");
        Assert.Equal(1, await hall.ReadAsync(db => db.Set<StaffMember>().CountAsync()));
    }

    [Theory]
    [InlineData("x", "王芳", Password, "staff.user-name-invalid")]
    [InlineData("clerk1", " ", Password, "staff.name-invalid")]
    [InlineData("clerk1", "王芳", "weak", "password.too-weak")]
    [InlineData("clerk1", "王芳", "Clerk1-2026-09", "password.too-weak")]
    public async Task Hire_AgainstTheRules_IsRefusedAndLeavesNothing(string userName, string name, string password, string code)
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);

        (await hall.Get<HireStaff>().ExecuteAsync(new(userName, name, password), Chief, Cancel)).ShouldBeRefused(code);

        Assert.Equal(0, await hall.ReadAsync(db => db.Set<StaffMember>().CountAsync()) + await hall.ReadAsync(db => db.Set<SignInAccount>().CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rename_ChangesTheNameAndIsAudited(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var clerk = await hall.HireAsync("clerk1");

        (await hall.Get<RenameStaff>().ExecuteAsync(new(clerk, "林静仪"), Chief, Cancel)).ShouldPass();

        Assert.Equal("林静仪", await hall.ReadAsync(db => db.Set<StaffMember>().Select(s => s.Name).SingleAsync()));
        Assert.Equal("clerk1", await hall.ReadAsync(db => db.Set<AuditRow>().Where(r => r.Operation == nameof(RenameStaff)).Select(r => r.Subject).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deactivate_OfOneself_IsRefused(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var (first, second) = (await hall.HireAsync("admin"), await hall.HireAsync("admin2"));
        await hall.GiveAsync(first, Role.Administrator);
        await hall.GiveAsync(second, Role.Administrator);

        (await hall.Get<DeactivateStaff>().ExecuteAsync(new(first), Actor.Staff(first, ""), Cancel)).ShouldBeRefused("staff.not-oneself");
        (await hall.Get<DeactivateStaff>().ExecuteAsync(new(second), Actor.Staff(first, ""), Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Deactivate_OfTheLastAdministrator_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var admin = await hall.HireAsync("admin");
        await hall.GiveAsync(admin, Role.Administrator);
        await hall.GiveAsync(await hall.HireAsync("leaving"), Role.Administrator, until: TestHall.Start.AddDays(1));

        (await hall.Get<DeactivateStaff>().ExecuteAsync(new(admin), Chief, Cancel)).ShouldBeRefused("staff.last-administrator");

        Assert.True(await hall.ReadAsync(db => db.Set<StaffMember>().Where(s => s.Id == admin).Select(s => s.Active).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EndPost_OfTheLastAdministrator_IsRefused(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var post = await hall.GiveAsync(await hall.HireAsync("admin"), Role.Administrator);

        (await hall.Get<EndPost>().ExecuteAsync(new(post), Chief, Cancel)).ShouldBeRefused("staff.last-administrator");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reactivate_GivesThePostsBack(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.GiveAsync(await hall.HireAsync("admin"), Role.Administrator);
        var clerk = await hall.HireAsync("clerk1");
        await hall.GiveAsync(clerk, Role.WindowClerk);
        (await hall.Get<ReactivateStaff>().ExecuteAsync(new(clerk), Chief, Cancel)).ShouldBeRefused("staff.wrong-state");
        (await hall.Get<DeactivateStaff>().ExecuteAsync(new(clerk), Chief, Cancel)).ShouldPass();

        (await hall.Get<ReactivateStaff>().ExecuteAsync(new(clerk), Chief, Cancel)).ShouldPass();

        Assert.Null(await hall.Get<Access>().RefusalAsync(Actor.Staff(clerk, ""), Permission.CallTickets, Scope.Everything, Cancel));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task GivePost_InAnUnknownHallOrDepartment_IsRefused(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var clerk = await hall.HireAsync("clerk1");
        var give = hall.Get<GivePost>();

        (await give.ExecuteAsync(new(clerk, Role.WindowClerk, new HallId(Guid.NewGuid()), null), Chief, Cancel)).ShouldBeRefused("hall.unknown");
        (await give.ExecuteAsync(new(clerk, Role.Reviewer, null, new DepartmentId(Guid.NewGuid())), Chief, Cancel)).ShouldBeRefused("department.unknown");
        (await give.ExecuteAsync(new(clerk, Role.Reviewer, null, null), Chief, Cancel)).ShouldBeRefused("post.needs-department");
        (await give.ExecuteAsync(new(new StaffId(Guid.NewGuid()), Role.WindowClerk, null, null), Chief, Cancel)).ShouldBeRefused("staff.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Department_IsMadeOnceAndRenamed(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var market = (await hall.Get<CreateDepartment>().ExecuteAsync(new("SCJG", "市场监管局", "Market Regulation"), Chief, Cancel)).ShouldPass();

        (await hall.Get<CreateDepartment>().ExecuteAsync(new("SCJG", "另一个", "Another"), Chief, Cancel)).ShouldBeRefused("department.code-taken");
        (await hall.Get<EditDepartment>().ExecuteAsync(new(market, "市场监督管理局", "Administration for Market Regulation", "青澜市监许"), Chief, Cancel)).ShouldPass();

        Assert.Equal("市场监督管理局", await hall.ReadAsync(db => db.Set<Department>().Select(d => d.Name).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FirstAdministrator_IsMadeWithTheTokenOnceTogetherWithTheFirstHall(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var token = await hall.Get<SetUpToken>().IssueAsync(Cancel);
        var make = hall.Get<MakeFirstAdministrator>();
        var first = new MakeFirstAdministrator.Command(token!, "admin", "汪敏", Password, new FirstHall("qinglan", "青澜区政务服务中心", "Asia/Shanghai"));
        var visitor = Actor.Visitor("192.0.2.7");

        (await make.ExecuteAsync(first with { Token = "guess" }, visitor, Cancel)).ShouldBeRefused("setup.token-wrong");
        (await make.ExecuteAsync(first with { Hall = new FirstHall("qinglan", "青澜", "Mars/Olympus") }, visitor, Cancel)).ShouldBeRefused("hall.time-zone-unknown");
        var admin = (await make.ExecuteAsync(first, visitor, Cancel)).ShouldPass();

        Assert.Null(await hall.Get<Access>().RefusalAsync(Actor.Staff(admin, ""), Permission.ManageStaff, Scope.Everything, Cancel));
        Assert.False(await hall.Get<SetUpToken>().IsOpenAsync(Cancel));
        Assert.Null(await hall.Get<SetUpToken>().IssueAsync(Cancel));
        (await make.ExecuteAsync(first with { UserName = "second" }, visitor, Cancel)).ShouldBeRefused("setup.already-done");
        var made = await hall.ReadAsync(db => db.Set<ServiceHall>().SingleAsync());
        Assert.Equal(("qinglan", "Asia/Shanghai"), (made.Code, made.TimeZone));
        Assert.True(made.Hours.IsOpenAt(new DateTime(2026, 9, 28, 9, 0, 0)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SetUpToken_OfAnEarlierStart_IsVoid(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var earlier = await hall.Get<SetUpToken>().IssueAsync(Cancel);
        await hall.Get<SetUpToken>().IssueAsync(Cancel);

        (await hall.Get<MakeFirstAdministrator>().ExecuteAsync(
            new(earlier!, "admin", "汪敏", Password, new FirstHall("qinglan", "青澜", "Asia/Shanghai")), Actor.Visitor(""), Cancel)).ShouldBeRefused("setup.token-wrong");
    }

    [Fact]
    public void OneTimePasswords_KeepTheRules_AndDiffer()
    {
        var made = Enumerable.Range(0, 200).Select(_ => OneTimePassword.New()).ToList();

        Assert.All(made, p => Assert.True(PasswordRules.Check(p, "").IsOk, p));
        Assert.Equal(made.Count, made.Distinct().Count());
    }
}
