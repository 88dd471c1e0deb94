using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Audit;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.TestKit.SampleStaff;

namespace HallSuite.Tests.Operations;

/// <summary>The chain over the audit log. What an intruder with the database in hand does is done here with plain statements.</summary>
public sealed class AuditTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_OfAnUntouchedLog_IsSound(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);
        await hall.SignInAsync("clerk1");

        var report = await VerifyAsync(hall);

        Assert.True(report.IsSound, string.Join("; ", report.Faults));
        Assert.Equal((6, 1, 5), (report.Rows, report.Unsealed, report.Head));
        Assert.Equal(64, report.HeadHash.Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenARowWasChanged_FindsIt(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);

        await TamperAsync(hall, db => db.Set<AuditRow>().Where(r => r.Seq == 3).ExecuteUpdateAsync(s => s.SetProperty(r => r.Subject, "somebody-else")));

        Assert.Equal([new AuditFault(AuditFaultKind.Changed, Streams.Platform, 3, 3)], (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenARowWasRemoved_FindsIt(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);

        await TamperAsync(hall, db => db.Set<AuditRow>().Where(r => r.Seq == 3).ExecuteDeleteAsync());

        Assert.Equal([new AuditFault(AuditFaultKind.Removed, Streams.Platform, 3, 3)], (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenARowWasInserted_FindsIt(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);

        await InsertAsync(hall, seq: 3, part: 1);

        Assert.Equal([new AuditFault(AuditFaultKind.Inserted, Streams.Platform, 3, 3)], (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenARowWasInsertedBeyondTheCounter_FindsIt(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);

        await InsertAsync(hall, seq: 99, part: 0);

        Assert.Equal([new AuditFault(AuditFaultKind.Inserted, Streams.Platform, 99, 99)], (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenARowWasRemovedAndReplacedWithItsSealKept_FindsIt(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);
        var before = await hall.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().SingleAsync(r => r.Seq == 3));

        await TamperAsync(hall, db => db.Set<AuditRow>().Where(r => r.Seq == 3).ExecuteDeleteAsync());
        await InsertAsync(hall, seq: 3, part: 0, before.Id);

        Assert.Equal([new AuditFault(AuditFaultKind.Changed, Streams.Platform, 3, 3)], (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenTheEndWasCutOffTogetherWithItsSeals_FindsItByTheCounter(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);

        await TamperAsync(hall, db => db.Set<AuditSeal>().Where(s => s.Seq >= 4).ExecuteDeleteAsync());
        await TamperAsync(hall, db => db.Set<AuditRow>().Where(r => r.Seq >= 4).ExecuteDeleteAsync());

        Assert.Equal([new AuditFault(AuditFaultKind.Removed, Streams.Platform, 4, 5)], (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenAllWasRemovedTogetherWithItsSeals_FindsIt(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);

        await TamperAsync(hall, db => db.Set<AuditSeal>().ExecuteDeleteAsync());
        await TamperAsync(hall, db => db.Set<AuditRow>().ExecuteDeleteAsync());

        Assert.Equal([new AuditFault(AuditFaultKind.Removed, Streams.Platform, 1, 5)], (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenARowWasRemovedBeforeItWasSealed_FindsTheGap(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);
        await hall.SignInAsync("clerk1");
        await hall.SignInAsync("clerk1");

        await TamperAsync(hall, db => db.Set<AuditRow>().Where(r => r.Seq == 6).ExecuteDeleteAsync());
        Assert.Equal([new AuditFault(AuditFaultKind.Removed, Streams.Platform, 6, 6)], (await VerifyAsync(hall)).Faults);

        await SealAsync(hall);
        Assert.Equal([new AuditFault(AuditFaultKind.Removed, Streams.Platform, 6, 6)], (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_WhenALinkOfTheChainWasRemoved_FindsItAndTheRowWithoutSeal(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);

        await TamperAsync(hall, db => db.Set<AuditSeal>().Where(s => s.Number == 3).ExecuteDeleteAsync());

        Assert.Equal(
            [new AuditFault(AuditFaultKind.SealRemoved, "", 3, 3), new AuditFault(AuditFaultKind.Inserted, Streams.Platform, 3, 3)],
            (await VerifyAsync(hall)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sealing_WhileManyWrite_SealsEachRowOnceAndLeavesNone(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);
        var writing = Task.WhenAll(Enumerable.Range(1, 12).Select(i => hall.SignInAsync($"nobody{i}", "wrong")));
        while (!writing.IsCompleted)
        {
            await SealAsync(hall);
        }

        await writing;
        await SealAsync(hall);

        var report = await VerifyAsync(hall);
        Assert.True(report.IsSound, string.Join("; ", report.Faults));
        Assert.Equal((17, 0, 17), (report.Rows, report.Unsealed, report.Head));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task DailyCheck_KeepsWhatItFound_OnceADay(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);
        var auditor = await hall.HireAsync("auditor");
        await hall.GiveAsync(auditor, Role.Auditor);
        await TamperAsync(hall, db => db.Set<AuditRow>().Where(r => r.Seq == 3).ExecuteDeleteAsync());
        var check = hall.Get<IEnumerable<IHallJob>>().OfType<CheckAudit>().Single();

        await check.RunAsync(Cancel);
        hall.Clock.Move(TimeSpan.FromHours(3));
        await check.RunAsync(Cancel);

        var last = (await hall.Get<AuditQueries>().LastCheckAsync(Actor.Staff(auditor, ""), Cancel)).ShouldPass();
        Assert.Equal((1, 6), (last!.Faults, last.Rows));
        Assert.Equal(1, await hall.ReadAsync(db => db.Set<AuditCheckRow>().CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_PagesFromTheNewestAndLosesNone(DatabaseProvider provider)
    {
        await using var hall = await SealedAsync(provider);
        var seen = new List<AuditLine>();
        string? after = null;
        do
        {
            var page = (await hall.Get<AuditQueries>().ListAsync(Chief, new AuditFilter(), after, 2, Cancel)).ShouldPass();
            seen.AddRange(page.Lines);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(5, seen.Count);
        Assert.Equal(seen.Count, seen.DistinctBy(l => l.Id).Count());
        Assert.Equal(seen.Select(l => l.At).OrderDescending(), seen.Select(l => l.At));
        Assert.All(seen, l => Assert.True(l.IsSealed));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_ByPerson_ShowsTheirActsAndTheTriesUnderTheirName(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var admin = await hall.HireAsync("admin");
        await hall.GiveAsync(admin, Role.Administrator);
        await hall.HireAsync("clerk1");
        await hall.SignInAsync("admin", "wrong");
        await hall.SignInAsync("clerk1");
        (await hall.Get<CreateDepartment>().ExecuteAsync(new("WJ", "卫生健康局", "Health"), Actor.Staff(admin, "192.0.2.9"), Cancel)).ShouldPass();

        var page = (await hall.Get<AuditQueries>().ListAsync(Chief, new AuditFilter(Person: "Admin"), null, 50, Cancel)).ShouldPass();

        Assert.Equal([nameof(CreateDepartment), nameof(SignIn)], page.Lines.Select(l => l.Operation));
        Assert.Equal(("林静怡", "admin", "192.0.2.9", "WJ"), (page.Lines[0].Person, page.Lines[0].UserName, page.Lines[0].From, page.Lines[0].Subject));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_IsForAuditorsOnly(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var admin = await hall.HireAsync("admin");
        await hall.GiveAsync(admin, Role.Administrator);

        (await hall.Get<AuditQueries>().ListAsync(Actor.Staff(admin, ""), new AuditFilter(), null, 50, Cancel)).ShouldBeRefused("permission.denied");
    }

    // Five operations on the platform's stream, all sealed.
    private static async Task<TestHall> SealedAsync(DatabaseProvider provider)
    {
        var hall = await TestHall.CreateAsync(provider);
        await hall.HireAsync("clerk1");
        await hall.HireAsync("clerk2");
        for (var i = 0; i < 3; i++)
        {
            hall.Clock.Move(TimeSpan.FromMinutes(1));
            await hall.SignInAsync("clerk2");
        }

        await SealAsync(hall);
        return hall;
    }

    private static Task SealAsync(TestHall hall) => hall.Get<SealAudit>().RunAsync(Cancel);

    private static Task<AuditReport> VerifyAsync(TestHall hall) => hall.Get<VerifyAudit>().RunAsync(Cancel);

    private static async Task TamperAsync(TestHall hall, Func<HallDbContext, Task<int>> statement) =>
        Assert.NotEqual(0, await hall.ReadAsync(statement));

    // As a statement, because the platform lets nothing but operations save an audit row.
    private static async Task InsertAsync(TestHall hall, long seq, int part, Guid? id = null)
    {
        var row = id ?? Guid.CreateVersion7(TestHall.Start);
        await TamperAsync(hall, db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Audit" ("Id", "Stream", "Seq", "Part", "At", "ActorKind", "ActorId", "From", "Operation")
            SELECT {row}, "Stream", {seq}, {part}, "At", "ActorKind", "ActorId", 'elsewhere', 'Forged' FROM "Audit" WHERE "Seq" = 1
            """));
    }
}
