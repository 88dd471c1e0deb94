using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>What the desk that hands results out shows, part by part.</summary>
public sealed class IssueDeskQueriesTests
{
    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACase_GoesThroughTheParts(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var seen = await office.ApprovedAsync();
        var row = Assert.Single((await ReadAsync(office, IssueDeskPart.ToMake)).Rows);
        Assert.Equal(("阿******曼", "经营许可", "街角小店", CaseState.Approved, 0), (row.Applicant, row.Matter, row.Subject, row.State, row.Owed));
        Assert.Equal((ClockKind.Issue, new DateOnly(2026, 10, 16)), (row.Due!.Kind, row.Due.Day));

        seen = (await office.Get<IssueResult>().ExecuteAsync(new(seen, office.Today), clerk, Cancel)).ShouldPass().Seen;
        Assert.Equal("青澜市监许证〔2026〕1号", Assert.Single((await ReadAsync(office, IssueDeskPart.ToTell)).Rows).Certificate);
        seen = (await office.Get<NotifyReady>().ExecuteAsync(new(seen), clerk, Cancel)).ShouldPass().Seen;
        var told = await ReadAsync(office, IssueDeskPart.ToFetch);
        Assert.Null(Assert.Single(told.Rows).Due);
        Assert.Equal([0, 0, 1, 0, 0], Enum.GetValues<IssueDeskPart>().Select(p => told.Counts[p]));
        seen = (await office.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), clerk, Cancel)).ShouldPass().Seen;
        Assert.Equal(DeliveryWay.PickUp, Assert.Single((await ReadAsync(office, IssueDeskPart.DeliveredToday)).Rows).Way);
        (await office.Get<ArchiveCase>().ExecuteAsync(new(seen), clerk, Cancel)).ShouldPass();
        Assert.Equal(CaseState.Archived, Assert.Single((await ReadAsync(office, IssueDeskPart.DeliveredToday)).Rows).State);

        office.Wait(TimeSpan.FromHours(14));
        var tomorrow = await ReadAsync(office, IssueDeskPart.DeliveredToday);
        Assert.Empty(tomorrow.Rows);
        Assert.All(tomorrow.Counts.Values, c => Assert.Equal(0, c));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ARefusal_IsToBeServed(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = (await office.Get<RefuseCase>().ExecuteAsync(new(await office.ReviewedAsync(), CaseScene.Grounds), await office.HeadAsync(), Cancel)).ShouldPass().Seen;

        Assert.Equal(seen.Case, Assert.Single((await ReadAsync(office, IssueDeskPart.ToServe)).Rows).Id);
        (await office.Get<DeliverResult>().ExecuteAsync(new(seen, new(DeliveryWay.Courier, "EMS 1", IdentityChecked: false)), await office.ClerkAsync(), Cancel)).ShouldPass();
        Assert.Empty((await ReadAsync(office, IssueDeskPart.ToServe)).Rows);
        Assert.Equal(DeliveryWay.Courier, Assert.Single((await ReadAsync(office, IssueDeskPart.DeliveredToday)).Rows).Way);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACase_IsFoundByWhatSomebodyBrings(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var seen = (await office.Get<NotifyReady>().ExecuteAsync(new(await office.IssuedAsync()), clerk, Cancel)).ShouldPass().Seen;
        await office.Get<NotifyReady>().ExecuteAsync(new(await office.IssuedAsync()), clerk, Cancel);
        var file = await office.FileAsync(seen);
        var code = (await office.Get<CaseQueries>().FindAsync(clerk, file.Number, Cancel)).ShouldPass().PickupCode!;

        foreach (var (brought, found) in new[]
        {
            (file.Number, 1), (file.Number.ToLowerInvariant(), 1), (file.Number[..8], 2), (file.Number[^5..], 1), (code, 1), ($" {code} ", 1), (CaseOffice.Number, 2), ("街角", 2),
            ("QQQQQQ", 0), ("没有的店", 0), ("11010119900307002X", 0),
        })
        {
            Assert.Equal((brought, found), (brought, (await ReadAsync(office, IssueDeskPart.ToFetch, find: brought)).Rows.Count));
        }

        Assert.Empty((await ReadAsync(office, IssueDeskPart.ToTell, find: code)).Rows);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Pages_FollowEachOther_WithoutHolesOrDoubles(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        for (var i = 0; i < 3; i++)
        {
            var seen = await office.IssuedAsync();
            (await office.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), clerk, Cancel)).ShouldPass();
            await office.IssuedAsync();
        }

        foreach (var part in new[] { IssueDeskPart.ToTell, IssueDeskPart.DeliveredToday })
        {
            var whole = (await ReadAsync(office, part)).Rows.Select(r => r.Number).ToList();
            var first = await ReadAsync(office, part, take: 2);
            var second = await ReadAsync(office, part, after: first.Next, take: 2);
            Assert.Equal(3, whole.Count);
            Assert.Equal(whole, first.Rows.Concat(second.Rows).Select(r => r.Number));
            Assert.Null(second.Next);
        }

        Assert.Equal(3, (await ReadAsync(office, IssueDeskPart.ToTell, after: "nonsense")).Rows.Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheDesk_IsForWhoeverHandsResultsOut_ThereAndForTheirDepartments(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.ApprovedAsync();
        var queries = office.Get<IssueDeskQueries>();
        var filter = new IssueDeskFilter(office.Hall, IssueDeskPart.ToMake);

        (await queries.ReadAsync(await office.ReviewerAsync(), filter, Cancel)).ShouldBeRefused("permission.denied");
        (await queries.ReadAsync(await office.ClerkAsync(), filter with { Hall = new HallId(Guid.NewGuid()) }, Cancel)).ShouldBeRefused("permission.denied");
        var health = (await queries.ReadAsync(await office.StaffAsync("clerk-health", CaseOffice.Health, Role.WindowClerk), filter, Cancel)).ShouldPass();
        Assert.Empty(health.Rows);
        Assert.Equal(0, health.Counts[IssueDeskPart.ToMake]);
        Assert.Single((await queries.ReadAsync(await office.StaffAsync("clerk-market", CaseOffice.Market, Role.WindowClerk), filter, Cancel)).ShouldPass().Rows);
    }

    private static async Task<IssueDesk> ReadAsync(CaseOffice office, IssueDeskPart part, string? find = null, string? after = null, int take = 50) =>
        (await office.Get<IssueDeskQueries>().ReadAsync(await office.ClerkAsync(), new(office.Hall, part, find, after, take), Cancel)).ShouldPass();
}
