using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;

namespace HallSuite.Tests.TestKit;

/// <summary>A small hall in Shanghai that never closes: lanes A, B, C; windows 1 (A, then B), 2 (B), 3 (A and B alike, C last), all open.</summary>
public sealed class SampleHall
{
    private readonly DateTimeOffset now;
    private long sequence;

    public SampleHall(DateTimeOffset now, string code = "sample")
    {
        this.now = now;
        Hall = ServiceHall.Create(new HallId(Guid.CreateVersion7()), code, "样例厅", null, "Asia/Shanghai", OpeningHours.AlwaysOpen, codeTaken: false, zoneIsKnown: true).Value;
        Lanes = [NewLane("A", "综合受理", 1), NewLane("B", "企业开办", 2), NewLane("C", "社保医保", 3)];
        Windows =
        [
            NewWindow(1, (Lanes[0], 1), (Lanes[1], 2)),
            NewWindow(2, (Lanes[1], 1)),
            NewWindow(3, (Lanes[0], 1), (Lanes[1], 1), (Lanes[2], 2)),
        ];
    }

    /// <summary>The service day at <see cref="TestHall.Start"/>, in Shanghai.</summary>
    public static DateOnly Today { get; } = DateOnly.FromDateTime(TestHall.Start.UtcDateTime.AddHours(8));

    public ServiceHall Hall { get; }

    public List<Lane> Lanes { get; }

    public List<ServiceWindow> Windows { get; }

    public object[] Entities => [Hall, .. Lanes, .. Windows];

    /// <summary>A waiting ticket whose holder arrived some minutes ago.</summary>
    public Ticket NewTicket(int lane, int number, double minutesAgo = 0, Entitlement entitlement = Entitlement.None, DateOnly? day = null) =>
        NewTicket(Lanes[lane], number, minutesAgo, entitlement, day);

    /// <inheritdoc cref="NewTicket(int, int, double, Entitlement, DateOnly?)"/>
    public Ticket NewTicket(Lane lane, int number, double minutesAgo = 0, Entitlement entitlement = Entitlement.None, DateOnly? day = null)
    {
        var id = Guid.CreateVersion7();
        var taking = new TicketTaking(
            Hall.Id, lane.Id, lane.Prefix, number, day ?? DateOnly.FromDateTime(now.UtcDateTime.AddHours(8)), ++sequence, id.ToString("N"), null, entitlement,
            IdentityType.Citizen, new SealedText("sealed"), new LookupHash(id.ToString("N")), null);
        return Ticket.Take(new TicketId(id), taking, openTicket: null, now.AddMinutes(-minutesAgo)).Value;
    }

    /// <summary>More lanes, with prefixes from J on.</summary>
    public List<Lane> AddLanes(int count)
    {
        var more = Enumerable.Range(0, count).Select(i => NewLane(((char)('J' + i)).ToString(), $"业务 {i + 1}", 10 + i)).ToList();
        Lanes.AddRange(more);
        return more;
    }

    public ServiceWindow NewWindow(int number, params (Lane Lane, int Rank)[] skills)
    {
        var window = ServiceWindow.Create(new WindowId(Guid.CreateVersion7()), Hall, number, $"{number} 号窗口", 1, WindowKind.General, numberTaken: false).Value;
        window.SetLanes(skills.Select(s => new WindowLane(s.Lane.Id, s.Rank)));
        window.Open(null, now);
        return window;
    }

    private Lane NewLane(string prefix, string name, int order) =>
        Lane.Create(new LaneId(Guid.CreateVersion7()), Hall.Id, prefix, name, $"Lane {prefix}", order, 8, prefixTaken: false).Value;
}
