using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.TestKit;

/// <summary>The sample hall with its doors open: people come, clerks sit down, tickets are called. Acts without an actor are the system's.</summary>
public sealed class QueueScene : IAsyncDisposable
{
    private int people;

    private QueueScene(TestHall node, SampleHall sample) => (Node, Sample) = (node, sample);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TestHall Node { get; }

    public SampleHall Sample { get; }

    public HallId Id => Sample.Hall.Id;

    public static Actor System { get; } = Actor.System("test");

    /// <param name="setUp">Changes the hall before it is saved.</param>
    public static async Task<QueueScene> OpenAsync(DatabaseProvider provider, Action<SampleHall>? setUp = null)
    {
        var node = await TestHall.CreateAsync(provider);
        var sample = new SampleHall(TestHall.Start);
        setUp?.Invoke(sample);
        await node.SeedAsync(sample.Entities);
        return new QueueScene(node, sample);
    }

    public T Get<T>() where T : notnull => Node.Get<T>();

    public void Wait(double minutes) => Node.Clock.Move(TimeSpan.FromMinutes(minutes));

    /// <summary>Somebody new takes a number, or the given person.</summary>
    public Task<Result<TakenTicket>> TryTakeAsync(
        string lane = "A", string? idNumber = null, string? matter = null, Entitlement entitlement = Entitlement.None, IdentityType type = IdentityType.Citizen,
        string name = "陈晓敏", string? overrideReason = null, Actor? actor = null) =>
        Get<TakeTicket>().ExecuteAsync(new(Id, lane, name, idNumber ?? CitizenNumber(++people), type, matter, entitlement, overrideReason), actor ?? System, Cancel);

    public async Task<TakenTicket> TakeAsync(string lane = "A", Entitlement entitlement = Entitlement.None, string? idNumber = null) =>
        (await TryTakeAsync(lane, idNumber, entitlement: entitlement)).ShouldPass();

    public Task<Result<CalledTicket>> TryCallAsync(int window, Actor? actor = null) => Get<CallNextTicket>().ExecuteAsync(new(Id, window), actor ?? System, Cancel);

    /// <summary>A ticket just called to the window; taken for the purpose.</summary>
    public async Task<TicketId> CalledAsync(int window = 1, string lane = "A", Actor? actor = null)
    {
        await TakeAsync(lane);
        return (await TryCallAsync(window, actor)).ShouldPass().Id;
    }

    public async Task<TicketId> ServingAsync(int window = 1, string lane = "A")
    {
        var ticket = await CalledAsync(window, lane);
        (await ServeAsync(ticket)).ShouldPass();
        return ticket;
    }

    public async Task<TicketId> MissedAsync(int window = 1, string lane = "A")
    {
        var ticket = await CalledAsync(window, lane);
        (await MissAsync(ticket)).ShouldPass();
        return ticket;
    }

    public Task<Result<TicketAnswer>> RecallAsync(TicketId ticket, Actor? actor = null) => Get<RecallTicket>().ExecuteAsync(new(Id, ticket), actor ?? System, Cancel);

    public Task<Result<TicketAnswer>> ServeAsync(TicketId ticket, Actor? actor = null) => Get<ServeTicket>().ExecuteAsync(new(Id, ticket), actor ?? System, Cancel);

    public Task<Result<TicketAnswer>> FinishAsync(TicketId ticket, Actor? actor = null) => Get<FinishTicket>().ExecuteAsync(new(Id, ticket), actor ?? System, Cancel);

    public Task<Result<TicketAnswer>> MissAsync(TicketId ticket, Actor? actor = null) => Get<MissTicket>().ExecuteAsync(new(Id, ticket), actor ?? System, Cancel);

    public Task<Result<TicketAnswer>> HoldAsync(TicketId ticket, Actor? actor = null) => Get<HoldTicket>().ExecuteAsync(new(Id, ticket), actor ?? System, Cancel);

    public Task<Result<TicketAnswer>> ResumeAsync(TicketId ticket, int window, Actor? actor = null) =>
        Get<ResumeTicket>().ExecuteAsync(new(Id, ticket, window), actor ?? System, Cancel);

    public Task<Result<TicketAnswer>> RejoinAsync(TicketId ticket, Actor? actor = null) => Get<RejoinTicket>().ExecuteAsync(new(Id, ticket), actor ?? System, Cancel);

    public Task<Result<TicketAnswer>> TransferAsync(TicketId ticket, string lane, int? window = null, Actor? actor = null) =>
        Get<TransferTicket>().ExecuteAsync(new(Id, ticket, lane, window), actor ?? System, Cancel);

    public Task<Result<WindowAnswer>> OpenAsync(int window, Actor? actor = null) => Get<OpenWindow>().ExecuteAsync(new(Id, window), actor ?? System, Cancel);

    public Task<Result<WindowAnswer>> PauseAsync(int window, Actor? actor = null) =>
        Get<PauseWindow>().ExecuteAsync(new(Id, window, PauseReason.Break, null), actor ?? System, Cancel);

    public Task<Result<WindowAnswer>> CloseAsync(int window, Actor? actor = null) => Get<CloseWindow>().ExecuteAsync(new(Id, window), actor ?? System, Cancel);

    /// <summary>A member of staff with a post in this hall.</summary>
    public async Task<Actor> StaffAsync(string userName, Role role = Role.WindowClerk)
    {
        var staff = await Node.HireAsync(userName);
        await Node.GiveAsync(staff, role, Id);
        return Actor.Staff(staff, "192.0.2.7");
    }

    /// <summary>A clerk who has sat down at a window of the sample hall.</summary>
    public async Task<Actor> ClerkAtAsync(int window)
    {
        var clerk = await StaffAsync($"clerk{window}");
        (await CloseAsync(window)).ShouldPass();
        (await OpenAsync(window, clerk)).ShouldPass();
        return clerk;
    }

    /// <summary>A device of this hall; of one window when that is given.</summary>
    public async Task<Actor> DeviceAsync(DeviceKind kind, int? window = null)
    {
        var id = new DeviceId(Guid.CreateVersion7());
        await Node.SeedAsync(Device.Register(id, Id, kind, kind.ToString(), id.ToString(), window, TestHall.Start).ShouldPass());
        return Actor.Device(id, "192.0.2.8");
    }

    /// <summary>The ticket as it stands in the database.</summary>
    public Task<Ticket> TicketAsync(TicketId id) => Node.ReadAsync(db => db.Set<Ticket>().AsNoTracking().SingleAsync(t => t.Id == id, Cancel));

    /// <summary>The rollup of a lane today.</summary>
    public Task<LaneDay> DayAsync(string lane)
    {
        var id = Sample.Lanes.Single(l => l.Prefix == lane).Id;
        return Node.ReadAsync(db => db.Set<LaneDay>().AsNoTracking().SingleAsync(d => d.Lane == id && d.Day == SampleHall.Today, Cancel));
    }

    /// <summary>A citizen number that passes every check: number 1, 2, 3 … born in 1990 in Beijing.</summary>
    public static string CitizenNumber(int person)
    {
        var digits = $"110105{new DateOnly(1990, 1, 1).AddDays(person / 1000):yyyyMMdd}{person % 1000:000}";
        return digits + IdentityNumbers.CheckCharacter(digits);
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
