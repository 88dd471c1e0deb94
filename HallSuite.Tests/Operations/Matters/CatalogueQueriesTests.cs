using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Matters;

public sealed class CatalogueQueriesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What is typed, and how many of the five matters it finds.</summary>
    public static TheoryData<DatabaseProvider, string, int> Searches
    {
        get
        {
            var rows = new TheoryData<DatabaseProvider, string, int>();
            foreach (var provider in Databases.All.Select(row => row.Data))
            {
                foreach (var (typed, found) in new[]
                {
                    ("", 5), ("许可", 4), ("许可 食品", 1), ("食品　许可", 1), ("卫生健康", 2), ("卫生健康 公共", 1), ("440192002", 2), ("192002002", 1), ("11440000006939756b", 3), ("(新办)", 1), ("（新办）", 1),
                    ("100%", 1), ("%", 1), ("_", 1), ("a_b", 1), ("axb", 0), ("\\", 0), ("[", 0), ("'", 0), ("没有的", 0), ("ＶＩＰ", 1),
                })
                {
                    rows.Add(provider, typed, found);
                }
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Searches))]
    public async Task Search_FindsPartsOfNameCodeAndDepartment_AndTakesSignsAsTheyAre(DatabaseProvider provider, string typed, int found)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await FillAsync(hall);

        var page = await hall.Get<CatalogueQueries>().ListAsync(new(typed), null, 50, Cancel);

        Assert.Equal(found, page.Lines.Count);
        Assert.Null(page.Next);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Pages_FollowEachOtherWithoutAGap(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await FillAsync(hall);
        var queries = hall.Get<CatalogueQueries>();
        var seen = new List<string>();

        for (var page = await queries.ListAsync(new(), null, 2, Cancel); ; page = await queries.ListAsync(new(), page.Next, 2, Cancel))
        {
            seen.AddRange(page.Lines.Select(l => l.Code));
            if (page.Next is null)
            {
                break;
            }
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(seen.Distinct().Order(StringComparer.Ordinal), seen);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Department_IsChosenByCodeOrName(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await FillAsync(hall);
        var queries = hall.Get<CatalogueQueries>();

        Assert.Equal(3, (await queries.ListAsync(new(Department: "11440000006939756B"), null, 50, Cancel)).Lines.Count);
        Assert.Equal(2, (await queries.ListAsync(new(Department: "卫生健康局"), null, 50, Cancel)).Lines.Count);
        Assert.Empty((await queries.ListAsync(new(Department: "卫生"), null, 50, Cancel)).Lines);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheList_OfTheStaff_TellsLimitsAndHowManyThereAre(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await FillAsync(hall);
        var clerk = await hall.HireAsync("clerk");
        await hall.GiveAsync(clerk, Role.WindowClerk, where);
        var (actor, queries) = (Actor.Staff(clerk, "test"), hall.Get<AdminMatterQueries>());

        var page = (await queries.ListAsync(actor, where, new("食品 经营"), null, 50, Cancel)).ShouldPass();

        var only = Assert.Single(page.Matters);
        Assert.Equal((1, 5, 1, 30, 10, 2), (page.Total, page.All, only.Number, only.Statutory!.Value.Days, only.Committed!.Value.Days, only.Materials));
        (await queries.ListAsync(actor, Scope.Everything, new(), null, 50, Cancel)).ShouldBeRefused("permission.denied");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMatter_IsReadWithAllItsVersions(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await FillAsync(hall);
        hall.Clock.Move(TimeSpan.FromDays(1));
        var changed = await MatterSheet.OfTwo().With(0, "promised_days", "3").ReadAsync();
        (await hall.Get<ImportMatters>().ExecuteAsync(new(where, changed), SampleStaff.Chief, Cancel)).ShouldPass();
        var queries = hall.Get<AdminMatterQueries>();

        var matter = (await queries.ReadAsync(SampleStaff.Chief, where, MatterSheet.FirstCode, Cancel)).ShouldPass();

        Assert.Equal([2, 1], matter.Standards.Select(s => s.Number));
        (await queries.ReadAsync(SampleStaff.Chief, where, "NONE", Cancel)).ShouldBeRefused("matter.unknown");
        Assert.Equal(3, (await hall.Get<CatalogueQueries>().ReadAsync(MatterSheet.FirstCode.ToLowerInvariant(), Cancel)).ShouldPass().Standard.Committed!.Value.Days);
    }

    private static async Task<HallId> FillAsync(TestHall hall)
    {
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        var file = await MatterSheet.OfTwo()
            .Add("11440000006939756B2440101007001", "食品 100% 抽检 a_b", "市场监督管理局", "公共服务")
            .Add("11440000006939756B2440101007002", "药品经营许可", "市场监督管理局")
            .Add("1144000067157148822440192002003", "VIP 诊疗许可", "卫生健康局").ReadAsync();
        (await hall.Get<ImportMatters>().ExecuteAsync(new(sample.Hall.Id, file), SampleStaff.Chief, Cancel)).ShouldPass();
        return sample.Hall.Id;
    }
}
