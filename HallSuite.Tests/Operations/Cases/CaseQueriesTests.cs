using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>What people see of cases: lists, one case, the board of supervision, the applicant's progress.</summary>
public sealed class CaseQueriesTests
{
    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Worklist_PagesThroughEveryCaseOnce_TheFirstDueFirst(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var expected = new List<string> { (await office.TryOpenAsync()).ShouldPass().Number };
        for (var i = 0; i < 4; i++)
        {
            office.Wait(TimeSpan.FromDays(i == 2 ? 1 : 0));
            expected.Insert(i, (await office.FileAsync(await office.ReceivedAsync())).Number);
        }

        var (found, after) = (new List<string>(), (string?)null);
        do
        {
            var page = (await office.Get<WorklistQueries>().ReadAsync(clerk, new(office.Hall, After: after, Take: 2), Cancel)).ShouldPass();
            found.AddRange(page.Rows.Select(r => r.Number));
            Assert.Equal(5, page.Open);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(expected, found);
        var fromTheStart = (await office.Get<WorklistQueries>().ReadAsync(clerk, new(office.Hall, After: "x.y"), Cancel)).ShouldPass();
        Assert.Equal((5, expected[^1], null), (fromTheStart.Rows.Count, fromTheStart.Rows[^1].Number, fromTheStart.Rows[^1].Due));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Worklist_CountsAndFiltersByTheHeaviestLight(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        await office.UnderReviewAsync();
        office.GoTo(new DateOnly(2026, 10, 12), 9);
        await office.ReceivedAsync();
        await office.RunAsync("turn-lights");

        var all = (await office.Get<WorklistQueries>().ReadAsync(clerk, new(office.Hall), Cancel)).ShouldPass();
        var red = (await office.Get<WorklistQueries>().ReadAsync(clerk, new(office.Hall, Light: Light.Red), Cancel)).ShouldPass();
        var dark = (await office.Get<WorklistQueries>().ReadAsync(clerk, new(office.Hall, Light: Light.None), Cancel)).ShouldPass();
        var blue = (await office.Get<WorklistQueries>().ReadAsync(clerk, new(office.Hall, Light: Light.Blue), Cancel)).ShouldPass();

        Assert.Equal((2, 0, 0, 1), (all.Open, all.Blue, all.Yellow, all.Red));
        Assert.Equal((CaseState.UnderReview, Light.Red), (Assert.Single(red.Rows).State, red.Rows[0].Due!.Light));
        Assert.Equal((CaseState.Received, Light.None), (Assert.Single(dark.Rows).State, dark.Rows[0].Due!.Light));
        Assert.Empty(blue.Rows);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Worklist_ShowsToEachWhatIsTheirs(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.UnderReviewAsync();
        await office.ReviewedAsync();
        var (reviewer, head) = (await office.ReviewerAsync(), await office.HeadAsync());
        var list = office.Get<WorklistQueries>();

        Assert.Equal(2, (await list.ReadAsync(head, new(office.Hall), Cancel)).ShouldPass().Open);
        Assert.Single((await list.ReadAsync(reviewer, new(office.Hall, WorklistPart.ToTake), Cancel)).ShouldPass().Rows);
        Assert.Empty((await list.ReadAsync(reviewer, new(office.Hall, WorklistPart.Mine), Cancel)).ShouldPass().Rows);
        Assert.Single((await list.ReadAsync(head, new(office.Hall, WorklistPart.ToDecide), Cancel)).ShouldPass().Rows);
        Assert.Empty((await list.ReadAsync(await office.StaffAsync("head-health", CaseOffice.Health, Role.DepartmentHead), new(office.Hall), Cancel)).ShouldPass().Rows);
        foreach (var role in new[] { Role.Administrator, Role.Supervisor, Role.HallManager, Role.HotlineAgent, Role.Auditor })
        {
            (await list.ReadAsync(await office.StaffAsync($"post-{role}", null, role), new(office.Hall), Cancel)).ShouldBeRefused("permission.denied");
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task View_TellsTheWholeCase_AndWhatTheViewerMayDo(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = await office.ReviewedAsync();
        var number = (await office.FileAsync(seen)).Number;
        var cases = office.Get<CaseQueries>();

        var toHead = (await cases.FindAsync(await office.HeadAsync(), number, Cancel)).ShouldPass();
        var toClerk = (await cases.FindAsync(await office.ClerkAsync(), number, Cancel)).ShouldPass();

        Assert.Equal(seen, toHead.Seen);
        Assert.True(toHead.AwaitsDecision);
        Assert.Equal([CaseAct.ReturnStep, CaseAct.Suspend, CaseAct.Extend, CaseAct.Approve, CaseAct.Refuse, CaseAct.Terminate], toHead.Acts);
        Assert.Equal([CaseAct.Withdraw], toClerk.Acts);
        Assert.Equal(Content.Materials.Select(m => m.Name), toHead.Materials.Select(m => m.Name));
        var decision = toHead.Clocks.Single(c => c.Kind == ClockKind.Decision);
        Assert.Equal(decision.DueDay, decision.Explained.Day);
        Assert.Equal(20, decision.Explained.Steps.Count(s => s.Number > 0));
        Assert.Equal("林静怡", toHead.Events[1].Who);
        Assert.Equal([NoticeKind.Receipt, NoticeKind.Acceptance], toHead.Papers.Select(p => p.Kind));
        Assert.StartsWith("青澜市监许", toHead.Papers[1].Number, StringComparison.Ordinal);
        Assert.Equal(3, toHead.Steps.Count(s => s.State == StepState.Passed));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task View_OffersTheHeadNoDecision_BeforeTheReviewSpoke(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (head, seen) = (await office.HeadAsync(), await office.UnderReviewAsync());
        var number = (await office.FileAsync(seen)).Number;

        var before = (await office.Get<CaseQueries>().FindAsync(head, number, Cancel)).ShouldPass();
        await office.PassAsync(seen, Papers, await office.ReviewerAsync(), CaseScene.Agreed with { Agrees = false });
        var against = (await office.Get<CaseQueries>().FindAsync(head, number, Cancel)).ShouldPass();

        Assert.DoesNotContain(before.Acts, a => a is CaseAct.Approve or CaseAct.Refuse);
        Assert.Contains(CaseAct.Refuse, against.Acts);
        Assert.DoesNotContain(CaseAct.Approve, against.Acts);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task View_OfACaseThatIsNotTheirs_IsUnknown(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var number = (await office.FileAsync(await office.ReceivedAsync())).Number;
        List<Actor> others =
        [
            await office.StaffAsync("admin", null, Role.Administrator), await office.StaffAsync("supervisor", null, Role.Supervisor),
            await office.StaffAsync("reviewer-health", CaseOffice.Health, Role.Reviewer),
        ];

        foreach (var other in others)
        {
            (await office.Get<CaseQueries>().FindAsync(other, number, Cancel)).ShouldBeRefused("case.unknown");
        }

        (await office.Get<CaseQueries>().FindAsync(await office.ClerkAsync(), "SAMPLE2026092899999", Cancel)).ShouldBeRefused("case.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Board_ShowsTheLitLimitsOfTheSubtree_AndTheirCards(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var supervisor = await office.StaffAsync("supervisor", null, Role.Supervisor);
        var seen = await office.UnderReviewAsync();
        office.GoTo(new DateOnly(2026, 10, 10), 9);
        await office.RunAsync("turn-lights");

        var board = (await office.Get<SupervisionPageQueries>().ReadAsync(supervisor, new(office.Hall), Cancel)).ShouldPass();
        var red = (await office.Get<SupervisionPageQueries>().ReadAsync(supervisor, new(office.Hall, Light.Red), Cancel)).ShouldPass();

        // Three days to look through the papers ended on 8 October, five to go and look end today.
        Assert.Equal([(ClockKind.Step, Papers, Light.Red), (ClockKind.Step, Site, Light.Blue)], board.Rows.Select(r => (r.Due.Kind, r.Due.Step, r.Due.Light)));
        Assert.Equal([(Light.Red, 1), (Light.Yellow, 0), (Light.Blue, 1)], board.Sums.Select(s => (s.Light, s.Count)));
        Assert.Equal("市场监督管理局", board.Rows[0].Department);
        Assert.Equal(Papers, Assert.Single(red.Rows).Due.Step);
        Assert.All(board.Rows, r => Assert.NotNull(r.FollowUp.Card));
        Assert.Equal(4, await office.Node.ReadAsync(db => db.Set<Card>().CountAsync(Cancel)));
        Assert.Equal((await office.FileAsync(seen)).Number, board.Rows[0].Number);
        (await office.Get<SupervisionPageQueries>().ReadAsync(await office.ClerkAsync(), new(office.Hall), Cancel)).ShouldBeRefused("permission.denied");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Progress_IsForWhoeverHasTheKey(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var asked = (await office.Get<RequestSupplement>().ExecuteAsync(
            new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, "请补交。")]), await office.ClerkAsync(), Cancel)).ShouldPass();
        var file = await office.FileAsync(asked.Seen);
        var progress = office.Get<CaseProgressQueries>();

        var told = (await progress.FindAsync(file.Number, file.QueryKey, Cancel)).ShouldPass();

        Assert.Equal((CaseState.SupplementRequested, ClockKind.Supplement, asked.DueDay), (told.State, told.Due!.Kind, (DateOnly?)told.Due.Day));
        Assert.Equal(["场所平面图"], told.Missing);
        Assert.Equal([CaseState.Draft, CaseState.Received, CaseState.SupplementRequested], told.History.Select(h => h.State));
        (await progress.FindAsync(file.Number, null, Cancel)).ShouldBeRefused("case.unknown");
        (await progress.FindAsync(file.Number, file.QueryKey[1..], Cancel)).ShouldBeRefused("case.unknown");
        (await progress.FindAsync("SAMPLE2026092899999", file.QueryKey, Cancel)).ShouldBeRefused("case.unknown");
    }
}
