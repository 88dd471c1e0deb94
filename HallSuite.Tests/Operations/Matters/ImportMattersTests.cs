using HallSuite.Domain.Calendar;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Matters;

public sealed class ImportMattersTests
{
    private static readonly Actor Importer = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_TheCatalogueOfAProvince_TakesAllOfIt_AndTheSecondTimeChangesNothing(DatabaseProvider provider)
    {
        var file = await MatterSheet.OfAProvinceAsync();
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);

        var first = await ImportAsync(hall, where, file);
        var versions = await VersionsAsync(hall);
        var second = await ImportAsync(hall, where, file);

        Assert.Equal((2262, 0, 0, 177), (first.Created, first.Changed, first.Unchanged, first.Departments));
        Assert.Equal((0, 0, 2262, 0), (second.Created, second.Changed, second.Unchanged, second.Departments));
        Assert.Equal(versions, await VersionsAsync(hall));
        var standards = await hall.ReadAsync(db => db.Set<Standard>().AsNoTracking().ToListAsync(Cancel));
        Assert.Equal(2262, standards.Count(s => s is { Number: 1, State: StandardState.Published, Content.Materials.Count: > 0 }));
        Assert.Equal(713, standards.Count(s => s.Content.StatutoryDays is null));
        Assert.Equal(11, standards.Count(s => s.Content.StatutoryDays?.Unit == LimitUnit.CalendarDays));
        Assert.Equal(1453, standards.Count(s => s.Content.Materials is [{ Name: "申请表" }]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_AChangedRow_PublishesTheNextVersionFromToday_AndTheOneBeforeStays(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        await ImportAsync(hall, where, await MatterSheet.OfTwo().ReadAsync());
        hall.Clock.Move(TimeSpan.FromDays(7));

        var import = await ImportAsync(hall, where, await MatterSheet.OfTwo().With(0, "promised_days", "5").With(0, "materials", "平面图|新材料").ReadAsync());

        Assert.Equal((0, 1, 1), (import.Created, import.Changed, import.Unchanged));
        var versions = await VersionsOfAsync(hall, MatterSheet.FirstCode);
        Assert.Equal([(1, StandardState.Retired, 10), (2, StandardState.Published, 5)], versions.Select(s => (s.Number, s.State, s.Content.Committed!.Value.Days)));
        Assert.Equal((SampleHall.Today.AddDays(6), SampleHall.Today.AddDays(7)), (versions[0].EffectiveUntil, versions[1].EffectiveFrom));
        Assert.Equal(["M1 申请书", "M2 平面图"], versions[0].Content.Materials.Select(m => $"{m.Code} {m.Name}"));
        Assert.Equal(["M2 平面图", "M3 新材料"], versions[1].Content.Materials.Select(m => $"{m.Code} {m.Name}"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_ChangedTwiceOnOneDay_LeavesOneVersionInForce(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        await ImportAsync(hall, where, await MatterSheet.OfTwo().ReadAsync());

        await ImportAsync(hall, where, await MatterSheet.OfTwo().With(0, "promised_days", "5").ReadAsync());

        var versions = await VersionsOfAsync(hall, MatterSheet.FirstCode);
        Assert.Equal([2], versions.Where(s => s.IsInForceOn(SampleHall.Today)).Select(s => s.Number));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_AChangedName_ChangesTheMatterAndKeepsItsStandard(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        await ImportAsync(hall, where, await MatterSheet.OfTwo().ReadAsync());

        var import = await ImportAsync(hall, where, await MatterSheet.OfTwo().With(0, "name", "食品经营许可（变更）").ReadAsync());

        Assert.Equal(1, import.Changed);
        Assert.Equal(1, Assert.Single(await VersionsOfAsync(hall, MatterSheet.FirstCode)).Number);
        var page = await hall.Get<CatalogueQueries>().ListAsync(new("（变更）"), null, 10, Cancel);
        Assert.Equal(["食品经营许可（变更）"], page.Lines.Select(l => l.Name));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_ADepartmentThatIsThereByName_IsUsed(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        var health = Department.Create(new DepartmentId(Guid.CreateVersion7()), "wjj", "卫生健康局(新)", "Health", codeTaken: false).Value;
        await hall.SeedAsync(health);

        var import = await ImportAsync(hall, where, await MatterSheet.OfTwo().With(1, "dept", "卫生健康局 （新）").ReadAsync());

        Assert.Equal(1, import.Departments);
        Assert.Equal(health.Id, (await MatterAsync(hall, MatterSheet.SecondCode)).Department);
        var made = await hall.ReadAsync(db => db.Set<Department>().AsNoTracking().SingleAsync(d => d.Name == "市场监督管理局", Cancel));
        Assert.Equal("11440000006939756B", made.Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_OneAuthorityUnderTwoNames_IsOneDepartment_AndRemarked(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        var twoNames = MatterSheet.OfTwo().Add("11440000006939756B2440101007001", "药品经营许可", "市监局");

        var import = await ImportAsync(hall, where, await twoNames.ReadAsync());

        Assert.Equal(2, import.Departments);
        Assert.Equal([new RemarkOnRow(4, RowRemark.DepartmentRenamed)], import.Remarks);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_AFileWithFaults_ChangesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        var file = await MatterSheet.OfTwo().With(1, "legal_days", "abc").ReadAsync();

        var done = await hall.Get<ImportMatters>().ExecuteAsync(new(where, file), Importer, Cancel);

        Assert.Equal([1], done.ShouldBeRefused("matter-file.faulty").Arguments);
        Assert.Equal((0, 0), await CountsAsync(hall));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_AnotherKindForACode_IsToldByThePreview_AndChangesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        await ImportAsync(hall, where, await MatterSheet.OfTwo().ReadAsync());
        var file = await MatterSheet.OfTwo().With(0, "promised_days", "5").With(1, "task_type", "行政确认").ReadAsync();

        var preview = (await hall.Get<MatterImportQueries>().PreviewAsync(Importer, where, file, null, Cancel)).ShouldPass();
        var done = await hall.Get<ImportMatters>().ExecuteAsync(new(where, file), Importer, Cancel);

        Assert.Equal([(3, "matter.kind-fixed")], preview.Faults.Select(f => (f.Line, f.Error.Code)));
        done.ShouldBeRefused("matter-file.faulty");
        Assert.Single(await VersionsOfAsync(hall, MatterSheet.FirstCode));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Preview_TellsWhatTheImportWillDo_AndChangesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        var (two, three) = (await MatterSheet.OfTwo().ReadAsync(), await MatterSheet.OfTwo().With(0, "promised_days", "5").Add("11440000006939756B244010100700033", "新事项", "市场监督管理局").ReadAsync());
        await ImportAsync(hall, where, two);
        var before = await CountsAsync(hall);

        var preview = (await hall.Get<MatterImportQueries>().PreviewAsync(Importer, where, three, null, Cancel)).ShouldPass();

        Assert.Equal(before, await CountsAsync(hall));
        Assert.Equal((1, 1, 1, 0), (preview.Created, preview.Changed, preview.Unchanged, preview.Departments));
        Assert.Equivalent(preview, await ImportAsync(hall, where, three));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_IsForAdministratorsOfEverything(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        var file = await MatterSheet.OfTwo().ReadAsync();
        foreach (var (name, role, place) in new[] { ("manager", Role.HallManager, (HallId?)null), ("local", Role.Administrator, where) })
        {
            var person = await hall.HireAsync(name);
            await hall.GiveAsync(person, role, place);

            (await hall.Get<ImportMatters>().ExecuteAsync(new(where, file), Actor.Staff(person, "test"), Cancel)).ShouldBeRefused("permission.denied");
            (await hall.Get<MatterImportQueries>().PreviewAsync(Actor.Staff(person, "test"), where, file, null, Cancel)).ShouldBeRefused("permission.denied");
        }

        Assert.Equal((0, 0), await CountsAsync(hall));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Import_WritesItsSumsIntoTheAuditLog_AndMovesTheCatalogue(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var where = await SeedAsync(hall);
        await ImportAsync(hall, where, await MatterSheet.OfTwo().ReadAsync());

        var row = await hall.ReadAsync(db => db.Set<AuditRow>().SingleAsync(a => a.Operation == nameof(ImportMatters), Cancel));
        var feed = await hall.ReadAsync(db => db.Set<ChangeFeedRow>().SingleAsync(f => f.Stream == row.Stream && f.Seq == row.Seq, Cancel));

        Assert.Equal(("sample", "created 2, changed 0, unchanged 0, departments added 2"), (row.Subject, row.Detail));
        Assert.Contains(MatterTopics.Catalogue, feed.Topics.Split('\n'));
    }

    [Fact]
    public async Task Import_TellsItsProgress()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var where = await SeedAsync(hall);
        var moved = 0;
        var progress = new ImportProgress { Moved = () => moved++ };

        (await hall.Get<ImportMatters>().ExecuteAsync(new(where, await MatterSheet.OfTwo().ReadAsync(), progress), Importer, Cancel)).ShouldPass();

        Assert.Equal((1, 2, 2), (moved, progress.Done, progress.Total));
    }

    private static async Task<HallId> SeedAsync(TestHall hall)
    {
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        return sample.Hall.Id;
    }

    private static async Task<MatterImport> ImportAsync(TestHall hall, HallId where, MatterReading file) =>
        (await hall.Get<ImportMatters>().ExecuteAsync(new(where, file), Importer, Cancel)).ShouldPass();

    private static Task<Matter> MatterAsync(TestHall hall, string code) => hall.ReadAsync(db => db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Code == code, Cancel));

    private static async Task<List<Standard>> VersionsOfAsync(TestHall hall, string code)
    {
        var matter = await MatterAsync(hall, code);
        return await hall.ReadAsync(db => db.Set<Standard>().AsNoTracking().Where(s => s.Matter == matter.Id).OrderBy(s => s.Number).ToListAsync(Cancel));
    }

    private static async Task<(long Matters, long Standards)> VersionsAsync(TestHall hall) => (
        await hall.ReadAsync(db => db.Set<Matter>().SumAsync(m => m.Version, Cancel)), await hall.ReadAsync(db => db.Set<Standard>().SumAsync(s => s.Version, Cancel)));

    private static async Task<(int Matters, int Departments)> CountsAsync(TestHall hall) => (
        await hall.ReadAsync(db => db.Set<Matter>().CountAsync(Cancel)), await hall.ReadAsync(db => db.Set<Department>().CountAsync(Cancel)));
}
