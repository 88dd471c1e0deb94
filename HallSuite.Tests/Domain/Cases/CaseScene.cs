using HallSuite.Domain.Applicants;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Supervision;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>What the applicant brings.</summary>
internal enum Brought
{
    /// <summary>All that is needed.</summary>
    All,

    /// <summary>All but the secondary plan.</summary>
    NoPlan,

    /// <summary>All but the key form.</summary>
    NoForm,
}

/// <summary>Cases in any state, received in Shanghai on Monday 2 March 2026, and the people who work on them.</summary>
internal static class CaseScene
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    public static readonly StaffId Clerk = new(Id(1));
    public static readonly StaffId Reviewer = new(Id(2));
    public static readonly StaffId SecondReviewer = new(Id(3));
    public static readonly StaffId Head = new(Id(4));
    public static readonly StaffId Officer = new(Id(5));
    public static readonly StaffId SecondOfficer = new(Id(6));
    public static readonly HallRules Rules = RulesBy(WorkCalendar.Shipped);
    public static readonly Standard Pinned = InForce();
    public static readonly RefusalGrounds Grounds = new("场所条件不达标。\n详见核查记录。", "某条例第十二条", "某市人民政府", "某区人民法院");
    public static readonly Handover AtCounter = new(DeliveryWay.PickUp, "", IdentityChecked: true, new SealedText("receiver"));
    public static readonly MadeCertificate Certificate = new("证字〔2026〕1号", "1.2.156.3005.2.11100000000013338W021.1.1.001.X", new DocumentId(Id(31)));
    public static readonly StepOpinion Agreed = new(true, "符合条件。", [Good, Doubtful]);
    public static readonly CaseApplicant Applicant =
        new(ApplicantKind.Natural, new SealedText("name"), new LookupHash("hash"), IdentityType.Citizen, new SealedText("number"), null);

    public static HallRules RulesBy(WorkCalendar calendar, CasePolicy? policy = null) =>
        new(Shanghai, calendar, CardPolicy.Default.RuleBy(calendar, Shanghai), policy ?? CasePolicy.Default);

    /// <summary>At nine in the morning some days after that Monday.</summary>
    public static DateTimeOffset On(int days) => Nine.AddDays(days);

    public static Occasion By(StaffId who, int days = 0) => new(Actor.Staff(who, "10.0.0.9"), On(days), Rules);

    public static Occasion BySystem(int days = 0) => new(Actor.System("sweep"), On(days), Rules);

    public static Occasion ByApplicant(int days = 0) => new(Actor.Visitor("203.0.113.7"), On(days), Rules);

    public static Case Opened(Standard? standard = null) => Opening(standard).ShouldPass();

    public static Result<Case> Opening(Standard? standard = null, Matter? matter = null, CaseApplicant? applicant = null, int days = 0, string subject = "街角小店") => Case.Open(
        new CaseOpening(new CaseId(Id(9000)), "QINGLAN2026030200031", "key", new HallId(Id(900)), CaseChannel.Window, applicant ?? Applicant, subject),
        matter ?? NewMatter(), standard ?? Pinned, ByApplicant(days));

    public static IReadOnlyList<Finding> Findings(Brought brought = Brought.All) =>
    [
        new(Form, brought == Brought.NoForm ? MaterialFinding.Missing : MaterialFinding.Sound),
        new(Identity, MaterialFinding.Sound),
        new(Plan, brought == Brought.NoPlan ? MaterialFinding.Missing : MaterialFinding.Sound),
        new(Mandate, MaterialFinding.NotNeeded),
    ];

    public static Case Received(Brought brought = Brought.All, Standard? standard = null)
    {
        var received = Opened(standard);
        received.Receive(standard ?? Pinned, Findings(brought), By(Clerk)).ShouldPass();
        return received;
    }

    public static Case Supplementing(Brought brought = Brought.NoPlan, int days = 0)
    {
        var supplementing = Received(brought);
        supplementing.RequestSupplement([new(brought == Brought.NoForm ? Form : Plan, "请补交。")], By(Clerk, days)).ShouldPass();
        return supplementing;
    }

    /// <summary>Without the plan, it is promised for the 20th.</summary>
    public static Case Accepted(Brought brought = Brought.All, Standard? standard = null)
    {
        var accepted = Received(brought, standard);
        var result = brought == Brought.All
            ? accepted.Accept(standard ?? Pinned, By(Clerk))
            : accepted.AcceptTolerantly(standard ?? Pinned, [new(Plan, new DateOnly(2026, 3, 20))], By(Clerk));
        result.ShouldPass();
        return accepted;
    }

    public static Case UnderReview(Brought brought = Brought.All, Standard? standard = null)
    {
        var reviewed = Accepted(brought, standard);
        reviewed.StartReview(standard ?? Pinned, By(Reviewer)).ShouldPass();
        return reviewed;
    }

    /// <summary>All steps passed by the two reviewers; the criteria leave both outcomes open.</summary>
    public static Case Reviewed(Brought brought = Brought.All, bool agrees = true)
    {
        var reviewed = UnderReview(brought);
        Visit(reviewed).ShouldPass();
        reviewed.PassStep(Papers, Agreed with { Agrees = agrees }, Pinned, By(Reviewer)).ShouldPass();
        reviewed.PassStep(Site, new StepOpinion(agrees, "与申请相符。", []), Pinned, By(SecondReviewer)).ShouldPass();
        reviewed.PassStep(Recheck, new StepOpinion(agrees, "同意。", []), Pinned, By(SecondReviewer)).ShouldPass();
        return reviewed;
    }

    public static Case Suspended(int days = 0, int told = 5)
    {
        var suspended = UnderReview();
        suspended.Suspend(SpecialProcedure.Testing, told, "送检。", By(Reviewer, days)).ShouldPass();
        return suspended;
    }

    public static Case Approved(Brought brought = Brought.All)
    {
        var approved = Reviewed(brought);
        approved.Approve(Pinned, "", By(Head)).ShouldPass();
        return approved;
    }

    public static Case Issued()
    {
        var issued = Approved();
        issued.Issue(Pinned, Certificate, Monday, By(Clerk)).ShouldPass();
        return issued;
    }

    public static Result Visit(Case where, params StaffId[] officers) =>
        where.VerifyOnSite(new Verification(Monday, officers.Length == 0 ? [Officer, SecondOfficer] : officers, "面积属实。"), By(Reviewer));

    /// <summary>A case in the state, reached the shortest way.</summary>
    /// <param name="reviewed">Whether all steps are passed, where the state is UnderReview.</param>
    public static Case In(CaseState state, Brought brought = Brought.All, bool reviewed = false)
    {
        var found = state switch
        {
            CaseState.Draft => Opened(),
            CaseState.PreReview or CaseState.PreReviewReturned => Opened(),
            CaseState.Received or CaseState.NotAccepted or CaseState.Withdrawn or CaseState.Terminated => Received(brought),
            CaseState.SupplementRequested => Supplementing(),
            CaseState.Accepted => Accepted(brought),
            CaseState.UnderReview => reviewed ? Reviewed(brought) : UnderReview(brought),
            CaseState.Suspended => UnderReview(brought),
            CaseState.Approved => Approved(brought),
            CaseState.Refused => Reviewed(brought),
            CaseState.Issued or CaseState.Delivered or CaseState.Archived => Issued(),
        };
        if (state is CaseState.PreReview or CaseState.PreReviewReturned)
            found.Submit(ByApplicant()).ShouldPass();
        if (state is CaseState.PreReviewReturned)
            found.ReturnDraft("请上传平面图。", By(Clerk)).ShouldPass();
        if (state is CaseState.NotAccepted)
            found.NotAccept(new NotAccepted(NotAcceptedGround.NoLicenceNeeded, "依法不需要取得许可。"), By(Clerk)).ShouldPass();
        if (state is CaseState.Withdrawn)
            found.Withdraw("", ByApplicant()).ShouldPass();
        if (state is CaseState.Terminated)
            found.Terminate(TerminationGround.ObjectLost, "场所已拆除。", By(Clerk)).ShouldPass();
        if (state is CaseState.Suspended)
            found.Suspend(SpecialProcedure.ExpertReview, 5, "专家评审。", By(Reviewer)).ShouldPass();
        if (state is CaseState.Refused)
            found.Refuse(Pinned, Grounds, By(Head)).ShouldPass();
        if (state is CaseState.Delivered or CaseState.Archived)
            found.Deliver(AtCounter, By(Clerk)).ShouldPass();
        if (state is CaseState.Archived)
            found.Archive(By(Clerk)).ShouldPass();
        Assert.Equal(state, found.State);
        return found;
    }

    public static Clock ClockOf(Case which, ClockKind kind, string step = "") => which.Clocks.Last(c => c.Kind == kind && c.Step == step);

    public static CaseEvent Last(Case which) => which.Events[^1];
}
