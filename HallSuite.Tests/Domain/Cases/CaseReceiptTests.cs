using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Opening, receipt and what is not accepted (DOMAIN §3, rules 1 and 2).</summary>
public class CaseReceiptTests
{
    private static Finding[] But(Finding other) => [.. Findings().Where(f => f.Requirement != other.Requirement), other];

    private static Result Receive(IReadOnlyList<Finding> findings) => Opened().Receive(Pinned, findings, By(Clerk));

    [Fact]
    public void Open_BeginsAsADraftWithOneEvent()
    {
        var opened = Opened();
        Assert.Equal((CaseState.Draft, Market, Trade, Pinned.Id), (opened.State, opened.Department, opened.Matter, opened.Standard));
        Assert.Equal(new CaseEvent(1, CaseAct.Open, CaseState.Draft, CaseState.Draft, On(0), ActorKind.Visitor, Guid.Empty, "203.0.113.7", "", ""), Assert.Single(opened.Events));
        Assert.Equal(Case.NoDue, opened.DueSort);
    }

    [Fact]
    public void Open_WhenTheMatterIsOutOfUse_IsRefused()
    {
        var matter = NewMatter();
        matter.Deactivate().ShouldPass();
        Opening(matter: matter).ShouldBeRefused("case.matter-inactive");
    }

    [Fact]
    public void Open_BeforeTheStandardIsInForce_IsRefused() => Opening(days: -1).ShouldBeRefused("case.standard-not-in-force");

    [Fact]
    public void Open_UnderTheStandardOfAnotherMatter_IsRefused() =>
        Opening(InForce(matter: new MatterId(Id(601)))).ShouldBeRefused("case.standard-not-in-force");

    [Fact]
    public void Open_ForWhomTheMatterDoesNotServe_IsRefusedAndNamesTheKind() =>
        Assert.Equal(ApplicantKind.Authority, Assert.Single(Opening(applicant: Applicant with { Kind = ApplicantKind.Authority }).ShouldBeRefused("case.not-served").Arguments));

    [Fact]
    public void Open_WhenTheSubjectIsTooLong_IsRefused() => Opening(subject: new string('长', Case.SubjectLength + 1)).ShouldBeRefused("case.subject-invalid");

    [Fact]
    public void Receive_ListsWhatWasHandedIn()
    {
        var received = Received(Brought.NoPlan);
        Assert.Equal(
            [(Form, MaterialFinding.Sound, Monday), (Identity, MaterialFinding.Sound, Monday), (Plan, MaterialFinding.Missing, null), (Mandate, MaterialFinding.NotNeeded, (DateOnly?)null)],
            received.Materials.Select(m => (m.Requirement, m.Finding, m.HandedInOn)));
    }

    [Fact]
    public void Receive_PinsTheStandardOfTheDay()
    {
        var opened = Opened();
        var (old, next) = (Pinned, Draft(Content with { Handling = Handling.Joint, Materials = [] }, 2));
        next.Publish(MatterKind.Licence, Monday, [], Monday, Nine).ShouldPass();
        opened.Receive(next, [], By(Clerk)).ShouldPass();
        Assert.NotEqual(old.Id, next.Id);
        Assert.Equal((next.Id, Handling.Joint), (opened.Standard, opened.Handling));
        opened.Accept(old, By(Clerk)).ShouldBeRefused("case.other-standard");
    }

    [Fact]
    public void Receive_UnderAStandardThatHasEnded_IsRefused()
    {
        var opened = Opened();
        var ended = InForce(number: 3);
        ended.Retire(Monday, Monday).ShouldPass();
        opened.Receive(ended, Findings(), By(Clerk, 1)).ShouldBeRefused("case.standard-not-in-force");
        opened.Receive(ended, Findings(), By(Clerk)).ShouldPass();
    }

    [Fact]
    public void Receive_UnderTheStandardOfAnotherMatter_IsRefused() =>
        Opened().Receive(InForce(matter: new MatterId(Id(601))), Findings(), By(Clerk)).ShouldBeRefused("case.standard-not-in-force");

    [Fact]
    public void Receive_WhenAMaterialWasNotLookedAt_IsRefusedAndNamesIt() =>
        Assert.Equal("场所平面图", Assert.Single(Receive([.. Findings().Where(f => f.Requirement != Plan)]).ShouldBeRefused("case.material-unchecked").Arguments));

    [Fact]
    public void Receive_WhenAMaterialIsMarkedUnchecked_IsRefused() => Receive(But(new(Plan, MaterialFinding.Unchecked))).ShouldBeRefused("case.material-unchecked");

    [Fact]
    public void Receive_OfAMaterialOutsideTheStandard_IsRefused() => Receive([.. Findings(), new("M9", MaterialFinding.Missing)]).ShouldBeRefused("case.outside-standard");

    [Fact]
    public void Receive_WhenWhatIsAlwaysNeededIsMarkedNotNeeded_IsRefused() => Receive(But(new(Form, MaterialFinding.NotNeeded))).ShouldBeRefused("case.material-needed");

    [Theory]
    [InlineData("")]
    [InlineData("两\n行")]
    public void Receive_WhenNobodySaysWhatIsWrong_IsRefused(string note) => Receive(But(new(Form, MaterialFinding.Faulty, note))).ShouldBeRefused("case.fault-unsaid");

    [Fact]
    public void Receive_StartsFiveWorkingDays()
    {
        var clock = Assert.Single(Received().Clocks);
        Assert.Equal((ClockKind.Acceptance, Monday, new DateOnly(2026, 3, 9)), (clock.Kind, clock.StartDay, clock.DueDay));
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 16, 0, 0, TimeSpan.Zero), clock.DueAt);
    }

    [Theory]
    [InlineData("2026-03-02T15:59:59Z", "2026-03-02", "2026-03-09")] // 23:59:59 in Shanghai
    [InlineData("2026-03-02T16:00:00Z", "2026-03-03", "2026-03-10")] // midnight there, still Monday in UTC
    [InlineData("2026-03-07T03:00:00Z", "2026-03-07", "2026-03-13")] // a Saturday: the hall is open, the law counts from Monday
    public void Receive_AtAnyHour_CountsFromThatLocalDay(string now, string day, string due)
    {
        var received = Opened();
        received.Receive(Pinned, Findings(), By(Clerk) with { Now = DateTimeOffset.Parse(now, null) }).ShouldPass();
        Assert.Equal((DateOnly.Parse(day, null), DateOnly.Parse(due, null)), (received.ReceivedDay!.Value, received.Clocks[0].DueDay));
    }

    [Fact]
    public void CorrectMaterials_MakesAFaultyOneSound()
    {
        var received = Opened();
        received.Receive(Pinned, But(new(Form, MaterialFinding.Faulty, "未签名")), By(Clerk)).ShouldPass();
        received.Accept(Pinned, By(Clerk)).ShouldBeRefused("case.material-lacking");
        received.CorrectMaterials([new(Form, MaterialFinding.Sound)], By(Clerk, 1)).ShouldPass();
        var form = received.Materials.Single(m => m.Requirement == Form);
        Assert.Equal((MaterialFinding.Sound, "", Monday), (form.Finding, form.Note, form.HandedInOn!.Value));
        Assert.Equal(Form, Last(received).Subject);
        received.Accept(Pinned, By(Clerk, 1)).ShouldPass();
    }

    [Fact]
    public void CorrectMaterials_OfNothing_IsRefused() => Received().CorrectMaterials([], By(Clerk)).ShouldBeRefused("case.nothing-handed-in");

    [Fact]
    public void CorrectMaterials_OfOneOutsideTheStandard_IsRefused() => Received().CorrectMaterials([new("M9", MaterialFinding.Sound)], By(Clerk)).ShouldBeRefused("case.outside-standard");

    [Fact]
    public void NotAccept_WhenTheAuthorityIsWrong_NamesTheRightOne()
    {
        var sentAway = Received();
        sentAway.NotAccept(new NotAccepted(NotAcceptedGround.WrongAuthority, " 不属于本机关职权。 ", " 某市公安局 "), By(Clerk)).ShouldPass();
        Assert.Equal(new NotAccepted(NotAcceptedGround.WrongAuthority, "不属于本机关职权。", "某市公安局"), sentAway.NotAccepted);
        Assert.Equal([NoticeKind.NonAcceptance], Last(sentAway).Notices);
    }

    [Fact]
    public void NotAccept_WhenTheAuthorityIsWrongAndNobodySaysWhichIsRight_IsRefused() =>
        Received().NotAccept(new NotAccepted(NotAcceptedGround.WrongAuthority, "不属于本机关职权。"), By(Clerk)).ShouldBeRefused("case.authority-missing");

    [Fact]
    public void NotAccept_NamingAnAuthorityThatIsNoLine_IsRefused() =>
        Received().NotAccept(new NotAccepted(NotAcceptedGround.NoLicenceNeeded, "依法不需要取得许可。", "某市\n公安局"), By(Clerk)).ShouldBeRefused("case.authority-missing");

    [Fact]
    public void NotAccept_WithoutReason_IsRefused() => Received().NotAccept(new NotAccepted(NotAcceptedGround.NoLicenceNeeded, " "), By(Clerk)).ShouldBeRefused("reason.required");

    [Fact]
    public void ReturnDraft_WithoutReason_IsRefused() => In(CaseState.PreReview).ReturnDraft("", By(Clerk)).ShouldBeRefused("reason.required");

    [Fact]
    public void CaseNumber_OfHallDayAndCounter() => Assert.Equal("QINGLAN-12026030200031", CaseNumber.Of("qinglan-1", Monday, 31).ShouldPass());

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public void CaseNumber_WhenTheCounterIsUsedUp_IsRefused(int counter) => CaseNumber.Of("qinglan", Monday, counter).ShouldBeRefused("case.numbers-used-up");

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void Policy_OutOfRange_IsRefused(int days) => (CasePolicy.Default with { SupplementDays = days }).Check().ShouldBeRefused("case-policy.out-of-range");

    [Fact]
    public void Policy_OfTheDefault_IsSound() => CasePolicy.Default.Check().ShouldPass();
}
