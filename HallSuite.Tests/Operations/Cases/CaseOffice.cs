using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>The sample hall with a matter of the market department, and the people who work on its cases. It is Monday 28 September 2026, ten o'clock.</summary>
internal sealed class CaseOffice : IAsyncDisposable
{
    public const string Name = "阿卜杜勒·热合曼";
    public const string Number = "11010519491231002X";
    public const string Phone = "13812345678";

    private readonly Dictionary<string, Actor> people = [];

    private CaseOffice(TestHall node, SampleHall sample) => (Node, Sample) = (node, sample);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static DepartmentId Market => Standards.Market;

    public static DepartmentId Health { get; } = new(Standards.Id(501));

    public static ApplicantEntry Person { get; } = new(ApplicantKind.Natural, Name, IdentityType.Citizen, Number, Phone);

    public static HandoverEntry AtCounter { get; } = new(DeliveryWay.PickUp, "", IdentityChecked: true, Receiver: Name);

    public static Remedies Remedies { get; } = new("某市人民政府", "某区人民法院");

    public TestHall Node { get; }

    public SampleHall Sample { get; }

    public HallId Hall => Sample.Hall.Id;

    public static async Task<CaseOffice> OpenAsync(DatabaseProvider provider, StandardContent? content = null, bool withWord = true)
    {
        var (node, sample) = (await TestHall.CreateAsync(provider), new SampleHall(TestHall.Start));
        await node.SeedAsync(sample.Entities);
        return await InAsync(node, sample, content, withWord);
    }

    /// <summary>Brings departments and matter into a sample hall that is there; whoever made it disposes it.</summary>
    public static async Task<CaseOffice> InAsync(TestHall node, SampleHall sample, StandardContent? content = null, bool withWord = true)
    {
        await node.SeedAsync([.. Departments(withWord), Standards.NewMatter(), Standards.InForce(content)]);
        return new CaseOffice(node, sample);
    }

    public static IEnumerable<object> Departments(bool withWord = true)
    {
        var market = Department.Create(Market, "scjgj", "市场监督管理局", "Market Regulation", codeTaken: false).ShouldPass();
        if (withWord)
        {
            market.UseDocumentWord("青澜市监许", taken: false).ShouldPass();
        }

        return [market, Department.Create(Health, "wjj", "卫生健康局", "Health Commission", codeTaken: false).ShouldPass()];
    }

    public T Get<T>() where T : notnull => Node.Get<T>();

    public void Wait(TimeSpan time) => Node.Clock.Move(time);

    /// <summary>Moves the clock to an hour of a day in Shanghai.</summary>
    public void GoTo(DateOnly day, int hour, int minute = 0) =>
        Node.Clock.Move(new DateTimeOffset(day, new TimeOnly(hour, minute), TimeSpan.FromHours(8)) - Node.Clock.Now);

    /// <summary>Somebody with these posts here; clerks and supervisors in the hall, the others in the market department unless another is named.</summary>
    public async Task<Actor> StaffAsync(string userName, DepartmentId? department, params Role[] roles)
    {
        if (!people.TryGetValue(userName, out var actor))
        {
            var staff = await Node.HireAsync(userName);
            foreach (var role in roles)
            {
                await Node.GiveAsync(staff, role, Hall, role is Role.Reviewer or Role.DepartmentHead ? department ?? Market : department);
            }

            people[userName] = actor = Actor.Staff(staff, "192.0.2.7");
        }

        return actor;
    }

    public Task<Actor> ClerkAsync() => StaffAsync("clerk", null, Role.WindowClerk);

    public Task<Actor> ReviewerAsync() => StaffAsync("reviewer", null, Role.Reviewer);

    public Task<Actor> SecondReviewerAsync() => StaffAsync("reviewer-2", null, Role.Reviewer);

    public Task<Actor> HeadAsync() => StaffAsync("head", null, Role.DepartmentHead);

    public async Task<Result<CaseAnswer>> TryOpenAsync(Actor? actor = null, ApplicantEntry? applicant = null, TicketId? ticket = null) => await Get<OpenCase>().ExecuteAsync(
        new(Hall, Standards.Code.Text, applicant ?? (ticket is null ? Person : null), ticket, "街角小店"), actor ?? await ClerkAsync(), Cancel);

    public async Task<SeenCase> DraftAsync() => (await TryOpenAsync()).ShouldPass().Seen;

    public async Task<SeenCase> ReceivedAsync(Brought brought = Brought.All) => await ReceiveAsync(await DraftAsync(), brought);

    public async Task<SeenCase> ReceiveAsync(SeenCase draft, Brought brought = Brought.All) =>
        (await Get<ReceiveCase>().ExecuteAsync(new(draft, CaseScene.Findings(brought)), await ClerkAsync(), Cancel)).ShouldPass().Seen;

    public async Task<SeenCase> AcceptedAsync() =>
        (await Get<AcceptCase>().ExecuteAsync(new(await ReceivedAsync()), await ClerkAsync(), Cancel)).ShouldPass().Seen;

    public async Task<SeenCase> UnderReviewAsync() =>
        (await Get<StartReview>().ExecuteAsync(new(await AcceptedAsync()), await ReviewerAsync(), Cancel)).ShouldPass().Seen;

    /// <summary>All steps passed by the two reviewers, who also went to look.</summary>
    public async Task<SeenCase> ReviewedAsync()
    {
        var (first, second) = (await ReviewerAsync(), await SecondReviewerAsync());
        var seen = await VerifyAsync(await UnderReviewAsync(), first, second);
        seen = await PassAsync(seen, Standards.Papers, first, CaseScene.Agreed);
        seen = await PassAsync(seen, Standards.Site, second);
        return await PassAsync(seen, Standards.Recheck, second);
    }

    public async Task<SeenCase> VerifyAsync(SeenCase seen, params Actor[] officers) => (await Get<VerifyOnSite>().ExecuteAsync(
        new(seen, Today, [.. officers.Select(o => new StaffId(o.Id))], "面积属实。"), officers[0], Cancel)).ShouldPass().Seen;

    public async Task<SeenCase> PassAsync(SeenCase seen, string step, Actor reviewer, StepOpinion? opinion = null) =>
        (await Get<PassStep>().ExecuteAsync(new(seen, step, opinion ?? new StepOpinion(true, "同意。", [])), reviewer, Cancel)).ShouldPass().Seen;

    public async Task<SeenCase> ApprovedAsync() =>
        (await Get<ApproveCase>().ExecuteAsync(new(await ReviewedAsync(), ""), await HeadAsync(), Cancel)).ShouldPass().Seen;

    public async Task<SeenCase> IssuedAsync() => (await Get<IssueResult>().ExecuteAsync(
        new(await ApprovedAsync(), Today), await ClerkAsync(), Cancel)).ShouldPass().Seen;

    public DateOnly Today => DateOnly.FromDateTime(Node.Clock.Now.UtcDateTime.AddHours(8));

    /// <summary>The case as it stands in the database, with its history.</summary>
    public Task<Case> FileAsync(SeenCase seen) => Node.ReadAsync(db =>
        db.Set<Case>().AsNoTrackingWithIdentityResolution().AsSplitQuery().Include(c => c.Events).SingleAsync(c => c.Id == seen.Case, Cancel));

    /// <summary>One round of a job.</summary>
    public Task RunAsync(string job) => Node.Services.GetServices<IHallJob>().Single(j => j.Name == job).RunAsync(Cancel);

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
