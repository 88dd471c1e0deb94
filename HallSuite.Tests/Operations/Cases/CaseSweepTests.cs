using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>What time does by itself: acceptance by law, lapse, lights and cards, a year that is published.</summary>
public sealed class CaseSweepTests
{
    private const string Year2027 = """
        year 2027
        notice https://example.cn/2027
        元旦 off 01-01..01-03
        春节 off 02-05..02-12 work 01-31 02-14
        清明节 off 04-03..04-05
        劳动节 off 05-01..05-05 work 05-08
        端午节 off 06-09
        中秋节 off 09-15..09-16
        国庆节 off 10-01..10-07 work 10-09
        """;

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FiveSilentDays_AcceptAsOfReceipt_WithOneYellowCard_Once(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = await office.ReceivedAsync();

        // 29 and 30 September, 8, 9 and – worked in place of another – Saturday 10 October.
        office.GoTo(new DateOnly(2026, 10, 10), 23, 59);
        await office.RunAsync("deem-accepted");
        Assert.Equal(CaseState.Received, (await office.FileAsync(seen)).State);
        office.GoTo(new DateOnly(2026, 10, 11), 0, 1);
        (await office.Get<AcceptCase>().ExecuteAsync(new(seen), await office.ClerkAsync(), Cancel)).ShouldBeRefused("case.accepted-by-law");
        await office.RunAsync("deem-accepted");
        await office.RunAsync("deem-accepted");
        office.GoTo(new DateOnly(2026, 10, 12), 9);
        await office.RunAsync("turn-lights");

        var file = await office.FileAsync(seen);
        Assert.Equal((CaseState.Accepted, true, new DateOnly(2026, 9, 28)), (file.State, file.DeemedAccepted, file.AcceptedDay));
        Assert.Equal([CaseAct.Open, CaseAct.Receive, CaseAct.DeemAccepted], file.Events.OrderBy(e => e.Number).Select(e => e.Act));
        Assert.Equal(new DateOnly(2026, 9, 28), CaseScene.ClockOf(file, ClockKind.Decision).StartDay);
        Assert.Single(await CardsAsync(office), c => c is { Kind: ClockKind.Acceptance, Light: Light.Yellow });
        Assert.DoesNotContain(await CardsAsync(office), c => c is { Kind: ClockKind.Acceptance, Light: Light.Red });
        Assert.Equal([NoticeKind.Receipt, NoticeKind.Acceptance], await PapersAsync(office));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AcceptanceByLaw_DoesNotWaitForADepartmentsCodeWord(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider, withWord: false);
        var draft = await office.DraftAsync();
        (await office.Get<ReceiveCase>().ExecuteAsync(new(draft, CaseScene.Findings()), await office.ClerkAsync(), Cancel)).ShouldBeRefused("document.no-code-word");
        Assert.Equal(1, (await office.FileAsync(draft)).EventCount);

        await office.Node.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync("""UPDATE "Departments" SET "DocumentWord" = '青澜市监许' WHERE "Code" = 'scjgj'"""));
        var seen = await office.ReceiveAsync(draft);
        await office.Node.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync("""UPDATE "Departments" SET "DocumentWord" = NULL"""));
        office.GoTo(new DateOnly(2026, 10, 11), 0, 1);
        await office.RunAsync("deem-accepted");

        Assert.Equal(CaseState.Accepted, (await office.FileAsync(seen)).State);
        Assert.Equal("document.no-code-word", await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == "OweNotice").Select(a => a.Detail).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ReceivedAMinuteBeforeTheHolidays_CountsFromTheDayAfterThem(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        office.GoTo(new DateOnly(2026, 9, 30), 23, 59);
        var file = await office.FileAsync(await office.ReceivedAsync());

        var clock = Assert.Single(file.Clocks);
        Assert.Equal((new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 13)), (file.ReceivedDay!.Value, clock.DueDay));
        Assert.Equal(new DateTimeOffset(2026, 10, 13, 16, 0, 0, TimeSpan.Zero), clock.DueAt);
        Assert.Equal(clock.DueAt, file.DueSort);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EachLight_ComesOnOnce_AndGivesItsCardOnce(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider, Content with { Committed = null });
        var seen = await office.AcceptedAsync();
        var due = CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision).DueDay;
        Assert.Equal(new DateOnly(2026, 10, 30), due);
        var lights = new List<(Light Light, int Cards)>();
        foreach (var day in new DateOnly[] { new(2026, 10, 27), new(2026, 10, 28), new(2026, 10, 30), new(2026, 11, 2), new(2026, 11, 3), new(2026, 11, 20) })
        {
            office.GoTo(day, 0, 1);
            await office.RunAsync("turn-lights");
            await office.RunAsync("turn-lights");
            lights.Add((CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision).Light, (await CardsAsync(office)).Count));
        }

        Assert.Equal([(Light.None, 0), (Light.Blue, 1), (Light.Blue, 1), (Light.Yellow, 2), (Light.Red, 3), (Light.Red, 3)], lights);
        Assert.Equal([Light.Blue, Light.Yellow, Light.Red], (await CardsAsync(office)).Select(c => c.Light));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ASweepThatComesLate_GivesEveryCardThatWasDue_AndNoTraceWhenNothingIs(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider, Content with { Committed = null });
        await office.AcceptedAsync();
        await office.RunAsync("turn-lights");
        office.GoTo(new DateOnly(2026, 11, 20), 9);
        await office.RunAsync("turn-lights");
        await office.RunAsync("turn-lights");

        Assert.Equal([Light.Blue, Light.Yellow, Light.Red], (await CardsAsync(office)).Select(c => c.Light));
        var sweeps = await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(TurnLights)).Select(a => a.Detail).ToListAsync());
        Assert.Equal(["1 cases, 3 cards"], sweeps);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnExtension_TakesTheLightBack_AndTheCardStays(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider, Content with { Committed = null });
        var seen = await office.UnderReviewAsync();
        office.GoTo(new DateOnly(2026, 10, 30), 9);
        await office.RunAsync("turn-lights");
        var decision = (await CardsAsync(office)).Count(c => c.Kind == ClockKind.Decision);
        seen = (await office.Get<ExtendCase>().ExecuteAsync(new(seen, 10, "案情复杂。"), await office.HeadAsync(), Cancel)).ShouldPass().Seen;
        await office.RunAsync("turn-lights");

        Assert.Equal((1, Light.None), (decision, CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision).Light));
        Assert.Equal(1, (await CardsAsync(office)).Count(c => c.Kind == ClockKind.Decision));
        Assert.Contains(await CardsAsync(office), c => c is { Kind: ClockKind.Step, Light: Light.Red });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ASupplementThatDoesNotCome_EndsTheCase(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = (await office.Get<RequestSupplement>().ExecuteAsync(
            new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, "请补交。")]), await office.ClerkAsync(), Cancel)).ShouldPass();
        office.GoTo(seen.DueDay!.Value, 23, 59);
        await office.RunAsync("lapse-supplements");
        Assert.Equal(CaseState.SupplementRequested, (await office.FileAsync(seen.Seen)).State);
        office.Wait(TimeSpan.FromMinutes(2));
        await office.RunAsync("lapse-supplements");
        await office.RunAsync("lapse-supplements");

        var file = await office.FileAsync(seen.Seen);
        Assert.Equal((CaseState.Terminated, TerminationGround.SupplementOverdue), (file.State, file.TerminatedFor));
        Assert.Equal(1, await office.Node.ReadAsync(db => db.Set<AuditRow>().CountAsync(a => a.Operation == nameof(LapseSupplements))));
        Assert.Equal([NoticeKind.Receipt, NoticeKind.Supplement, NoticeKind.Termination], await PapersAsync(office));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ADecemberCase_IsProvisional_UntilTheYearIsPublished_AndThenMoves(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider, Content with { Statutory = StatutoryLimit.Of(Limit.WorkingDays(25)) });
        office.GoTo(new DateOnly(2026, 12, 31), 10);
        var seen = await office.AcceptedAsync();
        var before = CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision);
        await office.RunAsync("recalculate-limits");
        (await office.Get<ImportCalendar>().ExecuteAsync(new(Year2027), Actor.System("test"), Cancel)).ShouldPass();
        await office.RunAsync("recalculate-limits");
        await office.RunAsync("recalculate-limits");

        var file = await office.FileAsync(seen);
        var after = CaseScene.ClockOf(file, ClockKind.Decision);
        Assert.True(before.Provisional);
        Assert.False(after.Provisional);
        // Sunday 31 January is worked in place of a day of the Spring Festival, so the limit ends before it.
        Assert.Equal((new DateOnly(2027, 2, 11), new DateOnly(2027, 2, 4)), (before.DueDay, after.DueDay));
        Assert.Equal(("Decision", "2027-02-11 → 2027-02-04"), file.Events.Where(e => e.Act == CaseAct.Recalculate).Select(e => (e.Subject, e.Note)).Single());
        Assert.Equal(1, await office.Node.ReadAsync(db => db.Set<AuditRow>().CountAsync(a => a.Operation == nameof(RecalculateLimits))));
    }

    private static async Task<List<Card>> CardsAsync(CaseOffice office) =>
        [.. (await office.Node.ReadAsync(db => db.Set<Card>().AsNoTracking().ToListAsync())).OrderBy(c => c.GivenAt).ThenBy(c => c.Light)];

    private static Task<List<NoticeKind>> PapersAsync(CaseOffice office) =>
        office.Node.ReadAsync(db => db.Set<CasePaper>().AsNoTracking().OrderBy(p => p.Event).Select(p => p.Kind).ToListAsync());
}
