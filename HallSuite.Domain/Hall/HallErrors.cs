using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Hall;

/// <summary>Refusals about halls, lanes, windows and devices.</summary>
public static class HallErrors
{
    public static Error Unknown => new("hall.unknown", ErrorKind.NotFound);

    /// <summary>The hall takes no tickets now: outside its opening hours, or out of use.</summary>
    public static Error Closed => new("hall.closed", ErrorKind.Conflict);

    /// <summary>A code is 2 to 32 characters of a–z, 0–9 and the hyphen.</summary>
    public static Error CodeInvalid => new("hall.code-invalid", ErrorKind.Invalid);

    public static Error CodeTaken(string code) => new("hall.code-taken", ErrorKind.Conflict, code);

    public static Error NameInvalid => new("hall.name-invalid", ErrorKind.Invalid, ServiceHall.NameLength);

    public static Error TimeZoneUnknown => new("hall.time-zone-unknown", ErrorKind.Invalid);

    /// <summary>The announcement is more than one line or too long.</summary>
    public static Error AnnouncementInvalid => new("hall.announcement-invalid", ErrorKind.Invalid, ServiceHall.AnnouncementLength);

    /// <summary>The hotline is more than one line or too long.</summary>
    public static Error HotlineInvalid => new("hall.hotline-invalid", ErrorKind.Invalid, ServiceHall.HotlineLength);

    /// <summary>The address is more than one line or too long.</summary>
    public static Error AddressInvalid => new("hall.address-invalid", ErrorKind.Invalid, ServiceHall.AddressLength);

    /// <summary>Windows are still open or paused, so the hall cannot be taken out of use.</summary>
    public static Error WindowsOpen(int windows) => new("hall.windows-open", ErrorKind.Conflict, windows);

    /// <summary>The hall is already in or out of use.</summary>
    public static Error WrongState(bool active) => new("hall.wrong-state", ErrorKind.Conflict, active);

    public static Error FloorUnknown(int number) => new("floor.unknown", ErrorKind.NotFound, number);

    public static Error FloorTaken(int number) => new("floor.number-taken", ErrorKind.Conflict, number);

    public static Error FloorNumberInvalid => new("floor.number-invalid", ErrorKind.Invalid, Floor.Lowest, Floor.Highest);

    public static Error FloorNameInvalid => new("floor.name-invalid", ErrorKind.Invalid, Floor.NameLength);

    /// <summary>Windows still stand on the floor.</summary>
    public static Error FloorInUse(int number) => new("floor.in-use", ErrorKind.Conflict, number);

    /// <summary>Two openings overlap; says the day on which the later one begins.</summary>
    public static Error HoursOverlap(DayOfWeek day) => new("opening-hours.overlap", ErrorKind.Invalid, day);

    /// <summary>An opening lasts less than a minute or more than 24 hours, or begins between two minutes.</summary>
    public static Error HoursLength(DayOfWeek day) => new("opening-hours.length", ErrorKind.Invalid, day);

    /// <summary>A number of the queue policy lies outside what makes sense; says which one and its bounds.</summary>
    public static Error PolicyOutOfRange(string number, int least, int most) => new("queue-policy.out-of-range", ErrorKind.Invalid, number, least, most);

    public static Error LaneUnknown => new("lane.unknown", ErrorKind.NotFound);

    /// <summary>The lane takes no tickets now.</summary>
    public static Error LaneClosed => new("lane.closed", ErrorKind.Conflict);

    public static Error LanePrefixInvalid => new("lane.prefix-invalid", ErrorKind.Invalid);

    public static Error LanePrefixTaken(string prefix) => new("lane.prefix-taken", ErrorKind.Conflict, prefix);

    public static Error LaneNameInvalid => new("lane.name-invalid", ErrorKind.Invalid, Lane.NameLength);

    public static Error LaneNameEnInvalid => new("lane.name-en-invalid", ErrorKind.Invalid, Lane.NameLength);

    /// <summary>The typical minutes of a lane lie outside 1 to 480.</summary>
    public static Error LaneMinutesInvalid => new("lane.minutes-invalid", ErrorKind.Invalid, 1, Lane.LongestTypicalMinutes);

    /// <summary>The lane is already open or closed.</summary>
    public static Error LaneWrongState(bool open) => new("lane.wrong-state", ErrorKind.Conflict, open);

    /// <summary>Numbers with the present prefix were given out today; it can change before the first one of a day.</summary>
    public static Error LaneInUse(string prefix) => new("lane.in-use", ErrorKind.Conflict, prefix);

    public static Error WindowUnknown => new("window.unknown", ErrorKind.NotFound);

    /// <summary>The window is in a state that does not allow the act.</summary>
    public static Error WindowWrongState(WindowState state, WindowAct act) => new("window.wrong-state", ErrorKind.Conflict, state, act);

    /// <summary>A ticket is called or served at the window.</summary>
    public static Error WindowBusy(string ticket) => new("window.busy", ErrorKind.Conflict, ticket);

    /// <summary>The clerk sits at no window of the hall, and so can have no ticket in hand.</summary>
    public static Error NoSeat => new("window.no-seat", ErrorKind.Conflict);

    /// <summary>The clerk or the device belongs to another window; says the number of that one.</summary>
    public static Error OtherSeat(int own) => new("window.other-seat", ErrorKind.Conflict, own);

    /// <summary>Somebody else sits at the window.</summary>
    public static Error WindowTaken(int number) => new("window.taken", ErrorKind.Conflict, number);

    /// <summary>The clerk still sits at a window of another hall; says its number and the hall.</summary>
    public static Error SeatInOtherHall(int number, string hall) => new("window.seat-in-other-hall", ErrorKind.Conflict, number, hall);

    public static Error WindowNumberInvalid => new("window.number-invalid", ErrorKind.Invalid, 1, ServiceWindow.HighestNumber);

    /// <summary>Tickets were called to the window or are reserved for it; its history needs it.</summary>
    public static Error WindowInUse(int number) => new("window.in-use", ErrorKind.Conflict, number);

    /// <summary>Working devices stand at the window.</summary>
    public static Error WindowHasDevices(int number, int devices) => new("window.has-devices", ErrorKind.Conflict, number, devices);

    public static Error WindowNumberTaken(int number) => new("window.number-taken", ErrorKind.Conflict, number);

    public static Error WindowNameInvalid => new("window.name-invalid", ErrorKind.Invalid, ServiceWindow.NameLength);

    /// <summary>A note to a pause is one line of at most this many characters.</summary>
    public static Error WindowNoteInvalid => new("window.note-invalid", ErrorKind.Invalid, ServiceWindow.NoteLength);

    /// <summary>A lane is listed twice at the window.</summary>
    public static Error WindowLaneTwice => new("window.lane-twice", ErrorKind.Invalid);

    /// <summary>A preference rank lies outside 1 to 99.</summary>
    public static Error WindowRankInvalid => new("window.rank-invalid", ErrorKind.Invalid, 1, WindowLane.LowestRank);

    /// <summary>The window does not serve the lane.</summary>
    public static Error WindowServesNotLane(int number) => new("window.serves-not-lane", ErrorKind.Conflict, number);

    /// <summary>No working device has this key.</summary>
    public static Error DeviceUnknown => new("device.unknown", ErrorKind.NotFound);

    /// <summary>The device is of a kind that may not do this.</summary>
    public static Error DeviceWrongKind(DeviceKind kind) => new("device.wrong-kind", ErrorKind.Forbidden, kind);

    public static Error DeviceNameInvalid => new("device.name-invalid", ErrorKind.Invalid, Device.NameLength);

    public static Error DeviceAlreadyRevoked => new("device.already-revoked", ErrorKind.Conflict);
}
