using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Cases.CaseScene;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Every act in every state: done and leading where DOMAIN §3 says, or refused and changing nothing.</summary>
public class CaseLifeTests
{
    /// <summary>Where each act is allowed and what it leads to; every pair that is not here is refused.</summary>
    private static readonly Dictionary<(CaseState, CaseAct), CaseState> Allowed = new()
    {
        [(CaseState.Draft, CaseAct.Submit)] = CaseState.PreReview,
        [(CaseState.Draft, CaseAct.Receive)] = CaseState.Received,
        [(CaseState.Draft, CaseAct.CompleteOnTheSpot)] = CaseState.Delivered,
        [(CaseState.Draft, CaseAct.NotAccept)] = CaseState.NotAccepted,
        [(CaseState.Draft, CaseAct.Withdraw)] = CaseState.Withdrawn,
        [(CaseState.PreReview, CaseAct.ReturnDraft)] = CaseState.PreReviewReturned,
        [(CaseState.PreReview, CaseAct.Receive)] = CaseState.Received,
        [(CaseState.PreReview, CaseAct.CompleteOnTheSpot)] = CaseState.Delivered,
        [(CaseState.PreReview, CaseAct.NotAccept)] = CaseState.NotAccepted,
        [(CaseState.PreReview, CaseAct.Withdraw)] = CaseState.Withdrawn,
        [(CaseState.PreReviewReturned, CaseAct.Submit)] = CaseState.PreReview,
        [(CaseState.PreReviewReturned, CaseAct.Receive)] = CaseState.Received,
        [(CaseState.PreReviewReturned, CaseAct.CompleteOnTheSpot)] = CaseState.Delivered,
        [(CaseState.PreReviewReturned, CaseAct.NotAccept)] = CaseState.NotAccepted,
        [(CaseState.PreReviewReturned, CaseAct.Withdraw)] = CaseState.Withdrawn,
        [(CaseState.Received, CaseAct.CorrectMaterials)] = CaseState.Received,
        [(CaseState.Received, CaseAct.NotAccept)] = CaseState.NotAccepted,
        [(CaseState.Received, CaseAct.RequestSupplement)] = CaseState.SupplementRequested,
        [(CaseState.Received, CaseAct.Accept)] = CaseState.Accepted,
        [(CaseState.Received, CaseAct.AcceptTolerantly)] = CaseState.Accepted,
        [(CaseState.Received, CaseAct.DeemAccepted)] = CaseState.Accepted,
        [(CaseState.Received, CaseAct.Withdraw)] = CaseState.Withdrawn,
        [(CaseState.Received, CaseAct.Terminate)] = CaseState.Terminated,
        [(CaseState.SupplementRequested, CaseAct.HandInSupplement)] = CaseState.Accepted,
        [(CaseState.SupplementRequested, CaseAct.LapseSupplement)] = CaseState.Terminated,
        [(CaseState.SupplementRequested, CaseAct.Withdraw)] = CaseState.Withdrawn,
        [(CaseState.SupplementRequested, CaseAct.Terminate)] = CaseState.Terminated,
        [(CaseState.Accepted, CaseAct.HandInPromised)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseAct.StartReview)] = CaseState.UnderReview,
        [(CaseState.Accepted, CaseAct.Extend)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseAct.Withdraw)] = CaseState.Withdrawn,
        [(CaseState.Accepted, CaseAct.Terminate)] = CaseState.Terminated,
        [(CaseState.UnderReview, CaseAct.HandInPromised)] = CaseState.UnderReview,
        [(CaseState.UnderReview, CaseAct.AssignStep)] = CaseState.UnderReview,
        [(CaseState.UnderReview, CaseAct.VerifyOnSite)] = CaseState.UnderReview,
        [(CaseState.UnderReview, CaseAct.PassStep)] = CaseState.UnderReview,
        [(CaseState.UnderReview, CaseAct.ReturnStep)] = CaseState.UnderReview,
        [(CaseState.UnderReview, CaseAct.Suspend)] = CaseState.Suspended,
        [(CaseState.UnderReview, CaseAct.Extend)] = CaseState.UnderReview,
        [(CaseState.UnderReview, CaseAct.Approve)] = CaseState.Approved,
        [(CaseState.UnderReview, CaseAct.Refuse)] = CaseState.Refused,
        [(CaseState.UnderReview, CaseAct.Withdraw)] = CaseState.Withdrawn,
        [(CaseState.UnderReview, CaseAct.Terminate)] = CaseState.Terminated,
        [(CaseState.Suspended, CaseAct.HandInPromised)] = CaseState.Suspended,
        [(CaseState.Suspended, CaseAct.Resume)] = CaseState.UnderReview,
        [(CaseState.Suspended, CaseAct.Extend)] = CaseState.Suspended,
        [(CaseState.Suspended, CaseAct.Withdraw)] = CaseState.Withdrawn,
        [(CaseState.Suspended, CaseAct.Terminate)] = CaseState.Terminated,
        [(CaseState.Approved, CaseAct.HandInPromised)] = CaseState.Approved,
        [(CaseState.Approved, CaseAct.Issue)] = CaseState.Issued,
        [(CaseState.Refused, CaseAct.Deliver)] = CaseState.Delivered,
        [(CaseState.Issued, CaseAct.NotifyReady)] = CaseState.Issued,
        [(CaseState.Issued, CaseAct.Deliver)] = CaseState.Delivered,
        [(CaseState.Delivered, CaseAct.Archive)] = CaseState.Archived,
        [(CaseState.NotAccepted, CaseAct.Archive)] = CaseState.Archived,
        [(CaseState.Withdrawn, CaseAct.Archive)] = CaseState.Archived,
        [(CaseState.Terminated, CaseAct.Archive)] = CaseState.Archived,
    };

    /// <summary>Opening makes a case and recounting is no act of anybody; both have tests of their own.</summary>
    private static IEnumerable<CaseAct> Acts => Enum.GetValues<CaseAct>().Except([CaseAct.Open, CaseAct.Recalculate]);

    public static TheoryData<CaseState, CaseAct> EveryPair()
    {
        var pairs = new TheoryData<CaseState, CaseAct>();
        foreach (var state in Enum.GetValues<CaseState>())
        {
            foreach (var act in Acts)
                pairs.Add(state, act);
        }

        return pairs;
    }

    /// <summary>Does the act as well as it can be done.</summary>
    internal static Result Do(Case on, CaseAct act) => act switch
    {
        CaseAct.Submit => on.Submit(ByApplicant()),
        CaseAct.ReturnDraft => on.ReturnDraft("请上传平面图。", By(Clerk)),
        CaseAct.Receive => on.Receive(Pinned, Findings(), By(Clerk)),
        CaseAct.CorrectMaterials => on.CorrectMaterials([new(Plan, MaterialFinding.Sound)], By(Clerk)),
        CaseAct.NotAccept => on.NotAccept(new NotAccepted(NotAcceptedGround.WrongAuthority, "不属于本机关职权。", "某市公安局"), By(Clerk)),
        CaseAct.RequestSupplement => on.RequestSupplement([new(Plan, "请补交。")], By(Clerk)),
        CaseAct.HandInSupplement => on.HandInSupplement(Pinned, [new(Plan, MaterialFinding.Sound)], By(Clerk)),
        CaseAct.LapseSupplement => on.LapseSupplement(BySystem(60)),
        CaseAct.Accept => on.Accept(Pinned, By(Clerk)),
        CaseAct.AcceptTolerantly => on.AcceptTolerantly(Pinned, [new(Plan, Monday.AddDays(9))], By(Clerk)),
        CaseAct.DeemAccepted => on.DeemAccepted(Pinned, BySystem(10)) is { IsOk: false } refused ? refused.Error : Result.Ok,
        CaseAct.HandInPromised => on.HandInPromised([new(Plan, MaterialFinding.Sound)], By(Clerk)),
        CaseAct.StartReview => on.StartReview(Pinned, By(Reviewer)),
        CaseAct.AssignStep => on.AssignStep(Papers, Reviewer, byHead: false, By(Reviewer)),
        CaseAct.VerifyOnSite => Visit(on),
        CaseAct.PassStep => on.PassStep(Papers, Agreed, Pinned, By(Reviewer)),
        CaseAct.ReturnStep => on.ReturnStep(Papers, "请写明理由。", By(Head)),
        CaseAct.Suspend => on.Suspend(SpecialProcedure.Appraisal, 5, "送鉴定。", By(Reviewer)),
        CaseAct.Resume => on.Resume(Monday, "鉴定合格。", By(Reviewer)),
        CaseAct.Extend => on.Extend(10, "案情复杂。", "", By(Head)),
        CaseAct.Approve => on.Approve(Pinned, "", By(Head)),
        CaseAct.Refuse => on.Refuse(Pinned, Grounds, By(Head)),
        CaseAct.Issue => on.Issue(Pinned, Certificate, Monday, By(Clerk)),
        CaseAct.NotifyReady => on.NotifyReady(By(Clerk)),
        CaseAct.Deliver => on.Deliver(AtCounter, By(Clerk)),
        CaseAct.Archive => on.Archive(By(Clerk)),
        CaseAct.Withdraw => on.Withdraw("", ByApplicant()),
        CaseAct.Terminate => on.Terminate(TerminationGround.ObjectLost, "场所已拆除。", By(Clerk)),
        CaseAct.CompleteOnTheSpot => on.CompleteOnTheSpot(Pinned, new(Findings(), [Good, True], AtCounter), Certificate, By(Clerk)),
        CaseAct.Open or CaseAct.Recalculate => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>The state with what the act needs besides: a material that lacks, steps that are passed.</summary>
    private static Case ReadyFor(CaseState state, CaseAct act) => In(
        state,
        act is CaseAct.RequestSupplement or CaseAct.AcceptTolerantly or CaseAct.HandInPromised or CaseAct.CorrectMaterials ? Brought.NoPlan : Brought.All,
        reviewed: act is CaseAct.ReturnStep or CaseAct.Approve or CaseAct.Refuse);

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Act_InEveryState_IsDoneOrRefused(CaseState state, CaseAct act)
    {
        var on = ReadyFor(state, act);
        var before = Snapshot.Of(on);
        var result = Do(on, act);
        if (Allowed.TryGetValue((state, act), out var becomes))
        {
            result.ShouldPass();
            Assert.Equal(becomes, on.State);
            Assert.Equal((act, state, becomes), (Last(on).Act, Last(on).Before, Last(on).After));
            return;
        }

        if (act == CaseAct.RequestSupplement && on.Supplement is not null)
        {
            result.ShouldBeRefused("case.supplement-sent");
        }
        else
        {
            var error = result.ShouldBeRefused("case.wrong-state");
            Assert.Equal(ErrorKind.Conflict, error.Kind);
            Assert.Equal([state, act], error.Arguments);
        }

        Assert.Equal(before, Snapshot.Of(on));
    }

    [Fact]
    public void StatesFor_EveryAct_AreThoseWhereItIsDone() =>
        Assert.All(Acts, act => Assert.Equal(Allowed.Keys.Where(k => k.Item2 == act).Select(k => k.Item1).Order(), CaseLife.StatesFor(act).Order()));

    [Fact]
    public void Allowed_LeadsNowhereFromAnEndButToTheArchive() =>
        Assert.All(Allowed.Where(a => CaseLife.IsOver(a.Key.Item1)), a => Assert.Equal(CaseState.Archived, a.Value));

    /// <summary>Acts for which a member of staff answers are refused to everybody else, wherever they are possible.</summary>
    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Act_ByNobodyOfTheStaff_IsRefusedWhereStaffAnswers(CaseState state, CaseAct act)
    {
        var allowed = ReadyFor(state, act).Allows(act, ByApplicant());
        var open = act is CaseAct.Submit or CaseAct.Withdraw or CaseAct.DeemAccepted or CaseAct.LapseSupplement or CaseAct.Deliver or CaseAct.Archive;
        Assert.Equal(open && Allowed.ContainsKey((state, act)), allowed);
    }

    [Fact]
    public void Receive_ByADevice_IsRefusedAndNamesTheAct()
    {
        var error = Opened().Receive(Pinned, Findings(), ByApplicant()).ShouldBeRefused("case.needs-staff");
        Assert.Equal(CaseAct.Receive, Assert.Single(error.Arguments));
    }

    [Fact]
    public void Notices_OfEveryChange_AreThoseOfTheLaw()
    {
        var owed = Allowed.ToDictionary(a => a.Key, a => CaseLife.NoticesOf(a.Key.Item2, a.Key.Item1, a.Value));
        Assert.Equal([NoticeKind.Receipt], owed[(CaseState.Draft, CaseAct.Receive)]);
        Assert.Equal([NoticeKind.Receipt, NoticeKind.Acceptance], owed[(CaseState.SupplementRequested, CaseAct.HandInSupplement)]);
        Assert.Equal([NoticeKind.Receipt], CaseLife.NoticesOf(CaseAct.HandInSupplement, CaseState.SupplementRequested, CaseState.SupplementRequested));
        Assert.Empty(owed[(CaseState.Draft, CaseAct.Withdraw)]);
        Assert.Equal([NoticeKind.Termination], owed[(CaseState.Received, CaseAct.Withdraw)]);
        Assert.Equal([NoticeKind.Acceptance], owed[(CaseState.Received, CaseAct.DeemAccepted)]);
        Assert.Equal([NoticeKind.Receipt, NoticeKind.Approval, NoticeKind.ServiceReceipt], owed[(CaseState.Draft, CaseAct.CompleteOnTheSpot)]);
        Assert.Equal(Enum.GetValues<NoticeKind>(), owed.Values.SelectMany(n => n).Distinct().Order());
    }
}
