using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>The counts of the day grow with the acts on cases, in their transaction, whoever does them; at night they are counted anew.</summary>
public sealed class DailyCasesTests
{
    private static readonly DateOnly Today = new(2026, 9, 28);

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheWayOfACase_IsCountedStepByStep(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        await office.DraftAsync();
        Assert.Empty(await DaysAsync(office));

        var seen = await office.IssuedAsync();
        Assert.Equal(new CaseCounts(1, 1, 1, 1, 0), (await DayAsync(office, Today)).Counts);
        (await office.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), clerk, Cancel)).ShouldPass();

        var day = Assert.Single(await DaysAsync(office));
        Assert.Equal((new CaseCounts(1, 1, 1, 1, 1), CaseOffice.Market, Today), (day.Counts, day.Department, day.Day));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnTheSpot_CountsEverythingAtOnce_AndARefusedActNothing(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (clerk, complete) = (await office.ClerkAsync(), office.Get<CompleteOnTheSpot>());
        var draft = await office.DraftAsync();

        (await complete.ExecuteAsync(new(draft, CaseScene.Findings(Brought.NoPlan), [Good, True], CaseOffice.AtCounter), clerk, Cancel)).ShouldBeRefused("case.material-lacking");
        Assert.Empty(await DaysAsync(office));
        (await complete.ExecuteAsync(new(draft, CaseScene.Findings(), [Good, True], CaseOffice.AtCounter), clerk, Cancel)).ShouldPass();

        Assert.Equal(new CaseCounts(1, 1, 1, 1, 1), (await DayAsync(office, Today)).Counts);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ASupplement_CountsAsAcceptedWhenItIsComplete(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var seen = (await office.Get<RequestSupplement>().ExecuteAsync(
            new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, "请补交平面图。")]), clerk, Cancel)).ShouldPass().Seen;
        seen = (await office.Get<HandInSupplement>().ExecuteAsync(new(seen, [new(Plan, MaterialFinding.Faulty, "比例不对")]), clerk, Cancel)).ShouldPass().Seen;
        Assert.Equal(new CaseCounts(1, 0, 0, 0, 0), (await DayAsync(office, Today)).Counts);

        (await office.Get<HandInSupplement>().ExecuteAsync(new(seen, [new(Plan, MaterialFinding.Sound)]), clerk, Cancel)).ShouldPass();

        Assert.Equal(new CaseCounts(1, 1, 0, 0, 0), (await DayAsync(office, Today)).Counts);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AcceptanceByLaw_CountsOnTheDayOnWhichItWasDone_AndALapseCountsNothing(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.ReceivedAsync();
        await office.ReceivedAsync();
        (await office.Get<RequestSupplement>().ExecuteAsync(
            new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, "请补交平面图。")]), await office.ClerkAsync(), Cancel)).ShouldPass();

        office.GoTo(new DateOnly(2026, 10, 11), 0, 1);
        await office.RunAsync("deem-accepted");
        office.GoTo(new DateOnly(2026, 12, 1), 9);
        await office.RunAsync("lapse-supplements");

        Assert.Equal(
            [(Today, new CaseCounts(3, 0, 0, 0, 0)), (new DateOnly(2026, 10, 11), new CaseCounts(0, 2, 0, 0, 0))],
            (await DaysAsync(office)).Select(d => (d.Day, d.Counts)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ADecisionAfterItsLimit_IsNotInTime_AlsoWhenItIsCountedAnew(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = await office.ReviewedAsync();
        office.GoTo(new DateOnly(2026, 12, 1), 9);
        (await office.Get<ApproveCase>().ExecuteAsync(new(seen, ""), await office.HeadAsync(), Cancel)).ShouldPass();

        Assert.Equal(new CaseCounts(0, 0, 1, 0, 0), (await DayAsync(office, office.Today)).Counts);
        Assert.Empty(await RecountAsync(office, office.Today));
        var figures = await FiguresAsync(office);
        Assert.Equal((1, (double?)0), (figures.Today.Decided, figures.Today.OnTimeRate));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recount_OfADayThatWasCountedRight_FindsNoDifference(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.IssuedAsync();
        await office.ReceivedAsync();

        Assert.Empty(await RecountAsync(office, Today));
        Assert.Empty(await RecountAsync(office, Today.AddDays(-1)));
        Assert.Equal("no difference", await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(RecountDailyCases)).Select(a => a.Detail).FirstAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recount_OfADayThatWasCountedWrong_TellsAndCorrects(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.IssuedAsync();
        await office.Node.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "DailyCases" SET "Received" = 7, "DecidedInTime" = 0""", Cancel));

        var differences = await RecountAsync(office, Today);

        Assert.Equal([("scjgj", "Received"), ("scjgj", "DecidedInTime")], differences.Select(d => (d.Department, d.Figure)));
        Assert.Equal(new CaseCounts(1, 1, 1, 1, 0), (await DayAsync(office, Today)).Counts);
        Assert.Equal(
            "scjgj Received, scjgj DecidedInTime",
            await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(RecountDailyCases)).Select(a => a.Detail).SingleAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recount_OfARowThatWasLost_MakesItAgain(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.ReceivedAsync();
        await office.Node.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "DailyCases" """, Cancel));

        Assert.Equal("Received", Assert.Single(await RecountAsync(office, Today)).Figure);
        Assert.Equal(1, (await DayAsync(office, Today)).Received);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheJob_CountsEachDayOnce_WhenItIsOver(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.ReceivedAsync();
        await office.RunAsync("recount-daily-cases");
        await office.RunAsync("recount-daily-cases");
        office.GoTo(new DateOnly(2026, 9, 30), 0, 5);
        await office.RunAsync("recount-daily-cases");

        Assert.Equal(
            ["2026-09-27", "2026-09-28", "2026-09-29"],
            await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(RecountDailyCases)).OrderBy(a => a.Seq).Select(a => a.Subject).ToListAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheBigScreen_CountsCasesAndTheLightsThatAreOn(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var before = await FiguresAsync(office);
        Assert.Equal((0, 0, 0, null), (before.Today.Received, before.Today.Accepted, before.Today.Decided, before.Today.OnTimeRate));

        await office.IssuedAsync();
        await office.ReceivedAsync();
        var after = await FiguresAsync(office);
        Assert.Equal((2, 1, 1, (double?)1), (after.Today.Received, after.Today.Accepted, after.Today.Decided, after.Today.OnTimeRate));
        Assert.Equal((1, 1), (after.Month[^1].Decided, after.Trend[^1].Decided));
        Assert.Equal(new CardFigures(0, 0, 0), after.Cards);
        Assert.True(after.Seq > before.Seq);

        // Two working days of five are left, and of ten from the decision far more.
        office.GoTo(new DateOnly(2026, 10, 9), 9);
        await office.RunAsync("turn-lights");
        var lit = await FiguresAsync(office);
        Assert.Equal(new CardFigures(1, 0, 0), lit.Cards);
        Assert.True(lit.Seq > after.Seq);

        office.GoTo(new DateOnly(2026, 10, 11), 0, 1);
        await office.RunAsync("deem-accepted");
        Assert.Equal(new CardFigures(0, 0, 0), (await FiguresAsync(office)).Cards);
    }

    private static async Task<HallStatistics> FiguresAsync(CaseOffice office) =>
        (await office.Get<HallStatisticsQueries>().ReadAsync(Actor.System("test"), office.Hall, Cancel)).ShouldPass();

    private static async Task<IReadOnlyList<DailyCasesDifference>> RecountAsync(CaseOffice office, DateOnly day) =>
        (await office.Get<RecountDailyCases>().ExecuteAsync(new(office.Hall, day), Actor.System("test"), Cancel)).ShouldPass();

    private static Task<List<DailyCases>> DaysAsync(CaseOffice office) =>
        office.Node.ReadAsync(db => db.Set<DailyCases>().AsNoTracking().OrderBy(d => d.Day).ToListAsync(Cancel));

    private static async Task<DailyCases> DayAsync(CaseOffice office, DateOnly day) => Assert.Single(await DaysAsync(office), d => d.Day == day);
}
