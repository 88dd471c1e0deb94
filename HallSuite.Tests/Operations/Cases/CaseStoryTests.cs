using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>The good way of every act, through the database each time.</summary>
public sealed class CaseStoryTests
{
    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FromReceiptToArchive_EveryActIsKept(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var seen = await office.IssuedAsync();
        seen = (await office.Get<NotifyReady>().ExecuteAsync(new(seen), clerk, Cancel)).ShouldPass().Seen;
        seen = (await office.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), clerk, Cancel)).ShouldPass().Seen;
        seen = (await office.Get<ArchiveCase>().ExecuteAsync(new(seen), clerk, Cancel)).ShouldPass().Seen;

        var file = await office.FileAsync(seen);
        Assert.Equal((CaseState.Archived, CaseState.Delivered), (file.State, file.EndedAs));
        Assert.Equal(
            [
                CaseAct.Open, CaseAct.Receive, CaseAct.Accept, CaseAct.StartReview, CaseAct.VerifyOnSite, CaseAct.PassStep, CaseAct.PassStep, CaseAct.PassStep,
                CaseAct.Approve, CaseAct.Issue, CaseAct.NotifyReady, CaseAct.Deliver, CaseAct.Archive,
            ],
            file.Events.OrderBy(e => e.Number).Select(e => e.Act));
        Assert.Equal(("青澜市监许证〔2026〕1号", DecisionOutcome.Approve), (file.Issued!.Certificate, file.Decision!.Outcome));
        Assert.Equal([Good, Doubtful], file.Decision.Marks);
        Assert.Equal(new StaffId(clerk.Id), Assert.Single(file.Hands.TookIn));
        Assert.All(file.Clocks, c => Assert.Equal(ClockState.Ended, c.State));
        Assert.Equal(Case.NoDue, file.DueSort);
        Assert.Equal([Light.None], file.Clocks.Select(c => c.Light).Distinct());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_FromTheServedTicket_IsForItsHolder_AndNumbersRiseByTheDay(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var ticket = await ServeAsync(office);

        var first = (await office.TryOpenAsync(ticket: ticket)).ShouldPass();
        var second = (await office.TryOpenAsync()).ShouldPass();
        office.Wait(TimeSpan.FromDays(1));
        var tomorrow = (await office.TryOpenAsync()).ShouldPass();

        Assert.Equal(["SAMPLE2026092800001", "SAMPLE2026092800002", "SAMPLE2026092900001"], [first.Number, second.Number, tomorrow.Number]);
        var (fromTicket, typed) = (await office.FileAsync(first.Seen), await office.FileAsync(second.Seen));
        Assert.Equal(ticket, fromTicket.Ticket);
        Assert.Equal(typed.ApplicantLookup, fromTicket.ApplicantLookup);
        Assert.NotEqual(typed.QueryKey, fromTicket.QueryKey);
        Assert.Equal(22, typed.QueryKey.Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Open_WithoutAnApplicantOrForAFaultyOne_IsRefused(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var person = CaseOffice.Person;
        var company = person with { Kind = ApplicantKind.Company, Name = "街角小店有限公司", IdNumber = "91110000600037341L" };
        var open = office.Get<OpenCase>();

        (await open.ExecuteAsync(new(office.Hall, Code.Text, null, null), clerk, Cancel)).ShouldBeRefused("case.applicant-missing");
        (await open.ExecuteAsync(new(office.Hall, Code.Text, null, new TicketId(Id(1))), clerk, Cancel)).ShouldBeRefused("ticket.unknown");
        (await open.ExecuteAsync(new(office.Hall, "nothing", person, null), clerk, Cancel)).ShouldBeRefused("matter.unknown");
        (await office.TryOpenAsync(applicant: person with { IdNumber = "110105194912310021" })).ShouldBeRefused("id-number.invalid");
        (await office.TryOpenAsync(applicant: person with { IdNumber = "110105194912310021", Reason = "证件确实如此" })).ShouldBeRefused("id-number.invalid");
        (await office.TryOpenAsync(applicant: person with { Phone = "123" })).ShouldBeRefused("phone.invalid");
        (await office.TryOpenAsync(applicant: person with { Agent = new("张三", HallSuite.Domain.Applicants.IdentityType.Citizen, "1", null) })).ShouldBeRefused("id-number.invalid");
        (await office.TryOpenAsync(applicant: person with { Kind = ApplicantKind.Authority, IdNumber = company.IdNumber })).ShouldBeRefused("case.not-served");
        (await office.TryOpenAsync(applicant: company with { IdNumber = "911100006000373411" })).ShouldBeRefused("credit-code.doubtful");
        (await office.TryOpenAsync(applicant: company with { IdNumber = "911100006000373411", Reason = "证照原件如此" })).ShouldPass();
        (await office.TryOpenAsync(applicant: company)).ShouldPass();
        Assert.Equal("证照原件如此", await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(OpenCase) && a.Reason != null).Select(a => a.Reason).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Supplement_AskedForOnce_HandedIn_Accepts(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var request = office.Get<RequestSupplement>();
        var seen = (await request.ExecuteAsync(new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, "请补交平面图。")]), clerk, Cancel)).ShouldPass().Seen;

        (await request.ExecuteAsync(new(seen, [new(Plan, "再补一份。")]), clerk, Cancel)).ShouldBeRefused("case.supplement-sent");
        seen = (await office.Get<HandInSupplement>().ExecuteAsync(new(seen, [new(Plan, MaterialFinding.Faulty, "比例不对")]), clerk, Cancel)).ShouldPass().Seen;
        var done = (await office.Get<HandInSupplement>().ExecuteAsync(new(seen, [new(Plan, MaterialFinding.Sound)]), clerk, Cancel)).ShouldPass();

        Assert.Equal(CaseState.Accepted, done.State);
        Assert.Equal([NoticeKind.Receipt, NoticeKind.Acceptance], done.Notices);
        (await request.ExecuteAsync(new(done.Seen, [new(Plan, "又一份。")]), clerk, Cancel)).ShouldBeRefused("case.supplement-sent");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Tolerance_KeepsTheResultBackUntilThePromiseIsKept(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (clerk, first, second) = (await office.ClerkAsync(), await office.ReviewerAsync(), await office.SecondReviewerAsync());
        var seen = (await office.Get<AcceptTolerantly>().ExecuteAsync(
            new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, office.Today.AddDays(5))]), clerk, Cancel)).ShouldPass().Seen;
        seen = (await office.Get<StartReview>().ExecuteAsync(new(seen), first, Cancel)).ShouldPass().Seen;
        seen = await office.VerifyAsync(seen, first, second);
        seen = await office.PassAsync(seen, Papers, first, CaseScene.Agreed);
        seen = await office.PassAsync(seen, Site, second);
        seen = await office.PassAsync(seen, Recheck, second);
        seen = (await office.Get<ApproveCase>().ExecuteAsync(new(seen, ""), await office.HeadAsync(), Cancel)).ShouldPass().Seen;
        var issue = office.Get<IssueResult>();

        (await issue.ExecuteAsync(new(seen, office.Today), clerk, Cancel)).ShouldBeRefused("case.still-owed");
        seen = (await office.Get<HandInPromised>().ExecuteAsync(new(seen, [new(Plan, MaterialFinding.Sound)]), clerk, Cancel)).ShouldPass().Seen;
        (await issue.ExecuteAsync(new(seen, office.Today), clerk, Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OtherWaysOut_OfTheHall(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (clerk, head) = (await office.ClerkAsync(), await office.HeadAsync());

        var corrected = (await office.Get<CorrectMaterials>().ExecuteAsync(
            new(await office.ReceivedAsync(Brought.NoPlan), [new(Plan, MaterialFinding.Sound)]), clerk, Cancel)).ShouldPass();
        var sentAway = (await office.Get<NotAcceptCase>().ExecuteAsync(
            new(await office.DraftAsync(), new NotAccepted(NotAcceptedGround.WrongAuthority, "不属于本机关职权范围。", "某区卫生健康局"), CaseOffice.Remedies), clerk, Cancel)).ShouldPass();
        var withdrawn = (await office.Get<WithdrawCase>().ExecuteAsync(new(await office.AcceptedAsync(), ""), clerk, Cancel)).ShouldPass();
        var terminated = (await office.Get<TerminateCase>().ExecuteAsync(
            new(await office.AcceptedAsync(), TerminationGround.ObjectLost, "场所已拆除。"), head, Cancel)).ShouldPass();
        var onTheSpot = (await office.Get<CompleteOnTheSpot>().ExecuteAsync(
            new(await office.DraftAsync(), CaseScene.Findings(), [Good, True], CaseOffice.AtCounter), clerk, Cancel)).ShouldPass();

        Assert.Equal(
            [CaseState.Received, CaseState.NotAccepted, CaseState.Withdrawn, CaseState.Terminated, CaseState.Delivered],
            [corrected.State, sentAway.State, withdrawn.State, terminated.State, onTheSpot.State]);
        Assert.Equal("某区卫生健康局", (await office.FileAsync(sentAway.Seen)).NotAccepted!.RightAuthority);
        Assert.True((await office.FileAsync(onTheSpot.Seen)).OnTheSpot);
        Assert.Equal("场所已拆除。", await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(TerminateCase)).Select(a => a.Reason).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ADecisionAgainst_SaysWhereToTurnTo_AndIsServed(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var refused = (await office.Get<RefuseCase>().ExecuteAsync(new(await office.ReviewedAsync(), CaseScene.Grounds), await office.HeadAsync(), Cancel)).ShouldPass();
        var served = (await office.Get<DeliverResult>().ExecuteAsync(new(refused.Seen, CaseOffice.AtCounter), await office.ClerkAsync(), Cancel)).ShouldPass();

        Assert.Equal((CaseState.Refused, CaseState.Delivered), (refused.State, served.State));
        Assert.Equal(CaseScene.Grounds, (await office.FileAsync(served.Seen)).Decision!.Refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SpecialProcedureAndExtension_MoveTheStoredLimits(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var head = await office.HeadAsync();
        var seen = await office.UnderReviewAsync();
        var before = CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision);
        seen = (await office.Get<SuspendCase>().ExecuteAsync(new(seen, SpecialProcedure.Testing, 5, "送检。"), head, Cancel)).ShouldPass().Seen;
        var paused = CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision);
        office.GoTo(new DateOnly(2026, 10, 9), 10);
        seen = (await office.Get<ResumeCase>().ExecuteAsync(new(seen, office.Today, "合格。"), head, Cancel)).ShouldPass().Seen;
        var resumed = CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision);
        seen = (await office.Get<ExtendCase>().ExecuteAsync(new(seen, 10, "案情复杂。"), head, Cancel)).ShouldPass().Seen;
        var extended = CaseScene.ClockOf(await office.FileAsync(seen), ClockKind.Decision);

        Assert.Equal((ClockState.Paused, (DateTimeOffset?)null), (paused.State, paused.NextLightAt));
        // 29 and 30 September, 8 and 9 October stand still.
        Assert.Equal([new(2026, 10, 30), new(2026, 11, 5), new(2026, 11, 19)], [before.DueDay, resumed.DueDay, extended.DueDay]);
        Assert.Equal(new Extension(office.Today, 10, "案情复杂。", new StaffId(head.Id), ""), (await office.FileAsync(seen)).Extension);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Steps_AreTakenGivenOutAndSentBack(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (first, second, head) = (await office.ReviewerAsync(), await office.SecondReviewerAsync(), await office.HeadAsync());
        var (me, other) = (new StaffId(first.Id), new StaffId(second.Id));
        var assign = office.Get<AssignStep>();
        var seen = (await assign.ExecuteAsync(new(await office.UnderReviewAsync(), Papers, me, AsHead: false), first, Cancel)).ShouldPass().Seen;

        (await assign.ExecuteAsync(new(seen, Papers, other, AsHead: false), second, Cancel)).ShouldBeRefused("case.step-of-other");
        (await assign.ExecuteAsync(new(seen, Papers, other, AsHead: true), second, Cancel)).ShouldBeRefused("permission.denied");
        (await assign.ExecuteAsync(new(seen, Papers, new StaffId((await office.ClerkAsync()).Id), AsHead: true), head, Cancel)).ShouldBeRefused("case.cannot-review");
        seen = (await assign.ExecuteAsync(new(seen, Papers, other, AsHead: true), head, Cancel)).ShouldPass().Seen;
        (await office.Get<PassStep>().ExecuteAsync(new(seen, Papers, CaseScene.Agreed), first, Cancel)).ShouldBeRefused("case.step-of-other");
        seen = await office.PassAsync(seen, Papers, second, CaseScene.Agreed);
        (await office.Get<VerifyOnSite>().ExecuteAsync(new(seen, office.Today, [me, new StaffId(Id(77))], "属实。"), first, Cancel)).ShouldBeRefused("case.officer-unknown");
        seen = (await office.Get<ReturnStep>().ExecuteAsync(new(seen, Papers, "请再核对。"), head, Cancel)).ShouldPass().Seen;

        var step = (await office.FileAsync(seen)).Steps.Single(s => s.Code == Papers);
        Assert.Equal((StepState.Open, 1, other), (step.State, step.Returns, step.Reviewer!.Value));
    }

    private static async Task<TicketId> ServeAsync(CaseOffice office)
    {
        var system = Actor.System("test");
        var taken = (await office.Get<TakeTicket>().ExecuteAsync(
            new(office.Hall, "A", CaseOffice.Name, CaseOffice.Number, HallSuite.Domain.Applicants.IdentityType.Citizen, null, Entitlement.None), system, Cancel)).ShouldPass();
        (await office.TryOpenAsync(ticket: taken.Id)).ShouldBeRefused("ticket.unknown");
        (await office.Get<CallNextTicket>().ExecuteAsync(new(office.Hall, 1), system, Cancel)).ShouldPass();
        (await office.Get<ServeTicket>().ExecuteAsync(new(office.Hall, taken.Id), system, Cancel)).ShouldPass();
        return taken.Id;
    }
}
