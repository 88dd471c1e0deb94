using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Cases.Papers;

namespace HallSuite.Infrastructure.Demo;

/// <summary>One act of a story: when, and what is done to the case as it was left.</summary>
/// <param name="Ago">How many working days before the end of the stories; 0 is that day itself.</param>
internal sealed record DemoAct(int Ago, TimeOnly Time, Func<DemoDesk, SeenCase, CancellationToken, Task<Result<CaseAnswer>>> Do);

/// <summary>
/// The story of one case in the demo hall, act by act. Each act is an operation of the system and one event of the case, so that the number of events says
/// how far a story was told.
/// </summary>
/// <param name="matter">The name of the matter.</param>
/// <param name="subject">What it is about; each story has its own.</param>
internal sealed class DemoStory(string matter, string subject, ApplicantEntry applicant)
{
    private const string Reviewed = "材料齐全，符合规定。";
    private static readonly Remedies Remedies = new("青澜区人民政府", "青澜区人民法院");

    private readonly List<DemoAct> acts = [];
    private (int Ago, TimeOnly Time) now;

    public string Matter => matter;

    public string Subject => subject;

    public ApplicantEntry Applicant => applicant;

    public IReadOnlyList<DemoAct> Acts => acts;

    /// <summary>The acts that follow happen then, a few minutes apart.</summary>
    public DemoStory At(int ago, int hour, int minute = 0)
    {
        now = (ago, new TimeOnly(hour, minute));
        return this;
    }

    public DemoStory Opened(string clerk) => Then((desk, _, stop) => desk.Do<OpenCase>().ExecuteAsync(
        new(desk.Hall.Id, DemoMatters.CodeOf(matter), applicant, null, subject), desk.Who(clerk), stop));

    /// <param name="lacking">The codes of the materials that are not there.</param>
    public DemoStory Received(string clerk, params string[] lacking) => Opened(clerk).Then((desk, seen, stop) =>
        desk.Do<ReceiveCase>().ExecuteAsync(new(seen, desk.Findings(matter, lacking)), desk.Who(clerk), stop));

    public DemoStory Accepted(string clerk) => Received(clerk).Then((desk, seen, stop) => desk.Do<AcceptCase>().ExecuteAsync(new(seen), desk.Who(clerk), stop));

    /// <summary>Accepted without one material, which is promised for a day.</summary>
    public DemoStory AcceptedTolerantly(string clerk, string lacking, int promisedAgo) => Received(clerk, lacking).Then((desk, seen, stop) =>
        desk.Do<AcceptTolerantly>().ExecuteAsync(new(seen, [new MaterialPromise(lacking, desk.Days.Day(promisedAgo))]), desk.Who(clerk), stop));

    public DemoStory AskedFor(string clerk, string lacking) => Then((desk, seen, stop) => desk.Do<RequestSupplement>().ExecuteAsync(
        new(seen, [new SupplementItem(lacking, $"请补交{desk.NameOf(matter, lacking)}。")]), desk.Who(clerk), stop));

    public DemoStory NotAccepted(string clerk, string authority) => Received(clerk).Then((desk, seen, stop) => desk.Do<NotAcceptCase>().ExecuteAsync(
        new(seen, new NotAccepted(NotAcceptedGround.WrongAuthority, "申请事项不属于本机关职权范围。", authority), Remedies), desk.Who(clerk), stop));

    public DemoStory OnTheSpot(string clerk) => Opened(clerk).Then((desk, seen, stop) => desk.Do<CompleteOnTheSpot>().ExecuteAsync(
        new(seen, desk.Findings(matter), [], Collected), desk.Who(clerk), stop));

    public DemoStory Started(string reviewer) => Then((desk, seen, stop) => desk.Do<StartReview>().ExecuteAsync(new(seen), desk.Who(reviewer), stop));

    public DemoStory Taken(string step, string reviewer) => Then((desk, seen, stop) =>
        desk.Do<AssignStep>().ExecuteAsync(new(seen, step, desk.Id(reviewer), AsHead: false), desk.Who(reviewer), stop));

    /// <summary>Both reviewers went to look.</summary>
    public DemoStory Visited(string reviewer, string found = "现场与申请材料一致。")
    {
        var ago = now.Ago;
        return Then((desk, seen, stop) => desk.Do<VerifyOnSite>().ExecuteAsync(
            new(seen, desk.Days.Day(ago), [desk.Id("reviewer1"), desk.Id("reviewer2")], found), desk.Who(reviewer), stop));
    }

    public DemoStory Passed(string step, string reviewer, params CriterionMark[] marks) => Passed(step, reviewer, agrees: true, Reviewed, marks);

    public DemoStory Passed(string step, string reviewer, bool agrees, string opinion, params CriterionMark[] marks) => Then((desk, seen, stop) =>
        desk.Do<PassStep>().ExecuteAsync(new(seen, step, new StepOpinion(agrees, opinion, marks)), desk.Who(reviewer), stop));

    public DemoStory Suspended(SpecialProcedure procedure, int told, string reason) => Then((desk, seen, stop) =>
        desk.Do<SuspendCase>().ExecuteAsync(new(seen, procedure, told, reason), desk.Who("head1"), stop));

    public DemoStory Resumed(string outcome)
    {
        var ago = now.Ago;
        return Then((desk, seen, stop) => desk.Do<ResumeCase>().ExecuteAsync(new(seen, desk.Days.Day(ago), outcome), desk.Who("head1"), stop));
    }

    public DemoStory Extended(int days, string reason) => Then((desk, seen, stop) => desk.Do<ExtendCase>().ExecuteAsync(new(seen, days, reason), desk.Who("head1"), stop));

    public DemoStory Approved() => Then((desk, seen, stop) => desk.Do<ApproveCase>().ExecuteAsync(new(seen, ""), desk.Who("head1"), stop));

    public DemoStory Refused(string reasons, string basis) => Then((desk, seen, stop) => desk.Do<RefuseCase>().ExecuteAsync(
        new(seen, new RefusalGrounds(reasons, basis, Remedies.ReconsiderationBody, Remedies.Court)), desk.Who("head1"), stop));

    public DemoStory Issued(string clerk)
    {
        var ago = now.Ago;
        return Then((desk, seen, stop) => desk.Do<IssueResult>().ExecuteAsync(
            new(seen, desk.Days.Day(ago)), desk.Who(clerk), stop));
    }

    public DemoStory Told(string clerk) => Then((desk, seen, stop) => desk.Do<NotifyReady>().ExecuteAsync(new(seen), desk.Who(clerk), stop));

    public DemoStory Delivered(string clerk) => Then((desk, seen, stop) =>
        desk.Do<DeliverResult>().ExecuteAsync(new(seen, Collected), desk.Who(clerk), stop));

    public DemoStory Archived(string clerk) => Then((desk, seen, stop) => desk.Do<ArchiveCase>().ExecuteAsync(new(seen), desk.Who(clerk), stop));

    public DemoStory Withdrawn(string clerk, string note) => Then((desk, seen, stop) => desk.Do<WithdrawCase>().ExecuteAsync(new(seen, note), desk.Who(clerk), stop));

    public DemoStory Terminated(string reason) => Then((desk, seen, stop) => desk.Do<TerminateCase>().ExecuteAsync(
        new(seen, TerminationGround.ObjectLost, reason), desk.Who("head1"), stop));

    /// <summary>At the window, by whoever applied or came for them.</summary>
    private HandoverEntry Collected => new(DeliveryWay.PickUp, "", IdentityChecked: true, Receiver: applicant.Agent?.Name ?? applicant.Name);

    private DemoStory Then(Func<DemoDesk, SeenCase, CancellationToken, Task<Result<CaseAnswer>>> act)
    {
        acts.Add(new DemoAct(now.Ago, now.Time, act));
        now = (now.Ago, now.Time.AddMinutes(4));
        return this;
    }
}
