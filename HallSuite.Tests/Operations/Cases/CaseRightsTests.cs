using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>Which post may do what, and where. The right is asked for before anything else, so a draft is enough.</summary>
public sealed class CaseRightsTests
{
    private delegate Task<Error?> Try(CaseOffice office, SeenCase seen, Actor actor);

    private static readonly Dictionary<string, (Role[] May, Try Act)> Acts = new()
    {
        [nameof(OpenCase)] = ([Role.WindowClerk], async (o, s, a) => (await o.TryOpenAsync(a)).Error),
        [nameof(ReceiveCase)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<ReceiveCase>().ExecuteAsync(new(s, []), a, Cancel)).Error),
        [nameof(CorrectMaterials)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<CorrectMaterials>().ExecuteAsync(new(s, []), a, Cancel)).Error),
        [nameof(NotAcceptCase)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<NotAcceptCase>().ExecuteAsync(new(s, new NotAccepted(NotAcceptedGround.NoLicenceNeeded, ""), CaseOffice.Remedies), a, Cancel)).Error),
        [nameof(RequestSupplement)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<RequestSupplement>().ExecuteAsync(new(s, []), a, Cancel)).Error),
        [nameof(HandInSupplement)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<HandInSupplement>().ExecuteAsync(new(s, []), a, Cancel)).Error),
        [nameof(AcceptCase)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<AcceptCase>().ExecuteAsync(new(s), a, Cancel)).Error),
        [nameof(AcceptTolerantly)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<AcceptTolerantly>().ExecuteAsync(new(s, []), a, Cancel)).Error),
        [nameof(HandInPromised)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<HandInPromised>().ExecuteAsync(new(s, []), a, Cancel)).Error),
        [nameof(CompleteOnTheSpot)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<CompleteOnTheSpot>().ExecuteAsync(new(s, [], [], CaseOffice.AtCounter), a, Cancel)).Error),
        [nameof(StartReview)] = ([Role.Reviewer], async (o, s, a) => (await o.Get<StartReview>().ExecuteAsync(new(s), a, Cancel)).Error),
        [nameof(AssignStep)] = ([Role.Reviewer], async (o, s, a) => (await o.Get<AssignStep>().ExecuteAsync(new(s, Papers, default, AsHead: false), a, Cancel)).Error),
        [$"{nameof(AssignStep)} as head"] = ([Role.DepartmentHead], async (o, s, a) => (await o.Get<AssignStep>().ExecuteAsync(new(s, Papers, default, AsHead: true), a, Cancel)).Error),
        [nameof(VerifyOnSite)] = ([Role.Reviewer], async (o, s, a) => (await o.Get<VerifyOnSite>().ExecuteAsync(new(s, o.Today, [], ""), a, Cancel)).Error),
        [nameof(PassStep)] = ([Role.Reviewer], async (o, s, a) => (await o.Get<PassStep>().ExecuteAsync(new(s, Papers, CaseScene.Agreed), a, Cancel)).Error),
        [nameof(ReturnStep)] = ([Role.Reviewer, Role.DepartmentHead], async (o, s, a) => (await o.Get<ReturnStep>().ExecuteAsync(new(s, Papers, ""), a, Cancel)).Error),
        [nameof(ApproveCase)] = ([Role.Reviewer, Role.DepartmentHead], async (o, s, a) => (await o.Get<ApproveCase>().ExecuteAsync(new(s, ""), a, Cancel)).Error),
        [nameof(RefuseCase)] = ([Role.Reviewer, Role.DepartmentHead], async (o, s, a) => (await o.Get<RefuseCase>().ExecuteAsync(new(s, CaseScene.Grounds), a, Cancel)).Error),
        [nameof(SuspendCase)] = ([Role.DepartmentHead], async (o, s, a) => (await o.Get<SuspendCase>().ExecuteAsync(new(s, SpecialProcedure.Testing, 5, ""), a, Cancel)).Error),
        [nameof(ResumeCase)] = ([Role.DepartmentHead], async (o, s, a) => (await o.Get<ResumeCase>().ExecuteAsync(new(s, o.Today, ""), a, Cancel)).Error),
        [nameof(ExtendCase)] = ([Role.DepartmentHead], async (o, s, a) => (await o.Get<ExtendCase>().ExecuteAsync(new(s, 5, ""), a, Cancel)).Error),
        [nameof(TerminateCase)] = ([Role.DepartmentHead], async (o, s, a) => (await o.Get<TerminateCase>().ExecuteAsync(new(s, TerminationGround.ObjectLost, ""), a, Cancel)).Error),
        [nameof(IssueResult)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<IssueResult>().ExecuteAsync(new(s, o.Today), a, Cancel)).Error),
        [nameof(NotifyReady)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<NotifyReady>().ExecuteAsync(new(s), a, Cancel)).Error),
        [nameof(DeliverResult)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<DeliverResult>().ExecuteAsync(new(s, CaseOffice.AtCounter), a, Cancel)).Error),
        [nameof(ArchiveCase)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<ArchiveCase>().ExecuteAsync(new(s), a, Cancel)).Error),
        [nameof(LapseSupplements)] = ([], async (o, s, a) => (await o.Get<LapseSupplements>().ExecuteAsync(new(o.Hall), a, Cancel)).Error),
        [nameof(RecalculateLimits)] = ([], async (o, s, a) => (await o.Get<RecalculateLimits>().ExecuteAsync(new(o.Hall, "", default), a, Cancel)).Error),
        [nameof(DeemAccepted)] = ([], async (o, s, a) => (await o.Get<DeemAccepted>().ExecuteAsync(new(o.Hall), a, Cancel)).Error),
        [nameof(TurnLights)] = ([], async (o, s, a) => (await o.Get<TurnLights>().ExecuteAsync(new(o.Hall), a, Cancel)).Error),
        [nameof(WithdrawCase)] = ([Role.WindowClerk], async (o, s, a) => (await o.Get<WithdrawCase>().ExecuteAsync(new(s with { Events = 99 }, ""), a, Cancel)).Error),
    };

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EachAct_IsForItsPostsAlone(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var draft = await office.DraftAsync();
        var allowed = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = await office.StaffAsync($"post-{role}", null, role);
            foreach (var (name, act) in Acts)
            {
                if ((await act.Act(office, draft, actor))?.Code != "permission.denied")
                {
                    allowed.Add($"{name}: {role}");
                }
            }
        }

        Assert.Equal(Acts.SelectMany(a => a.Value.May.Select(role => $"{a.Key}: {role}")).Order(), allowed.Order());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NobodyActs_InAnotherHallOrForAnotherDepartment(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var draft = await office.DraftAsync();
        var elsewhere = new SampleHall(TestHall.Start, "elsewhere");
        await office.Node.SeedAsync(elsewhere.Entities);
        var clerkElsewhere = await office.Node.HireAsync("clerk-elsewhere");
        await office.Node.GiveAsync(clerkElsewhere, Role.WindowClerk, elsewhere.Hall.Id);
        List<Actor> strangers =
        [
            Actor.Staff(clerkElsewhere, "192.0.2.7"), await office.StaffAsync("clerk-health", CaseOffice.Health, Role.WindowClerk),
            await office.StaffAsync("reviewer-health", CaseOffice.Health, Role.Reviewer), await office.StaffAsync("head-health", CaseOffice.Health, Role.DepartmentHead),
            Actor.Visitor("192.0.2.9"), Actor.Device(new DeviceId(Id(5)), "192.0.2.8"),
        ];

        foreach (var stranger in strangers)
        {
            foreach (var act in Acts.Values)
            {
                Assert.Contains((await act.Act(office, draft, stranger))?.Code, (string[])["permission.denied", "device.unknown"]);
            }
        }

        Assert.Equal(1, (await office.FileAsync(draft)).EventCount);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AStepOfAnotherDepartment_IsThatDepartments(DatabaseProvider provider)
    {
        var joint = Content with { Steps = [new(Papers, "书面审查", 1), new(Recheck, "卫生审查", 1, Department: CaseOffice.Health)] };
        await using var office = await CaseOffice.OpenAsync(provider, joint);
        var health = await office.StaffAsync("reviewer-health", CaseOffice.Health, Role.Reviewer);
        var seen = await office.UnderReviewAsync();
        var number = (await office.FileAsync(seen)).Number;
        var pass = office.Get<PassStep>();

        (await pass.ExecuteAsync(new(seen, Papers, CaseScene.Agreed), health, Cancel)).ShouldBeRefused("permission.denied");
        (await pass.ExecuteAsync(new(seen, Recheck, CaseScene.Agreed), await office.ReviewerAsync(), Cancel)).ShouldBeRefused("permission.denied");
        var view = (await office.Get<CaseQueries>().FindAsync(health, number, Cancel)).ShouldPass();
        Assert.Equal([CaseAct.AssignStep, CaseAct.PassStep], view.Acts);
        Assert.Equal([(Papers, false), (Recheck, true)], view.Steps.Select(s => (s.Code, s.Mine)));
        Assert.Equal(number, Assert.Single((await office.Get<WorklistQueries>().ReadAsync(health, new(office.Hall, WorklistPart.ToTake), Cancel)).ShouldPass().Rows).Number);
        (await pass.ExecuteAsync(new(seen, Recheck, CaseScene.Agreed), health, Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheLightOfACaseElsewhere_IsCountedWhileAStepThereIsTheirs(DatabaseProvider provider)
    {
        var joint = Content with { Steps = [new(Papers, "书面审查", 1, Limit.WorkingDays(3)), new(Recheck, "卫生审查", 1, Limit.WorkingDays(3), Department: CaseOffice.Health)] };
        await using var office = await CaseOffice.OpenAsync(provider, joint);
        var health = await office.StaffAsync("reviewer-health", CaseOffice.Health, Role.Reviewer);
        var (theirs, passed) = (await office.UnderReviewAsync(), await office.UnderReviewAsync());
        await office.PassAsync(passed, Recheck, health, CaseScene.Agreed);
        office.GoTo(new DateOnly(2026, 10, 12), 9);
        await office.RunAsync("turn-lights");
        var list = office.Get<WorklistQueries>();

        var toHealth = (await list.ReadAsync(health, new(office.Hall, Light: Light.Red), Cancel)).ShouldPass();
        var toMarket = (await list.ReadAsync(await office.ReviewerAsync(), new(office.Hall), Cancel)).ShouldPass();

        Assert.Equal((1, 1), (toHealth.Open, toHealth.Red));
        Assert.Equal(theirs.Case, Assert.Single(toHealth.Rows).Id);
        Assert.Equal((2, 2), (toMarket.Open, toMarket.Red));
    }
}
