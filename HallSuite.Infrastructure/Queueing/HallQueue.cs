using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>What the queue needs to know of its hall, at one moment.</summary>
/// <param name="Local">The moment in the hall's local time.</param>
internal sealed record HallFacts(
    HallId Id, string Code, string Name, string TimeZone, OpeningHours Hours, QueuePolicy Policy, string Announcement, string Hotline, bool Active)
{
    public DateTimeOffset At { get; init; }

    public DateTime Local => HallTime.Local(TimeZone, At);

    /// <summary>The service day in which a ticket is taken now; null while the hall takes nobody.</summary>
    public DateOnly? OpenServiceDay => Active ? Hours.ServiceDayAt(Local) : null;

    /// <summary>The service day that screens show, open or not.</summary>
    public DateOnly Day => Hours.LastServiceDay(Local);

    public TimeSpan Ageing => TimeSpan.FromMinutes(Policy.AgeingMinutes);
}

internal sealed record LaneFacts(LaneId Id, string Prefix, string Name, string NameEn, int TypicalMinutes, bool Open);

internal sealed record WaitingFacts(LaneId Lane, int Count, DateTimeOffset OldestTakenAt);

/// <summary>A ticket called or served at a window.</summary>
internal sealed record AtWindow(TicketId Id, WindowId Window, string Prefix, int Number, TicketState State, DateTimeOffset? CalledAt)
{
    public string Text => Ticket.TextOf(Prefix, Number);
}

/// <summary>
/// A hall's queue as it stands: its lanes with the people who wait, its windows with the tickets that are there, and how fast each lane
/// goes. Read from the open tickets and the rollups of four weeks, so that it costs the same in the first week and after ten years.
/// </summary>
internal sealed class HallQueue(
    HallFacts hall, IReadOnlyList<LaneFacts> lanes, IReadOnlyList<ServiceWindow> windows, IReadOnlyList<WaitingFacts> waiting,
    IReadOnlyList<AtWindow> atWindows, IReadOnlyList<LaneDay> days)
{
    private readonly Dictionary<LaneId, int> counts = waiting.ToDictionary(w => w.Lane, w => w.Count);
    private readonly Dictionary<WindowId, AtWindow> busy = atWindows.ToDictionary(t => t.Window);
    private List<(WindowSkills Skills, bool Idle)>? open;

    public HallFacts Hall { get; } = hall;

    /// <summary>In the order of the kiosk and the screens.</summary>
    public IReadOnlyList<LaneFacts> Lanes { get; } = lanes;

    /// <summary>By number.</summary>
    public IReadOnlyList<ServiceWindow> Windows { get; } = windows;

    public IReadOnlyList<WaitingFacts> Waiting { get; } = waiting;

    /// <summary>The rollups of today and four weeks back.</summary>
    public IReadOnlyList<LaneDay> Days { get; } = days;

    public IReadOnlyCollection<AtWindow> AtWindows => busy.Values;

    public int WaitingIn(LaneId lane) => counts.GetValueOrDefault(lane);

    public AtWindow? At(WindowId window) => busy.GetValueOrDefault(window);

    public int OpenWindowsOf(LaneId lane) => Windows.Count(w => w.State == WindowState.Open && w.Serves(lane));

    /// <summary>The wait of a person with this many ahead in the lane.</summary>
    public WaitRange WaitOf(LaneId lane, int ahead)
    {
        open ??= [.. Windows.Where(w => w.State == WindowState.Open).Select(w => (new WindowSkills(w.Lanes), At(w.Id) is null))];
        return WaitRange.Of(WaitEstimate.For(ahead, PaceOf(lane), LaneWindows.Of(lane, counts, open)));
    }

    public LaneLine LineOf(LaneFacts lane) =>
        new(lane.Prefix, lane.Name, lane.NameEn, WaitingIn(lane.Id), OpenWindowsOf(lane.Id), WaitOf(lane.Id, WaitingIn(lane.Id)));

    /// <summary>Prefixes of the lanes that a window serves, the preferred first.</summary>
    public IReadOnlyList<LaneFacts> LanesOf(ServiceWindow window) =>
    [
        .. window.Lanes.Select(served => (served.Rank, Lane: Lanes.First(l => l.Id == served.Lane)))
            .OrderBy(l => l.Rank).ThenBy(l => l.Lane.Prefix, StringComparer.Ordinal).Select(l => l.Lane),
    ];

    public WindowAnswer AnswerOf(ServiceWindow window) => new(
        window.Number, window.Name, window.Floor, window.Kind, window.State, [.. LanesOf(window).Select(l => l.Prefix)], At(window.Id)?.Text);

    private LanePace PaceOf(LaneId lane)
    {
        var today = PaceSample.None;
        var (served, seconds, squares) = (0L, 0.0, 0.0);
        foreach (var day in Days.Where(d => d.Lane == lane))
        {
            if (day.Day >= Hall.Day)
            {
                today = day.Pace();
            }
            else
            {
                (served, seconds, squares) = (served + day.Served, seconds + day.ServiceSeconds, squares + day.ServiceSecondsSquared);
            }
        }

        var typical = Lanes.FirstOrDefault(l => l.Id == lane)?.TypicalMinutes ?? Hall.Policy.DefaultServiceMinutes;
        return new LanePace(today, PaceSample.OfSums(served, seconds, squares), typical);
    }
}
