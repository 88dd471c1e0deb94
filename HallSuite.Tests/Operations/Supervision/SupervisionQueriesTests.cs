using System.Text.Encodings.Web;
using System.Text.Json;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Supervision;

/// <summary>What the supervisors' page reads.</summary>
public sealed class SupervisionQueriesTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheList_HasTheRedFirst_CountsEveryLight_AndSaysWhatFollowed(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (red, yellow, blue) = await office.OneOfEachAsync();

        var page = await ReadAsync(office, new(office.Hall));

        Assert.Equal([(red, Light.Red, -2), (yellow, Light.Yellow, -1), (blue, Light.Blue, 0)], page.Rows.Select(r => (r.Number, r.Due.Light, r.Due.DaysLeft)));
        Assert.Equal([new(Light.Red, 1, 1, 1), new(Light.Yellow, 1, 1, 1), new LightSum(Light.Blue, 1, 0, 1)], page.Sums);
        Assert.All(page.Rows, r => Assert.Equal(("市场监督管理局", "经营许可", ClockKind.Decision, false), (r.Department, r.Matter, r.Due.Kind, r.Silent)));
        Assert.Equal([Light.Red, Light.Yellow, Light.Blue], Assert.Single(page.Departments).Lit.Select(l => l.Light));
        Assert.NotEqual("", page.Rows[2].FollowUp.PaperNumber);
        Assert.Equal((0, (string?)null), (page.Left, page.Next));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheList_GoesOnWhereThePageBeforeEnded_AndFollowsTheFilter(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (red, yellow, blue) = await office.OneOfEachAsync();

        var first = await ReadAsync(office, new(office.Hall, Take: 1));
        var second = await ReadAsync(office, new(office.Hall, After: first.Next, Take: 1));
        var third = await ReadAsync(office, new(office.Hall, After: second.Next, Take: 1));
        var onlyBlue = await ReadAsync(office, new(office.Hall, Light.Blue));
        var elsewhere = await ReadAsync(office, new(office.Hall, Department: "wjj"));

        Assert.Equal([(red, 2), (yellow, 1), (blue, 0)], new[] { first, second, third }.Select(p => (Assert.Single(p.Rows).Number, p.Left)));
        Assert.Null(third.Next);
        Assert.Equal(blue, Assert.Single(onlyBlue.Rows).Number);
        Assert.Equal((3, 1), (onlyBlue.Sums.Sum(s => s.Count), onlyBlue.Found.Values.Sum()));
        Assert.Empty(elsewhere.Rows);
        Assert.Equal(3, (await ReadAsync(office, new(office.Hall, After: "no.place"))).Rows.Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ADepartmentWithoutALight_ShowsWhatItDecidedThisMonth_AndHowMuchInTime(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        await office.ApprovedAsync();
        await office.RunAsync("turn-lights");

        var page = await ReadAsync(office, new(office.Hall));
        office.GoTo(new DateOnly(2026, 10, 8), 9);
        var nextMonth = await ReadAsync(office, new(office.Hall));

        var market = Assert.Single(page.Departments);
        Assert.Equal(("scjgj", 0, 1, 1), (market.Code, market.Lit.Count, market.Decided, market.InTime));
        Assert.Empty(nextMonth.Departments);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnAcceptanceBySilence_StaysUntilItsCallIsLogged(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var number = (await office.FileAsync(await office.ReceivedAsync())).Number;
        office.GoTo(new DateOnly(2026, 10, 12), 9);
        await office.RunAsync("deem-accepted");

        var row = Assert.Single((await ReadAsync(office, new(office.Hall))).Rows);
        Assert.Equal((number, true, Light.Yellow, ClockKind.Acceptance), (row.Number, row.Silent, row.Due.Light, row.Due.Kind));
        (await office.Get<LogPhoneCall>().ExecuteAsync(new(row.FollowUp.Card!.Value, "周越", "今后及时答复。"), await office.SupervisorAsync(), Cancel)).ShouldPass();

        Assert.Empty((await ReadAsync(office, new(office.Hall))).Rows);
        var limit = (await office.Get<SupervisedLimitQueries>().FindAsync(await office.SupervisorAsync(), number, row.Clock, Cancel)).ShouldPass();
        Assert.Equal("今后及时答复。", Assert.Single(limit.Cards[0].Calls).Promise);
        Assert.True(limit.DeemedAccepted);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheNextFiveWorkingDays_ShowTheLightsThatComeOn(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var number = (await office.FileAsync(await office.ReceivedAsync())).Number;
        var queries = office.Get<ComingLightsQueries>();

        var before = (await queries.ReadAsync(await office.SupervisorAsync(), office.Hall, Cancel)).ShouldPass();
        office.GoTo(new DateOnly(2026, 10, 10), 9);
        var after = (await queries.ReadAsync(await office.SupervisorAsync(), office.Hall, Cancel)).ShouldPass();

        // Five days to accept end on Saturday 10 October, which is worked; National Day lies between.
        Assert.Equal([new DateOnly(2026, 9, 29), new(2026, 9, 30), new(2026, 10, 8), new(2026, 10, 9), new(2026, 10, 10)], before.Select(d => d.Day));
        Assert.Equal([false, false, false, false, true], before.Select(d => d.MakeUp));
        Assert.Equal([(new DateOnly(2026, 10, 8), Light.Blue, number)], Told(before));
        Assert.Equal([(new DateOnly(2026, 10, 12), Light.Yellow, number), (new(2026, 10, 13), Light.Red, number)], Told(after));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ALimit_ExplainsItsLastDay_AndShowsItsCards(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (red, _, _) = await office.OneOfEachAsync();

        var limit = (await office.Get<SupervisedLimitQueries>().FindAsync(await office.SupervisorAsync(), red, null, Cancel)).ShouldPass();

        Assert.Equal((ClockKind.Decision, new DateOnly(2026, 10, 30), -2), (limit.Clock.Kind, limit.Clock.DueDay, limit.Clock.DaysLeft));
        Assert.Equal(new DateOnly(2026, 10, 30), limit.Clock.Explained.Day);
        Assert.Equal([(Light.Red, true), (Light.Yellow, false), (Light.Blue, false)], limit.Cards.Select(c => (c.Light, c.Current)));
        Assert.Equal(new DateOnly(2026, 11, 10), limit.AnswerBy);
        (await office.Get<SupervisedLimitQueries>().FindAsync(await office.SupervisorAsync(), red, 99, Cancel)).ShouldBeRefused("case.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_IsForOthers_AndNothingNamesTheApplicant(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (red, _, _) = await office.OneOfEachAsync();
        var (clerk, supervisor) = (await office.ClerkAsync(), await office.SupervisorAsync());
        (await office.Get<SupervisionPageQueries>().ReadAsync(clerk, new(office.Hall), Cancel)).ShouldBeRefused("permission.denied");
        (await office.Get<ComingLightsQueries>().ReadAsync(clerk, office.Hall, Cancel)).ShouldBeRefused("permission.denied");
        (await office.Get<SupervisedLimitQueries>().FindAsync(clerk, red, null, Cancel)).ShouldBeRefused("case.unknown");

        var told = JsonSerializer.Serialize(new
        {
            Page = await ReadAsync(office, new(office.Hall)),
            Limit = (await office.Get<SupervisedLimitQueries>().FindAsync(supervisor, red, null, Cancel)).ShouldPass(),
        }, Readable);

        Assert.Contains(red, told, StringComparison.Ordinal);
        Assert.All(["热合曼", CaseOffice.Number, CaseOffice.Phone, "街角小店"], secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    private static async Task<LitLimits> ReadAsync(CaseOffice office, SupervisionFilter filter) =>
        (await office.Get<SupervisionPageQueries>().ReadAsync(await office.SupervisorAsync(), filter, Cancel)).ShouldPass();

    private static IEnumerable<(DateOnly, Light, string)> Told(IReadOnlyList<ComingDay> days) => days.SelectMany(d => d.Lights.Select(l => (d.Day, l.Light, l.Number)));
}
