using System.Globalization;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Bench.Cases;

/// <summary>
/// A hall of twenty departments with five matters each, the last of which is joint, and the people who work on the cases of the first department. Time begins
/// on a Monday and moves only forward.
/// </summary>
internal sealed class CaseHall : IAsyncDisposable
{
    public const int Departments = 20;
    public const int MattersEach = 5;

    private static readonly DateTimeOffset Beginning = new(2026, 11, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly HandoverEntry AtCounter = new(DeliveryWay.PickUp, "SD2026-31", IdentityChecked: true, Receiver: "王小明");
    private static readonly Actor System = Actor.System("bench");

    private int applicants;

    private CaseHall(BenchHall node, List<Place> places) => (Node, Places) = (node, places);

    public BenchHall Node { get; }

    public List<Place> Places { get; }

    public Place Plain => Places[0];

    public Place Joint => Places[MattersEach - 1];

    public HallId Id => Node.Hall.Id;

    public Actor Clerk { get; private set; } = null!;

    /// <summary>One for each department.</summary>
    public IReadOnlyList<Actor> Reviewers { get; private set; } = [];

    public Actor SecondReviewer { get; private set; } = null!;

    public Actor Head { get; private set; } = null!;

    public Actor Supervisor { get; private set; } = null!;

    public HallClock Time => Node.Get<HallClock>();

    public DateOnly Today => DateOnly.FromDateTime(Time.Now.UtcDateTime.AddHours(8));

    /// <param name="keptIn">As <see cref="BenchHall.CreateAsync"/> has it.</param>
    public static async Task<CaseHall> CreateAsync(DatabaseProvider provider, string? keptIn = null)
    {
        var node = await BenchHall.CreateAsync(provider, waiting: 200, windows: 60, Beginning, keptIn);
        await using var db = await node.Get<IDbContextFactory<HallDbContext>>().CreateDbContextAsync();
        var found = await db.Set<Department>().AsNoTracking().OrderBy(d => d.Code).ToListAsync();
        if (found.Count > 0)
        {
            var again = new CaseHall(node, await FindAsync(db, found));
            await again.FindPeopleAsync(db, found);
            return again;
        }

        var departments = Enumerable.Range(0, Departments).Select(number =>
        {
            var department = Department.Create(new DepartmentId(Guid.CreateVersion7()), $"d{number:00}", $"第 {number} 局", $"Bureau {number}", codeTaken: false).Value;
            department.UseDocumentWord($"量测{(char)('甲' + number)}许", taken: false);
            return department;
        }).ToList();
        var places = Enumerable.Range(0, Departments * MattersEach).Select(number => Place.Create(
            number, departments[number / MattersEach], number % MattersEach == MattersEach - 1 ? departments[((number / MattersEach) + 1) % Departments] : null)).ToList();
        var order = new WorkOrder("Fill", Permission.ActAsSystem, Scope.Everything, Streams.Platform);
        var filled = await node.Get<HallWork>().RunAsync(order, System, (work, _) =>
        {
            work.Db.AddRange([.. departments, .. places.Select(p => p.Matter), .. places.Select(p => p.Standard)]);
            return Task.FromResult(Result.Ok);
        }, CancellationToken.None);
        var hall = filled.IsOk ? new CaseHall(node, places) : throw new InvalidOperationException(filled.Error!.ToString());
        await hall.HireAsync(departments);
        return hall;
    }

    public T Get<T>() where T : notnull => Node.Get<T>();

    /// <summary>Moves the hall's time to ten o'clock of a later day.</summary>
    public void GoTo(int month, int day) => Time.Set(new DateTimeOffset(2026, month, day, 2, 0, 0, TimeSpan.Zero));

    /// <summary>One round of a job.</summary>
    public Task RunAsync(string job) => Node.Get<IEnumerable<IHallJob>>().Single(j => j.Name == job).RunAsync(CancellationToken.None);

    /// <summary>Prints, signs and keeps all that was issued; answers how many documents that were.</summary>
    public async Task<int> SignAllAsync()
    {
        var signed = 0;
        while (await ReadAsync(db => db.Set<OutboxRow>().CountAsync(r => r.SentAt == null)) is > 0 and var left)
        {
            await RunAsync("outbox");
            signed += left - await ReadAsync(db => db.Set<OutboxRow>().CountAsync(r => r.SentAt == null));
        }

        return signed;
    }

    public async Task<T> ReadAsync<T>(Func<HallDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<HallDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>The whole way of a case, thirteen acts and five papers, each time for somebody else.</summary>
    public async Task<SeenCase> WholeLifeAsync(Place place) => await ArchiveAsync(await DeliverAsync(await IssueAsync(await ApproveAsync(await ReviewAsync(place)))));

    public async Task<SeenCase> DraftAsync(Place place)
    {
        var number = Interlocked.Increment(ref applicants).ToString("00000000", CultureInfo.InvariantCulture);
        var applicant = new ApplicantEntry(ApplicantKind.Natural, "王小明", IdentityType.Passport, $"E{number}", "13812345678");
        return Done(await Get<OpenCase>().ExecuteAsync(new(Id, place.Matter.Code, applicant, null, "街角小店"), Clerk, CancellationToken.None));
    }

    public async Task<SeenCase> ReceiveAsync(Place place, bool complete = true) =>
        Done(await Get<ReceiveCase>().ExecuteAsync(new(await DraftAsync(place), Findings(complete)), Clerk, CancellationToken.None));

    public async Task<SeenCase> AcceptAsync(Place place) => Done(await Get<AcceptCase>().ExecuteAsync(new(await ReceiveAsync(place)), Clerk, CancellationToken.None));

    public async Task<SeenCase> StartReviewAsync(Place place) =>
        Done(await Get<StartReview>().ExecuteAsync(new(await AcceptAsync(place)), Reviewers[0], CancellationToken.None));

    public async Task<SeenCase> TakeAsync(SeenCase seen) =>
        Done(await Get<AssignStep>().ExecuteAsync(new(seen, Place.Papers, new StaffId(Reviewers[0].Id), AsHead: false), Reviewers[0], CancellationToken.None));

    /// <summary>Until somebody has to decide.</summary>
    public async Task<SeenCase> ReviewAsync(Place place) => await ReviewAsync(await StartReviewAsync(place), place);

    public async Task<SeenCase> ReviewAsync(SeenCase seen, Place place)
    {
        var atPlace = place.Guest is null ? SecondReviewer : Reviewers[1];
        IReadOnlyList<StaffId> officers = [new StaffId(Reviewers[0].Id), new StaffId(atPlace.Id)];
        seen = Done(await Get<VerifyOnSite>().ExecuteAsync(new(seen, Today, officers, "面积属实。"), Reviewers[0], CancellationToken.None));
        seen = await PassAsync(seen, Place.Papers, Reviewers[0], Place.Good, Place.True);
        seen = await PassAsync(seen, Place.Site, atPlace);
        return await PassAsync(seen, Place.Recheck, SecondReviewer);
    }

    public async Task<SeenCase> SuspendAsync(SeenCase seen) =>
        Done(await Get<SuspendCase>().ExecuteAsync(new(seen, SpecialProcedure.Testing, 5, "送检。"), Head, CancellationToken.None));

    public async Task<SeenCase> ApproveAsync(SeenCase seen) => Done(await Get<ApproveCase>().ExecuteAsync(new(seen, ""), Head, CancellationToken.None));

    public async Task<SeenCase> IssueAsync(SeenCase seen) =>
        Done(await Get<IssueResult>().ExecuteAsync(new(seen, Today), Clerk, CancellationToken.None));

    public async Task<SeenCase> DeliverAsync(SeenCase seen)
    {
        seen = Done(await Get<NotifyReady>().ExecuteAsync(new(seen), Clerk, CancellationToken.None));
        return Done(await Get<DeliverResult>().ExecuteAsync(new(seen, AtCounter), Clerk, CancellationToken.None));
    }

    public async Task<SeenCase> ArchiveAsync(SeenCase seen) => Done(await Get<ArchiveCase>().ExecuteAsync(new(seen), Clerk, CancellationToken.None));

    public async Task<SeenCase> OnTheSpotAsync(Place place) => Done(await Get<CompleteOnTheSpot>().ExecuteAsync(
        new(await DraftAsync(place), Findings(complete: true), [Place.Good, Place.True], AtCounter), Clerk, CancellationToken.None));

    public async Task<SeenCase> NotAcceptAsync(Place place) => Done(await Get<NotAcceptCase>().ExecuteAsync(
        new(await ReceiveAsync(place), new(NotAcceptedGround.NoLicenceNeeded, "依法不需要取得许可。"), new("某市人民政府", "某区人民法院")), Clerk, CancellationToken.None));

    public async Task<SeenCase> WithdrawAsync(Place place) => Done(await Get<WithdrawCase>().ExecuteAsync(new(await AcceptAsync(place), ""), Clerk, CancellationToken.None));

    public async Task<SeenCase> AskForSupplementAsync(Place place) => Done(await Get<RequestSupplement>().ExecuteAsync(
        new(await ReceiveAsync(place, complete: false), [new("M3", "请补交平面图。")]), Clerk, CancellationToken.None));

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    private async Task<SeenCase> PassAsync(SeenCase seen, string step, Actor reviewer, params CriterionMark[] marks) =>
        Done(await Get<PassStep>().ExecuteAsync(new(seen, step, new StepOpinion(true, "符合条件，同意。", marks)), reviewer, CancellationToken.None));

    private static async Task<List<Place>> FindAsync(HallDbContext db, List<Department> departments)
    {
        var matters = await db.Set<Matter>().AsNoTracking().OrderBy(m => m.Code).ToListAsync();
        var standards = await db.Set<Standard>().AsNoTracking().ToDictionaryAsync(s => s.Matter);
        return [.. matters.Select(m => new Place(
            departments.Single(d => d.Id == m.Department), departments.SingleOrDefault(d => d.Id == standards[m.Id].Content.Steps[1].Department), m, standards[m.Id]))];
    }

    private async Task FindPeopleAsync(HallDbContext db, List<Department> departments)
    {
        var people = await db.Set<StaffMember>().AsNoTracking().ToDictionaryAsync(a => a.UserName, a => Actor.Staff(a.Id, "192.0.2.7"));
        (Clerk, Supervisor, Head, SecondReviewer) = (people["clerk"], people["supervisor"], people["head"], people["second"]);
        Reviewers = [.. departments.Select(d => people[$"reviewer-{d.Code}"])];
    }

    private async Task HireAsync(List<Department> departments)
    {
        Clerk = await HireAsync("clerk", Role.WindowClerk, null);
        Supervisor = await HireAsync("supervisor", Role.Supervisor, null);
        Head = await HireAsync("head", Role.DepartmentHead, departments[0].Id);
        SecondReviewer = await HireAsync("second", Role.Reviewer, departments[0].Id);
        var reviewers = new List<Actor>();
        foreach (var department in departments)
        {
            reviewers.Add(await HireAsync($"reviewer-{department.Code}", Role.Reviewer, department.Id));
        }

        Reviewers = reviewers;
    }

    private async Task<Actor> HireAsync(string userName, Role role, DepartmentId? department)
    {
        var hired = await Get<HireStaff>().ExecuteAsync(new(userName, "林静怡", "Correct-horse-9", MustChangePassword: false), System, CancellationToken.None);
        await Get<GivePost>().ExecuteAsync(new(hired.Value, role, Id, department), System, CancellationToken.None);
        return Actor.Staff(hired.Value, "192.0.2.7");
    }

    private static IReadOnlyList<Finding> Findings(bool complete) =>
        [new("M1", MaterialFinding.Sound), new("M2", MaterialFinding.Sound), new("M3", complete ? MaterialFinding.Sound : MaterialFinding.Missing), new("M4", MaterialFinding.NotNeeded)];

    private static SeenCase Done(Result<CaseAnswer> answer) => answer.TryGet(out var done, out var refused) ? done.Seen : throw new InvalidOperationException(refused.ToString());
}
