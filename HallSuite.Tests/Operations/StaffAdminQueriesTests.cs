using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.TestKit.SampleStaff;

namespace HallSuite.Tests.Operations;

public sealed class StaffAdminQueriesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_PagesByUserNameAndLosesNone(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        string[] names = ["clerk10", "clerk2", "clerk1", "admin", "clerk-a"];
        foreach (var name in names)
        {
            await hall.HireAsync(name);
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await hall.Get<StaffAdminQueries>().ListAsync(Chief, new StaffFilter(), after, 2, Cancel)).ShouldPass();
            Assert.Equal(5, page.Total);
            seen.AddRange(page.People.Select(p => p.UserName));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(names.Order(StringComparer.Ordinal), seen);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_IsFilteredByNamePostAndState(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.GiveAsync(await hall.HireAsync("admin"), Role.Administrator);
        var clerk = await hall.HireAsync("clerk1");
        await hall.GiveAsync(clerk, Role.WindowClerk);
        var former = await hall.HireAsync("clerk2");
        await hall.GiveAsync(former, Role.WindowClerk, until: TestHall.Start.AddHours(1));
        var gone = await hall.HireAsync("clerk3");
        (await hall.Get<RenameStaff>().ExecuteAsync(new(gone, "王海燕"), Chief, Cancel)).ShouldPass();
        (await hall.Get<DeactivateStaff>().ExecuteAsync(new(gone), Chief, Cancel)).ShouldPass();
        hall.Clock.Move(TimeSpan.FromHours(2));

        Assert.Equal(["clerk1"], await NamesAsync(hall, new StaffFilter(Role: Role.WindowClerk)));
        Assert.Equal(["clerk1", "clerk2"], await NamesAsync(hall, new StaffFilter(Search: " CLERK ")));
        Assert.Equal(["clerk3"], await NamesAsync(hall, new StaffFilter(Search: "海燕", WithInactive: true)));
        Assert.Empty(await NamesAsync(hall, new StaffFilter(Search: "海燕")));
        Assert.Empty(await NamesAsync(hall, new StaffFilter(Search: "%")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Person_ShowsEndedPostsToo_TheListOnlyThoseHeldNow(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Hall);
        var department = (await hall.Get<CreateDepartment>().ExecuteAsync(new("SCJG", "市场监管局", "Market Regulation"), Chief, Cancel)).ShouldPass();
        var person = await hall.HireAsync("reviewer1");
        var ended = await hall.GiveAsync(person, Role.WindowClerk, sample.Hall.Id);
        hall.Clock.Move(TimeSpan.FromMinutes(1));
        (await hall.Get<EndPost>().ExecuteAsync(new(ended), Chief, Cancel)).ShouldPass();
        await hall.GiveAsync(person, Role.Reviewer, sample.Hall.Id, department);

        var read = (await hall.Get<StaffAdminQueries>().PersonAsync(Chief, person, Cancel)).ShouldPass();
        var listed = Assert.Single((await hall.Get<StaffAdminQueries>().ListAsync(Chief, new StaffFilter(), null, 50, Cancel)).ShouldPass().People);

        Assert.Equal([Role.Reviewer, Role.WindowClerk], read.Posts.Select(p => p.Role));
        var held = Assert.Single(listed.Posts);
        Assert.Equal((Role.Reviewer, sample.Hall.Name, "市场监管局"), (held.Role, held.HallName, held.DepartmentName));
        Assert.Equal(1, Assert.Single((await hall.Get<StaffAdminQueries>().PlacesAsync(Chief, Cancel)).ShouldPass().Departments).Posts);
        (await hall.Get<StaffAdminQueries>().PersonAsync(Chief, new StaffId(Guid.NewGuid()), Cancel)).ShouldBeRefused("staff.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everything_IsForAdministratorsOfTheWholeInstallation(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Hall);
        var local = await hall.HireAsync("local");
        await hall.GiveAsync(local, Role.Administrator, sample.Hall.Id);
        var actor = Actor.Staff(local, "");

        (await hall.Get<StaffAdminQueries>().ListAsync(actor, new StaffFilter(), null, 50, Cancel)).ShouldBeRefused("permission.denied");
        (await hall.Get<StaffAdminQueries>().PersonAsync(actor, local, Cancel)).ShouldBeRefused("permission.denied");
        (await hall.Get<StaffAdminQueries>().PlacesAsync(actor, Cancel)).ShouldBeRefused("permission.denied");
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestHall hall, StaffFilter filter) =>
        (await hall.Get<StaffAdminQueries>().ListAsync(Chief, filter, null, 50, Cancel)).ShouldPass().People.Select(p => p.UserName);
}
