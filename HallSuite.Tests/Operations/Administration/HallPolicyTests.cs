using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.Operations.Supervision;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Administration;

/// <summary>The numbers of cases and lights that a hall sets for itself.</summary>
public sealed class HallPolicyTests
{
    private static readonly Actor Admin = Actor.System("test");

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SupplementDays_HoldForNoticesFromNowOn_AndInNoOtherHall(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var elsewhere = ServiceHall.Create(new(Guid.NewGuid()), "elsewhere", "别处", null, "Asia/Shanghai", OpeningHours.AlwaysOpen, codeTaken: false, zoneIsKnown: true).ShouldPass();
        await office.Node.SeedAsync(elsewhere);
        var before = await AskAsync(office);
        (await SetAsync(office, elsewhere.Id, CasePolicy.Default, new() { SupplementDays = 9 })).ShouldPass();
        var meanwhile = await AskAsync(office);
        (await SetAsync(office, office.Hall, CasePolicy.Default, new() { SupplementDays = 3 })).ShouldPass();
        var after = await AskAsync(office);
        await office.RunAsync("recalculate-limits");

        Limit[] told = [await SupplementAsync(office, before), await SupplementAsync(office, meanwhile), await SupplementAsync(office, after)];
        Assert.Equal([Limit.WorkingDays(15), Limit.WorkingDays(15), Limit.WorkingDays(3)], told);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task BlueDays_AreCountedAnewForRunningLimits_AndCardsThatWereGivenStay(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var seen = await office.AcceptedAsync();
        office.GoTo(new DateOnly(2026, 10, 27), 9); // of twenty working days six are left
        await office.RunAsync("turn-lights");
        var dark = await DecisionAsync(office, seen);
        (await SetAsync(office, CardPolicy.Default, new() { BlueDaysLeft = 8 })).ShouldPass();
        await office.RunAsync("recalculate-limits");
        await office.RunAsync("turn-lights");
        var blue = await DecisionAsync(office, seen);
        (await SetAsync(office, new() { BlueDaysLeft = 8 }, CardPolicy.Default)).ShouldPass();
        await office.RunAsync("recalculate-limits");
        await office.RunAsync("turn-lights");
        var again = await DecisionAsync(office, seen);

        Assert.Equal([Light.None, Light.Blue, Light.None], new[] { dark, blue, again }.Select(c => c.Light));
        Assert.Equal(dark.BlueAt, again.BlueAt);
        Assert.Single(new[] { dark, blue, again }.Select(c => c.DueDay).Distinct());
        Assert.Equal(Light.Blue, Assert.Single(await office.Node.ReadAsync(db => db.Set<Card>().AsNoTracking().ToListAsync(Cancel))).Light);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AChangeWhileLimitsAreCounted_HasThemCountedAgain(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        (await SetAsync(office, CardPolicy.Default, new() { BlueDaysLeft = 8 })).ShouldPass();
        var first = await OwedAsync(office);
        (await SetAsync(office, new() { BlueDaysLeft = 8 }, new() { BlueDaysLeft = 4 })).ShouldPass();
        (await office.Get<RecalculateLimits>().ExecuteAsync(new(office.Hall, "", null, first), Admin, Cancel)).ShouldPass();
        var stillOwed = await OwedAsync(office);
        await office.RunAsync("recalculate-limits");

        Assert.True(first < stillOwed);
        Assert.Null(await OwedAsync(office));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ANumberThatMakesNoSense_OrWasSetMeanwhile_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);

        var days = (await SetAsync(office, office.Hall, CasePolicy.Default, new() { SupplementDays = 0 })).ShouldBeRefused("case-policy.out-of-range");
        var red = (await SetAsync(office, CardPolicy.Default, new() { YellowDaysOverdue = 3, RedDaysOverdue = 3 })).ShouldBeRefused("card-policy.out-of-range");
        (await SetAsync(office, new() { BlueDaysLeft = 9 }, CardPolicy.Default)).ShouldBeRefused("work.changed-elsewhere");
        (await SetAsync(office, new HallId(Guid.NewGuid()), CasePolicy.Default, CasePolicy.Default)).ShouldBeRefused("hall.unknown");

        Assert.Equal(["SupplementDays", 1, 365], days.Arguments);
        Assert.Equal(["RedDaysOverdue", 4, 60], red.Arguments);
        Assert.Equal((0, 0), await office.Node.ReadAsync(async db => (await db.Set<CasePolicyRow>().CountAsync(Cancel), await db.Set<CardPolicyRow>().CountAsync(Cancel))));
        Assert.Null(await OwedAsync(office));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatWasSet_IsReadBack_AndTheAuditSaysWhich(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (cases, cards) = (new CasePolicy { SupplementDays = 20 }, new CardPolicy { YellowDaysOverdue = 2, RedDaysOverdue = 5 });
        (await SetAsync(office, office.Hall, CasePolicy.Default, cases)).ShouldPass();
        (await SetAsync(office, CardPolicy.Default, cards)).ShouldPass();

        Assert.Equal(cases, (await office.Get<CasePolicyQueries>().ReadAsync(Admin, office.Hall, Cancel)).ShouldPass());
        Assert.Equal(cards, (await office.Get<CardPolicyQueries>().ReadAsync(Admin, office.Hall, Cancel)).ShouldPass());
        Assert.Equal(
            ["SupplementDays: 15 → 20", "YellowDaysOverdue: 1 → 2; RedDaysOverdue: 2 → 5"],
            await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(r => r.Operation == nameof(SetCasePolicy) || r.Operation == nameof(SetCardPolicy))
                .OrderBy(r => r.Seq).Select(r => r.Detail).ToListAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheSupervisor_SeesTheNumbersOfTheHall_AndNoneWhereHallsDiffer(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var mine = new CardPolicy { BlueDaysLeft = 4, AnswerDays = 10 };
        (await SetAsync(office, CardPolicy.Default, mine)).ShouldPass();
        var number = (await office.FileAsync(await office.AcceptedAsync())).Number;
        var alone = await LitAsync(office);
        var limit = (await office.Get<SupervisedLimitQueries>().FindAsync(await office.SupervisorAsync(), number, null, Cancel)).ShouldPass();
        var below = ServiceHall.Create(new(Guid.NewGuid()), "below", "下级厅", office.Sample.Hall, "Asia/Shanghai", OpeningHours.AlwaysOpen, codeTaken: false, zoneIsKnown: true).ShouldPass();
        await office.Node.SeedAsync(below);

        Assert.Equal(mine, alone.Policy);
        Assert.Equal(new DateOnly(2026, 10, 16), limit.AnswerBy); // ten working days: without the National Day, with the Saturday worked for it
        Assert.Null((await LitAsync(office)).Policy);
    }

    private static async Task<LitLimits> LitAsync(CaseOffice office) =>
        (await office.Get<SupervisionPageQueries>().ReadAsync(await office.SupervisorAsync(), new(office.Hall), Cancel)).ShouldPass();

    private static async Task<SeenCase> AskAsync(CaseOffice office) => (await office.Get<RequestSupplement>().ExecuteAsync(
        new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, "请补交。")]), await office.ClerkAsync(), Cancel)).ShouldPass().Seen;

    private static async Task<Limit> SupplementAsync(CaseOffice office, SeenCase seen) => CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Supplement).Limit;

    private static async Task<Clock> DecisionAsync(CaseOffice office, SeenCase seen) => CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision);

    private static Task<long?> OwedAsync(CaseOffice office) =>
        office.Node.ReadAsync(db => db.Set<CountedCalendar>().Where(c => c.Hall == office.Hall).Select(c => c.OwedSince).SingleOrDefaultAsync(Cancel));

    private static Task<Result> SetAsync(CaseOffice office, HallId hall, CasePolicy seen, CasePolicy wanted) =>
        office.Get<SetCasePolicy>().ExecuteAsync(new(hall, seen, wanted), Admin, Cancel);

    private static Task<Result> SetAsync(CaseOffice office, CardPolicy seen, CardPolicy wanted) =>
        office.Get<SetCardPolicy>().ExecuteAsync(new(office.Hall, seen, wanted), Admin, Cancel);
}
