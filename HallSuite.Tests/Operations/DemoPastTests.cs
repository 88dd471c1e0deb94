using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Audit;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Demo;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Operations;

/// <summary>The past of the demo hall: told through the operations, once, in every phase.</summary>
public sealed class DemoPastTests
{
    private static readonly Dictionary<string, string?> WithCases = new() { ["Demo:Cases"] = "true" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Stories_AreToldWhole_InEveryPhase_AndWithEveryColour(DatabaseProvider provider)
    {
        await using var hall = await FilledAsync(provider);

        await hall.Get<DemoPast>().RunAsync(Cancel);

        var cases = await CasesAsync(hall);
        Assert.Equal(DemoStories.All.Count, cases.Count);
        Assert.All(DemoStories.All, s => Assert.True(cases.Single(c => c.Subject == s.Subject).EventCount >= s.Acts.Count, s.Subject));
        var phases = Enum.GetValues<CaseState>().Except([CaseState.PreReview, CaseState.PreReviewReturned]);
        Assert.Empty(phases.Except(cases.Select(c => c.State)));
        Assert.Contains(cases, c => c.AwaitsDecision);
        Assert.Contains(cases, c => c.DeemedAccepted);
        Assert.Contains(cases, c => c.OnTheSpot);
        Assert.Contains(cases, c => c.Extension is not null);
        Assert.Contains(cases, c => c.Materials.Any(m => m.Owed));
        Assert.Contains(cases, c => c is { State: CaseState.Issued, ReadyAt: null });
        Assert.Contains(cases, c => c is { State: CaseState.Issued, ReadyAt: not null });
        Assert.Contains(cases, c => c.TerminatedFor == TerminationGround.SupplementOverdue);
        Assert.Equal([Light.None, Light.Blue, Light.Yellow, Light.Red], cases.SelectMany(c => c.Clocks).Where(c => c.Runs).Select(c => c.Light).Distinct().Order());
        Assert.All(cases.SelectMany(c => c.Events), e => Assert.True(e.At <= hall.Clock.Now));
        Assert.All(cases, c => Assert.Equal(c.Events.Select(e => e.At).Order(), c.Events.Select(e => e.At)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Stories_LeaveNumbersWithoutGaps_CardsOfTheirDay_AndASoundLog(DatabaseProvider provider)
    {
        await using var hall = await FilledAsync(provider);

        await hall.Get<DemoPast>().RunAsync(Cancel);

        var cases = await CasesAsync(hall);
        foreach (var day in cases.GroupBy(c => c.Number[..^5]))
        {
            Assert.Equal(Enumerable.Range(1, day.Count()), day.Select(c => int.Parse(c.Number[^5..], System.Globalization.CultureInfo.InvariantCulture)).Order());
        }

        var documents = await hall.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().ToListAsync(Cancel));
        Assert.NotEmpty(documents);
        Assert.All(documents.GroupBy(d => d.Series), s => Assert.Equal(Enumerable.Range(1, s.Count()), s.Select(d => d.Serial).Order()));
        Assert.All(documents, d => Assert.Equal(d.Day, DateOnly.FromDateTime(d.IssuedAt.UtcDateTime.AddHours(8))));
        Assert.Equal(cases.Sum(c => c.Events.Sum(e => e.Notices.Count)), await hall.ReadAsync(db => db.Set<CasePaper>().CountAsync(Cancel)));

        var cards = await hall.ReadAsync(db => db.Set<Card>().AsNoTracking().ToListAsync(Cancel));
        Assert.Equal([Light.Blue, Light.Yellow, Light.Red], cards.Select(c => c.Light).Distinct().Order());
        Assert.Contains(cards, c => c.GivenAt < hall.Clock.Now.AddDays(-3)); // not all at once, by a sweep that came too late

        await hall.Services.GetServices<IHallJob>().Single(j => j.Name == "SealAudit").RunAsync(Cancel);
        var report = await hall.Get<VerifyAudit>().RunAsync(Cancel);
        Assert.True(report.IsSound, string.Join('\n', report.Faults));
        Assert.Equal(await hall.ReadAsync(db => db.Set<AuditRow>().CountAsync(Cancel)), report.Rows);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Stories_CutOffInTheMiddle_AreTakenUpWhereTheyWere_AndNeverTwice(DatabaseProvider provider)
    {
        await using var hall = await FilledAsync(provider);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var telling = hall.Get<DemoPast>().RunAsync(cut.Token);
            while (!telling.IsCompleted && await hall.ReadAsync(db => db.Set<Case>().CountAsync(Cancel)) < 9)
            {
                await Task.Yield();
            }

            await cut.CancelAsync();
            await telling;
        });
        var before = await CasesAsync(hall);
        Assert.InRange(before.Count, 9, DemoStories.All.Count - 1);

        await using var restarted = TestHall.On(hall.Database, WithCases);
        restarted.Clock.Set(hall.Clock.Now); // a node of its own begins at the start of the clock, before the demo staff had their posts
        await restarted.Get<DemoPast>().RunAsync(Cancel);
        var after = await CasesAsync(restarted);
        var rows = await restarted.ReadAsync(db => db.Set<AuditRow>().CountAsync(Cancel));
        await restarted.Get<DemoPast>().RunAsync(Cancel);

        Assert.Equal(DemoStories.All.Select(s => s.Subject).Order(StringComparer.Ordinal), after.Select(c => c.Subject).Order(StringComparer.Ordinal));
        Assert.All(DemoStories.All, s => Assert.True(after.Single(c => c.Subject == s.Subject).EventCount >= s.Acts.Count, s.Subject));
        Assert.All(before, b => Assert.Equal(b.Events.Select(e => (e.Act, e.At)), after.Single(c => c.Id == b.Id).Events.Take(b.EventCount).Select(e => (e.Act, e.At))));
        Assert.Equal(rows, await restarted.ReadAsync(db => db.Set<AuditRow>().CountAsync(Cancel)));
    }

    [Fact]
    public async Task Stories_TheNextDayStill_EndWithTheDayOnWhichTheyBegan()
    {
        await using var hall = await FilledAsync(DatabaseProvider.Sqlite);
        await hall.SeedAsync(new JobDayRow { Name = "demo-cases", Day = SampleHall.Today });
        hall.Clock.Move(TimeSpan.FromDays(3));

        await hall.Get<DemoPast>().RunAsync(Cancel);

        var cases = await CasesAsync(hall);
        Assert.Equal(DemoStories.All.Count, cases.Count);
        Assert.Equal(SampleHall.Today, DateOnly.FromDateTime(cases.SelectMany(c => c.Events).Max(e => e.At).UtcDateTime.AddHours(8)));
    }

    [Fact]
    public async Task Stories_OnASundayNightAfterMidnight_CanBeToldToo()
    {
        await using var hall = await FilledAsync(DatabaseProvider.Sqlite);
        hall.Clock.Set(new DateTimeOffset(2026, 10, 4, 0, 3, 0, TimeSpan.FromHours(8)));

        await hall.Get<DemoPast>().RunAsync(Cancel);

        var cases = await CasesAsync(hall);
        Assert.All(DemoStories.All, s => Assert.True(cases.Single(c => c.Subject == s.Subject).EventCount >= s.Acts.Count, s.Subject));
        Assert.All(cases.SelectMany(c => c.Events), e => Assert.True(e.At <= hall.Clock.Now));
    }

    [Fact]
    public async Task TheJobs_WaitUntilThePastIsTold()
    {
        await using var hall = await FilledAsync(DatabaseProvider.Sqlite);

        await hall.RunAsync();
        await Eventually.HoldsAsync(() => hall.ReadAsync(db => db.Set<JobDayRow>().AnyAsync(d => d.Name == "demo-cases-told", Cancel)), TimeSpan.FromMinutes(3));

        // A job of today would have accepted by law what the story accepts a moment later.
        Assert.Single(await CasesAsync(hall), c => c.DeemedAccepted);
    }

    [Fact]
    public async Task Cases_AreNotWanted_WithoutTheOption_AndNotMadeWithoutTheHall()
    {
        await using var without = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        await using var empty = await TestHall.CreateAsync(DatabaseProvider.Sqlite, WithCases);

        await empty.Get<DemoPast>().RunAsync(Cancel);

        Assert.False(without.Get<DemoPast>().IsWanted);
        Assert.True(empty.Get<DemoPast>().IsWanted);
        Assert.Equal(0, await empty.ReadAsync(db => db.Set<JobDayRow>().CountAsync(d => d.Name.StartsWith("demo"), Cancel)));
    }

    [Fact]
    public void Applicants_AreMadeUp_WithSoundNumbers()
    {
        var entries = DemoStories.All.Select(s => s.Applicant).ToList();

        Assert.Contains(entries, e => e.Name.Contains('·', StringComparison.Ordinal));
        Assert.Contains(entries, e => e.Name.EnumerateRunes().Any(r => r.Value > 0xFFFF));
        Assert.All(entries, e => Assert.True(
            e.Kind == ApplicantKind.Natural ? IdentityDocument.Of(IdentityType.Citizen, e.IdNumber, SampleHall.Today).IsOk : CreditCode.Of(e.IdNumber).Value.Warning is null, e.IdNumber));
        Assert.Equal(entries.Count, entries.Select(e => e.IdNumber).Distinct().Count());
    }

    [Fact]
    public async Task Discretion_OfTheDemoMatters_ForbidsAnOutcome()
    {
        await using var hall = await FilledAsync(DatabaseProvider.Sqlite);
        await hall.Get<DemoPast>().RunAsync(Cancel);
        var head = await hall.ReadAsync(db => db.Set<StaffMember>().Where(m => m.UserName == "head1").Select(m => m.Id).SingleAsync(Cancel));
        var water = (await CasesAsync(hall)).Single(c => c.Subject == "望湖供水加压站");
        var seen = new SeenCase(water.Id, water.EventCount);

        var refused = await hall.Get<HallSuite.Infrastructure.Approval.RefuseCase>().ExecuteAsync(
            new(seen, new RefusalGrounds("不同意。", "某条例", "某政府", "某法院")), Actor.Staff(head, "test"), Cancel);
        var approved = await hall.Get<HallSuite.Infrastructure.Approval.ApproveCase>().ExecuteAsync(new(seen, ""), Actor.Staff(head, "test"), Cancel);

        refused.ShouldBeRefused("case.outcome-forbidden");
        approved.ShouldPass();
    }

    private static async Task<TestHall> FilledAsync(DatabaseProvider provider)
    {
        var hall = await TestHall.CreateAsync(provider, WithCases);
        await hall.Get<DemoHall>().FillAsync(Cancel);
        return hall;
    }

    private static Task<List<Case>> CasesAsync(TestHall hall) => hall.ReadAsync(db =>
        db.Set<Case>().AsNoTrackingWithIdentityResolution().AsSplitQuery().Include(c => c.Events.OrderBy(e => e.Number)).OrderBy(c => c.Number).ToListAsync(Cancel));
}
