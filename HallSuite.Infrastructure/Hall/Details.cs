using HallSuite.Domain.Hall;

namespace HallSuite.Infrastructure.Hall;

// What the forms of the administration hold. An edit carries the details as they were read and as they are wanted: where the first are
// no longer true, somebody else was quicker and nothing is saved. The version of the row would not do, for it rises with every call.

/// <summary>What is written about a hall.</summary>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Announcement">One line; empty for none, like hotline and address.</param>
public sealed record HallDetails(string Name, string TimeZone, string Announcement, string Hotline, string Address)
{
    public static HallDetails Of(ServiceHall hall) => new(hall.Name, hall.TimeZone, hall.Announcement, hall.Hotline, hall.Address ?? "");
}

/// <summary>What is written about a lane.</summary>
/// <param name="TypicalMinutes">Minutes that one service takes as a rule.</param>
public sealed record LaneDetails(string Prefix, string Name, string NameEn, int TypicalMinutes)
{
    public static LaneDetails Of(Lane lane) => new(lane.Prefix, lane.Name, lane.NameEn, lane.TypicalMinutes);
}

/// <summary>What is written about a window.</summary>
public sealed record WindowDetails(int Number, string Name, int Floor, WindowKind Kind)
{
    public static WindowDetails Of(ServiceWindow window) => new(window.Number, window.Name, window.Floor, window.Kind);
}
