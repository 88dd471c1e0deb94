using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;

namespace HallSuite.Infrastructure.Statistics;

/// <summary>The counts of the service day. Rates are between 0 and 1; null while there is nothing to take them of.</summary>
/// <param name="Tickets">Taken today.</param>
/// <param name="Served">Served to the end today.</param>
/// <param name="OnTimeRate">Of the cases decided, the share whose limits had not run out (<see cref="Domain.Cases.CaseCounts.DecidedInTime"/>).</param>
/// <param name="Satisfaction">Of the ratings, the share of the upper three grades.</param>
/// <param name="Ratings">How many visitors rated.</param>
public sealed record TodayFigures(int Tickets, int Served, int Received, int Accepted, int Decided, double? OnTimeRate, double? Satisfaction, int Ratings = 0);

/// <summary>One window on the plan of a floor.</summary>
/// <param name="TicketState">Called or Serving; null when nobody is there.</param>
public sealed record WindowFigure(int No, string Name, int Floor, WindowState State, string? Number, TicketState? TicketState);

/// <summary>One day of the trend and of the month.</summary>
/// <param name="Decided">Cases decided.</param>
public sealed record DayFigure(DateOnly Day, int Tickets, int Served, int Decided = 0);

/// <summary>The limits that run now and show this light.</summary>
public sealed record CardFigures(int Blue, int Yellow, int Red);

/// <summary>A floor: its windows, and the people who wait for them. A lane's people wait where most of its windows are.</summary>
public sealed record FloorFigure(int Number, string Name, int Waiting, IReadOnlyList<WindowFigure> Windows);

/// <summary>A lane by how many numbers it gave out today.</summary>
public sealed record HotLane(string Lane, string Name, string NameEn, int Tickets);

/// <summary>Numbers taken per ten minutes of one service day, from local midnight; always 144.</summary>
public sealed record Ridge(DateOnly Day, IReadOnlyList<int> Taken);

/// <summary>The big screen of a hall, and CONTRACT §3 statistics. No personal data.</summary>
/// <param name="Seq">Rises with each picture, with holes: the sum of the counters of the hall's streams.</param>
/// <param name="Day">The service day shown.</param>
/// <param name="Trend">The last 30 days, today included, the oldest first.</param>
/// <param name="LongestWaitMinutes">Whole minutes since the one who waits longest took the number; null when nobody waits.</param>
/// <param name="ServingNow">Windows at which somebody is served.</param>
/// <param name="HotLanes">At most five, the hottest first; lanes without a number are left out.</param>
/// <param name="Month">Each day of the month of <paramref name="Day"/> up to it.</param>
/// <param name="Ridges">Today first, then the same weekday one to four weeks before.</param>
public sealed record HallStatistics(
    long Seq, DateTimeOffset At, TodayFigures Today, IReadOnlyList<WindowFigure> Windows, IReadOnlyList<DayFigure> Trend, CardFigures Cards,
    string HallName, string Announcement, string Hotline, string TimeZone, DateOnly Day,
    int WaitingNow, int? LongestWaitMinutes, int ServingNow, int OpenWindows, int TotalWindows,
    IReadOnlyList<FloorFigure> Floors, IReadOnlyList<HotLane> HotLanes, IReadOnlyList<DayFigure> Month, IReadOnlyList<Ridge> Ridges);
