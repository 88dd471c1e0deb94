using System.Text.Json.Serialization;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;

namespace HallSuite.Web.Api;

// The shapes of CONTRACT §3, word for word. They stand here and not at the queries, so that nothing inside can change them unawares.

/// <summary>How long a person waits, in minutes: one in ten less than p10, half less than p50, nine in ten less than p90.</summary>
public sealed record WaitJson(int P10, int P50, int P90)
{
    public static WaitJson Of(WaitRange wait) => new(wait.P10, wait.P50, wait.P90);
}

/// <summary>A lane that gives out tickets.</summary>
/// <param name="Lane">The prefix: what stands in front of its numbers.</param>
/// <param name="Waiting">People who wait in it.</param>
/// <param name="OpenWindows">Open windows that serve it.</param>
/// <param name="Wait">For someone who takes a number now.</param>
public sealed record LaneJson(string Lane, string Name, int Waiting, int OpenWindows, WaitJson Wait)
{
    public static LaneJson Of(LaneLine line) => new(line.Lane, line.Name, line.Waiting, line.OpenWindows, WaitJson.Of(line.Wait));
}

/// <summary>A number is wanted.</summary>
/// <param name="Lane">The prefix of the lane.</param>
/// <param name="Name">The visitor's name.</param>
/// <param name="IdNumber">The number of the visitor's document.</param>
/// <param name="IdType">What document it is: citizen (default), passport, hk-macao, taiwan.</param>
/// <param name="Matter">The code of the matter, if one was chosen.</param>
/// <param name="Entitlement">Why the visitor goes first: aged, disabled, pregnant, veteran; none by default.</param>
public sealed record TicketRequest(
    string Lane, string Name, string IdNumber, IdentityType IdType = IdentityType.Citizen, string? Matter = null, Entitlement Entitlement = Entitlement.None);

/// <summary>A number that was taken.</summary>
/// <param name="Ahead">People who will be called before.</param>
/// <param name="Url">The visitor's own page; whoever knows it can give the number back.</param>
public sealed record TakenTicketJson(Guid Id, string Number, string Lane, int Ahead, WaitJson Wait, string Url);

/// <summary>A window as everyone in the hall sees it.</summary>
/// <param name="Lanes">The lanes it serves, the preferred first.</param>
/// <param name="Number">The ticket called or served there; left out when nobody is.</param>
public sealed record WindowJson(
    int No, string Name, int Floor, WindowKind Kind, WindowState State, IReadOnlyList<string> Lanes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number)
{
    public static WindowJson Of(WindowAnswer window) => new(window.No, window.Name, window.Floor, window.Kind, window.State, window.Lanes, window.Number);
}

/// <summary>Why a window pauses. May be left out.</summary>
/// <param name="Reason">break, meeting, equipment or other (default).</param>
/// <param name="Note">A line beside the reason.</param>
public sealed record PauseRequest(PauseReason Reason = PauseReason.Other, string? Note = null);

/// <summary>The ticket that was called to the window.</summary>
public sealed record CalledJson(Guid Id, string Number, string Lane, DateTimeOffset CalledAt);

/// <summary>A ticket after an act.</summary>
/// <param name="Window">The window that called it last; null while it waits.</param>
/// <param name="Calls">How often the present call was repeated.</param>
public sealed record TicketJson(
    Guid Id, string Number, string Lane, TicketState State, int? Window, DateTimeOffset TakenAt, DateTimeOffset? CalledAt, DateTimeOffset? ServingAt,
    DateTimeOffset? EndedAt, int Calls)
{
    public static TicketJson Of(TicketAnswer ticket) => new(
        ticket.Id.Value, ticket.Number, ticket.Lane, ticket.State, ticket.Window, ticket.TakenAt, ticket.CalledAt, ticket.ServingAt, ticket.EndedAt, ticket.Calls);
}

/// <summary>One line of the call log, to be spoken once.</summary>
/// <param name="Seq">1, 2, 3 … in the hall, without holes.</param>
public sealed record CallJson(long Seq, string Number, int Window, DateTimeOffset At);

/// <summary>What a queue screen shows.</summary>
/// <param name="Seq">Rises with every change, with holes: apply a snapshot only if its number is larger than the last one's.</param>
/// <param name="Calls">The last 20, the newest first.</param>
public sealed record QueueJson(long Seq, DateTimeOffset At, IReadOnlyList<LaneJson> Lanes, IReadOnlyList<CallJson> Calls)
{
    public static QueueJson Of(QueueBoard board) => new(
        board.Seq, board.At, [.. board.Lanes.Select(LaneJson.Of)], [.. board.Calls.Select(c => new CallJson(c.Seq, c.Number, c.Window, c.At))]);
}

/// <summary>What a window's screen shows: the window of <c>GET …/windows</c>, with the number of the picture.</summary>
public sealed record WindowSnapshotJson(
    long Seq, DateTimeOffset At, int No, string Name, int Floor, WindowKind Kind, WindowState State, IReadOnlyList<string> Lanes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number)
{
    public static WindowSnapshotJson Of(long seq, DateTimeOffset at, WindowAnswer window) =>
        new(seq, at, window.No, window.Name, window.Floor, window.Kind, window.State, window.Lanes, window.Number);
}

/// <summary>The counts of the service day. Rates are between 0 and 1; null while there is nothing to take them of.</summary>
public sealed record TodayJson(int Tickets, int Served, int Received, int Accepted, int Decided, double? OnTimeRate, double? Satisfaction);

/// <summary>A window as the big screen draws it.</summary>
/// <param name="Number">The ticket called or served there; left out when nobody is.</param>
public sealed record WindowFigureJson(
    int No, string Name, int Floor, WindowState State, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number);

/// <summary>One day of the trend.</summary>
public sealed record DayJson(DateOnly Day, int Tickets, int Served);

/// <summary>The limits that run now and show this light.</summary>
public sealed record CardsJson(int Blue, int Yellow, int Red);

/// <summary>What the big screen shows.</summary>
/// <param name="Seq">The sum of the counters of the hall's streams: rises, with holes.</param>
/// <param name="Trend">The last 30 days, today included, the oldest first.</param>
public sealed record StatisticsJson(
    long Seq, DateTimeOffset At, TodayJson Today, IReadOnlyList<WindowFigureJson> Windows, IReadOnlyList<DayJson> Trend, CardsJson Cards)
{
    public static StatisticsJson Of(HallStatistics seen) => new(
        seen.Seq, seen.At,
        new(seen.Today.Tickets, seen.Today.Served, seen.Today.Received, seen.Today.Accepted, seen.Today.Decided, seen.Today.OnTimeRate, seen.Today.Satisfaction),
        [.. seen.Windows.Select(w => new WindowFigureJson(w.No, w.Name, w.Floor, w.State, w.Number))],
        [.. seen.Trend.Select(d => new DayJson(d.Day, d.Tickets, d.Served))],
        new(seen.Cards.Blue, seen.Cards.Yellow, seen.Cards.Red));
}
