using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>Finding cases: what the lists hold, in which order, and by what people look for one.</summary>
public sealed class CaseListTests
{
    private const string Company = "青澜区沐晨游泳馆有限公司";
    private const string CreditNumber = "91350100M000100Y43";

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheParts_HoldWhatTheyCount(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (reviewer, head) = (await office.ReviewerAsync(), await office.HeadAsync());
        var accepted = await NumberAsync(office, await office.AcceptedAsync());
        var free = await NumberAsync(office, await office.UnderReviewAsync());
        var mine = await TakeAsync(office, await office.UnderReviewAsync(), reviewer);
        var reviewed = await NumberAsync(office, await office.ReviewedAsync());
        var paused = await NumberAsync(office, (await office.Get<SuspendCase>().ExecuteAsync(
            new(await office.UnderReviewAsync(), SpecialProcedure.Testing, 5, "送检。"), head, Cancel)).ShouldPass().Seen);

        var expected = new Dictionary<WorklistPart, string[]>
        {
            [WorklistPart.All] = [accepted, free, mine, reviewed, paused],
            [WorklistPart.ToTake] = [accepted, free, mine, paused],
            [WorklistPart.Mine] = [mine],
            [WorklistPart.ToDecide] = [reviewed],
            [WorklistPart.Suspended] = [paused],
            [WorklistPart.DoneToday] = [reviewed],
        };
        foreach (var (part, numbers) in expected)
        {
            var list = (await office.Get<WorklistQueries>().ReadAsync(reviewer, new(office.Hall, part), Cancel)).ShouldPass();
            Assert.Equal(numbers.Order(), list.Rows.Select(r => r.Number).Order());
        }

        var counts = (await office.Get<WorklistCountQueries>().ReadAsync(reviewer, office.Hall, WorklistPart.Mine, Cancel)).ShouldPass();
        Assert.Equal((1, 4, 1, 1, 1), (counts.Mine, counts.ToTake, counts.ToDecide, counts.Suspended, counts.DoneToday));
        Assert.Equal((1, 0, 0), (counts.Waiting, counts.DueThisWeek, counts.Overdue));
        Assert.Equal([new WorklistMatter(Standards.Code.Text, "经营许可")], counts.Matters);
        var toHead = (await office.Get<WorklistCountQueries>().ReadAsync(head, office.Hall, WorklistPart.ToDecide, Cancel)).ShouldPass();
        Assert.Equal((0, 1, 0), (toHead.Mine, toHead.Waiting, toHead.DoneToday));
        Assert.Equal(1, await office.Get<WorklistCountQueries>().WaitingAsync(head, office.Hall, Cancel));
        Assert.Equal(1, await office.Get<WorklistCountQueries>().WaitingAsync(reviewer, office.Hall, Cancel));
        Assert.Equal(0, await office.Get<WorklistCountQueries>().WaitingAsync(await office.StaffAsync("admin", null, Role.Administrator), office.Hall, Cancel));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatIsDueThisWeek_AndWhatIsOver_IsCountedOfTheOwn(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var reviewer = await office.ReviewerAsync();
        await TakeAsync(office, await office.UnderReviewAsync(), reviewer);

        // Three working days to look through the papers, over the holidays of the first week of October: 8 October, a Thursday.
        office.GoTo(new DateOnly(2026, 10, 5), 9);
        var before = (await office.Get<WorklistCountQueries>().ReadAsync(reviewer, office.Hall, WorklistPart.Mine, Cancel)).ShouldPass();
        office.GoTo(new DateOnly(2026, 10, 9), 9);
        var after = (await office.Get<WorklistCountQueries>().ReadAsync(reviewer, office.Hall, WorklistPart.Mine, Cancel)).ShouldPass();

        Assert.Equal((1, 0), (before.DueThisWeek, before.Overdue));
        Assert.Equal((0, 1), (after.DueThisWeek, after.Overdue));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatWasDone_IsOfTodayAndOneself_AlsoWhenItHasEnded(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (reviewer, head, clerk) = (await office.ReviewerAsync(), await office.HeadAsync(), await office.ClerkAsync());
        var refused = (await office.Get<RefuseCase>().ExecuteAsync(new(await office.ReviewedAsync(), CaseScene.Grounds), head, Cancel)).ShouldPass().Seen;
        (await office.Get<DeliverResult>().ExecuteAsync(new(refused, CaseOffice.AtCounter), clerk, Cancel)).ShouldPass();

        Assert.Equal(CaseState.Delivered, Assert.Single(await DoneAsync(head)).State);
        Assert.Single(await DoneAsync(reviewer));
        Assert.Empty(await DoneAsync(clerk));
        office.Wait(TimeSpan.FromDays(1));
        Assert.Empty(await DoneAsync(head));

        async Task<IReadOnlyList<WorklistRow>> DoneAsync(Actor who) =>
            (await office.Get<WorklistQueries>().ReadAsync(who, new(office.Hall, WorklistPart.DoneToday), Cancel)).ShouldPass().Rows;
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheWorklist_IsFoundInByNumberMatterAndOrganisation(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var person = await NumberAsync(office, await office.UnderReviewAsync());
        var company = await NumberAsync(office, (await OfCompanyAsync(office)).Seen);

        Assert.Equal([person], await FindAsync("1"));
        Assert.Equal([company], await FindAsync("00002"));
        Assert.Equal([person, company], await FindAsync("sample20260928"));
        Assert.Equal([person, company], await FindAsync("20260928"));
        Assert.Equal([person, company], await FindAsync(" 经营 "));
        Assert.Equal([company], await FindAsync("沐晨"));
        Assert.Empty(await FindAsync("热合曼"));
        Assert.Empty(await FindAsync("99999"));
        Assert.Empty(await FindAsync("%"));

        async Task<List<string>> FindAsync(string text) =>
            [.. (await office.Get<WorklistQueries>().ReadAsync(await office.ClerkAsync(), new(office.Hall, Search: text), Cancel)).ShouldPass().Rows.Select(r => r.Number).Order()];
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheWorklist_InOrderOfAcceptance_PagesThroughEveryAcceptedCaseOnce(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.ReceivedAsync();
        var expected = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            expected.Add(await NumberAsync(office, await office.AcceptedAsync()));
            office.Wait(TimeSpan.FromDays(i));
        }

        var (found, after) = (new List<string>(), (string?)null);
        do
        {
            var page = (await office.Get<WorklistQueries>().ReadAsync(
                await office.ClerkAsync(), new(office.Hall, After: after, Take: 1, Matter: Standards.Code.Text, Order: WorklistOrder.Accepted), Cancel)).ShouldPass();
            found.AddRange(page.Rows.Select(r => r.Number));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(expected, found);
        Assert.Empty((await office.Get<WorklistQueries>().ReadAsync(await office.ClerkAsync(), new(office.Hall, Matter: "NONE"), Cancel)).ShouldPass().Rows);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheListOfCases_HoldsWhatGoesOn_AndWhatHasEndedWhenAsked(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var withdrawn = await NumberAsync(office, (await office.Get<WithdrawCase>().ExecuteAsync(new(await office.ReceivedAsync(), ""), clerk, Cancel)).ShouldPass().Seen);
        var open = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            open.Insert(0, await NumberAsync(office, await office.DraftAsync()));
        }

        var first = await ListAsync(clerk, new(office.Hall, Take: 2));
        var second = await ListAsync(clerk, new(office.Hall, Take: 2, After: first.Next));

        Assert.Equal(open, first.Rows.Concat(second.Rows).Select(r => r.Number));
        Assert.Equal((3, null), (first.Open, second.Next));
        var ended = Assert.Single((await ListAsync(clerk, new(office.Hall, State: CaseState.Withdrawn))).Rows);
        Assert.Equal((withdrawn, "市场监督管理局", null), (ended.Number, ended.Department, ended.Due));
        Assert.NotNull(ended.EndedAt);
        Assert.Equal(4, (await ListAsync(clerk, new(office.Hall, Search: "经营"))).Rows.Count);
        Assert.Equal(3, (await ListAsync(clerk, new(office.Hall, Search: "经营", State: CaseState.Draft))).Rows.Count);
        Assert.Equal([withdrawn], (await ListAsync(clerk, new(office.Hall, Search: "1"))).Rows.Select(r => r.Number));
        Assert.Equal(["scjgj", "wjj"], first.Departments.Select(d => d.Code));
        Assert.Equal(3, (await ListAsync(clerk, new(office.Hall, Department: "scjgj"))).Rows.Count);
        Assert.Empty((await ListAsync(clerk, new(office.Hall, Department: "wjj"))).Rows);
        Assert.Empty((await ListAsync(clerk, new(office.Hall, Light: Light.Red))).Rows);

        // Reviewers see their own department's, of whatever state.
        Assert.Single((await ListAsync(await office.ReviewerAsync(), new(office.Hall, State: CaseState.Withdrawn))).Rows);
        var health = await office.StaffAsync("reviewer-health", CaseOffice.Health, Role.Reviewer);
        Assert.Empty((await ListAsync(health, new(office.Hall, State: CaseState.Withdrawn))).Rows);
        Assert.Empty((await ListAsync(health, new(office.Hall, Search: withdrawn))).Rows);
        (await office.Get<CaseListQueries>().ReadAsync(await office.StaffAsync("admin", null, Role.Administrator), new(office.Hall), Cancel)).ShouldBeRefused("permission.denied");

        async Task<CaseList> ListAsync(Actor who, CaseListFilter filter) => (await office.Get<CaseListQueries>().ReadAsync(who, filter, Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnApplicant_IsFoundByTheWholeNumber_AndOnlyByThat(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var person = await NumberAsync(office, await office.DraftAsync());
        var company = (await OfCompanyAsync(office)).Number;

        Assert.Equal([person], await OfAsync(clerk, IdentityType.Citizen, CaseOffice.Number));
        Assert.Equal([company], await OfAsync(clerk, null, CreditNumber));
        Assert.Empty(await OfAsync(clerk, IdentityType.Passport, "E12345678"));
        Assert.Empty(await OfAsync(await office.StaffAsync("reviewer-health", CaseOffice.Health, Role.Reviewer), IdentityType.Citizen, CaseOffice.Number));
        (await office.Get<CaseListQueries>().OfApplicantAsync(clerk, office.Hall, IdentityType.Citizen, CaseOffice.Number[..17], 50, Cancel)).ShouldBeRefused("id-number.invalid");
        (await office.Get<CaseListQueries>().OfApplicantAsync(clerk, office.Hall, null, "9135", 50, Cancel)).ShouldBeRefused("credit-code.invalid");

        async Task<List<string>> OfAsync(Actor who, IdentityType? type, string number) =>
            [.. (await office.Get<CaseListQueries>().OfApplicantAsync(who, office.Hall, type, number, 50, Cancel)).ShouldPass().Select(r => r.Number)];
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheFinder_TellsTheFirstFew_AndNothingForNothing(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var company = (await OfCompanyAsync(office)).Number;
        var newest = await NumberAsync(office, await office.DraftAsync());
        var finder = office.Get<CaseListQueries>();

        Assert.Equal([newest], (await finder.FindAsync(clerk, office.Hall, "经营", 1, Cancel)).ShouldPass().Select(r => r.Number));
        var found = Assert.Single((await finder.FindAsync(clerk, office.Hall, "青澜区沐晨", 8, Cancel)).ShouldPass());
        Assert.Equal((company, Company), (found.Number, found.Applicant));
        Assert.Empty((await finder.FindAsync(clerk, office.Hall, "  ", 8, Cancel)).ShouldPass());
        (await finder.FindAsync(await office.StaffAsync("manager", null, Role.HallManager), office.Hall, "1", 8, Cancel)).ShouldBeRefused("permission.denied");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AStep_CanBeGivenToTheReviewersOfItsDepartment_TheLeastBusyFirst(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (busy, free, head) = (await office.ReviewerAsync(), await office.SecondReviewerAsync(), await office.HeadAsync());
        await office.StaffAsync("reviewer-health", CaseOffice.Health, Role.Reviewer);

        // A reviewer who is a clerk too took this one in.
        var both = await office.StaffAsync("both", Market, Role.Reviewer);
        await office.Node.GiveAsync(new StaffId(both.Id), Role.WindowClerk, office.Hall);
        var seen = (await office.Get<ReceiveCase>().ExecuteAsync(new(await office.DraftAsync(), CaseScene.Findings(Brought.All)), both, Cancel)).ShouldPass().Seen;
        seen = (await office.Get<AcceptCase>().ExecuteAsync(new(seen), await office.ClerkAsync(), Cancel)).ShouldPass().Seen;
        seen = (await office.Get<StartReview>().ExecuteAsync(new(seen), busy, Cancel)).ShouldPass().Seen;
        await TakeAsync(office, await office.UnderReviewAsync(), busy);
        var able = office.Get<StepReviewerQueries>();

        var people = (await able.ReadAsync(head, seen.Case, Papers, Cancel)).ShouldPass();

        Assert.Equal([(free.Id, 0), (busy.Id, 1)], people.Select(p => (p.Id.Value, p.OpenSteps)));
        (await office.Get<AssignStep>().ExecuteAsync(new(seen, Papers, people[0].Id, AsHead: true), head, Cancel)).ShouldPass();
        (await able.ReadAsync(busy, seen.Case, Papers, Cancel)).ShouldBeRefused("permission.denied");
        (await able.ReadAsync(head, seen.Case, "none", Cancel)).ShouldBeRefused("case.step-unknown");
        (await able.ReadAsync(head, default, Papers, Cancel)).ShouldBeRefused("case.unknown");
    }

    private static async Task<CaseAnswer> OfCompanyAsync(CaseOffice office) => (await office.TryOpenAsync(
        applicant: new ApplicantEntry(ApplicantKind.Company, Company, IdentityType.Citizen, CreditNumber, null, Reason: "执照原件核对一致"))).ShouldPass();

    private static async Task<string> NumberAsync(CaseOffice office, SeenCase seen) => (await office.FileAsync(seen)).Number;

    /// <summary>The reviewer takes the step of the papers.</summary>
    private static async Task<string> TakeAsync(CaseOffice office, SeenCase seen, Actor reviewer) =>
        (await office.Get<AssignStep>().ExecuteAsync(new(seen, Papers, new StaffId(reviewer.Id), AsHead: false), reviewer, Cancel)).ShouldPass().Number;
}
