using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Hall;

/// <summary>What a window is for (DOMAIN §1).</summary>
public enum WindowKind
{
    /// <summary>综合窗口: takes any matter.</summary>
    General,

    /// <summary>部门窗口: one department's matters.</summary>
    Department,

    /// <summary>预约专窗: people with a booking.</summary>
    Appointment,

    /// <summary>出件窗口: hands out results.</summary>
    Issuing,

    /// <summary>快递窗口: sends results by courier.</summary>
    Courier,
}

/// <summary>Whether a window takes people.</summary>
public enum WindowState
{
    Closed,
    Open,
    Paused,
}

/// <summary>What can be done to a window's state; names the act in a refusal.</summary>
public enum WindowAct
{
    Open,
    Pause,
    Resume,
    Close,

    /// <summary>Calling, serving and finishing tickets needs an open window.</summary>
    Call,

    /// <summary>People are on their way to the number; it changes only while the window is closed.</summary>
    Renumber,

    Remove,
}

/// <summary>Why a window pauses, as the screens tell it.</summary>
public enum PauseReason
{
    Break,
    Meeting,
    Equipment,
    Other,
}

/// <summary>A lane that a window serves, and how much it prefers it.</summary>
/// <param name="Rank">1 is served first; equal ranks are served by arrival.</param>
public sealed record WindowLane(LaneId Lane, int Rank)
{
    public const int LowestRank = 99;
}

/// <summary>A numbered counter on a floor (窗口, DOMAIN §1). Closed → Open ⇄ Paused → Closed; the lanes it serves can change at any time.</summary>
public sealed class ServiceWindow : IVersioned
{
    public const int NameLength = 50;
    public const int NoteLength = 100;
    public const int HighestNumber = 999;

    private readonly List<WindowLane> lanes = [];

    private ServiceWindow()
    {
    }

    public WindowId Id { get; private set; }

    public HallId Hall { get; private set; }

    /// <summary>1 to 999, unique in the hall; what people hear and look for.</summary>
    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    public int Floor { get; private set; }

    public WindowKind Kind { get; private set; }

    public WindowState State { get; private set; }

    /// <summary>Who sits there; null when closed, or opened from a caller box that knows nobody.</summary>
    public StaffId? Clerk { get; private set; }

    /// <summary>Set while paused.</summary>
    public PauseReason? PauseReason { get; private set; }

    /// <summary>A line beside the reason; null for none.</summary>
    public string? PauseNote { get; private set; }

    /// <summary>Since when it is open, paused or closed; null for a window that was never opened.</summary>
    public DateTimeOffset? StateSince { get; private set; }

    public long Version { get; private set; }

    /// <summary>What it serves, the preferred first.</summary>
    public IReadOnlyList<WindowLane> Lanes => [.. lanes.OrderBy(l => l.Rank).ThenBy(l => l.Lane.Value)];

    /// <summary>Sets up a window, closed and serving nothing yet.</summary>
    /// <param name="numberTaken">Whether another window of the hall has this number.</param>
    public static Result<ServiceWindow> Create(WindowId id, ServiceHall hall, int number, string name, int floor, WindowKind kind, bool numberTaken)
    {
        var window = new ServiceWindow { Id = id, Hall = hall.Id, Kind = kind };
        if (window.Renumber(number, numberTaken) is { IsOk: false } badNumber)
            return badNumber.Error;
        if (window.Rename(name) is { IsOk: false } badName)
            return badName.Error;
        if (window.Move(hall, floor) is { IsOk: false } badFloor)
            return badFloor.Error;
        return window;
    }

    /// <summary>Opens a closed window, or ends a pause. The clerk stays when nobody is named.</summary>
    public Result Open(StaffId? by, DateTimeOffset now)
    {
        if (State == WindowState.Open)
            return HallErrors.WindowWrongState(State, WindowAct.Open);
        Clerk = by ?? Clerk;
        Enter(WindowState.Open, now);
        return Result.Ok;
    }

    public Result Pause(PauseReason reason, string? note, DateTimeOffset now)
    {
        if (State != WindowState.Open)
            return HallErrors.WindowWrongState(State, WindowAct.Pause);
        if (OneLine.ReadOptional(note, NoteLength) is not { } clean)
            return HallErrors.WindowNoteInvalid;
        Enter(WindowState.Paused, now);
        (PauseReason, PauseNote) = (reason, clean.Length == 0 ? null : clean);
        return Result.Ok;
    }

    public Result Resume(DateTimeOffset now)
    {
        if (State != WindowState.Paused)
            return HallErrors.WindowWrongState(State, WindowAct.Resume);
        Enter(WindowState.Open, now);
        return Result.Ok;
    }

    public Result Close(DateTimeOffset now)
    {
        if (State == WindowState.Closed)
            return HallErrors.WindowWrongState(State, WindowAct.Close);
        Enter(WindowState.Closed, now);
        Clerk = null;
        return Result.Ok;
    }

    /// <summary>Whether people can be called here now.</summary>
    public Result CheckOpen() => State == WindowState.Open ? Result.Ok : HallErrors.WindowWrongState(State, WindowAct.Call);

    /// <summary>Says anew which lanes the window serves and in which order; ties are allowed.</summary>
    public Result SetLanes(IEnumerable<WindowLane> served)
    {
        var wanted = served.ToList();
        if (wanted.DistinctBy(l => l.Lane).Count() != wanted.Count)
            return HallErrors.WindowLaneTwice;
        if (wanted.Exists(l => l.Rank is < 1 or > WindowLane.LowestRank))
            return HallErrors.WindowRankInvalid;
        lanes.Clear();
        lanes.AddRange(wanted.OrderBy(l => l.Rank).ThenBy(l => l.Lane.Value));
        return Result.Ok;
    }

    public bool Serves(LaneId lane) => lanes.Exists(l => l.Lane == lane);

    public Result Rename(string name)
    {
        if (OneLine.Read(name, NameLength) is not { } clean)
            return HallErrors.WindowNameInvalid;
        Name = clean;
        return Result.Ok;
    }

    /// <param name="number">1 to 999.</param>
    /// <param name="numberTaken">Whether another window of the hall has it.</param>
    public Result Renumber(int number, bool numberTaken)
    {
        if (State != WindowState.Closed)
            return HallErrors.WindowWrongState(State, WindowAct.Renumber);
        if (number is < 1 or > HighestNumber)
            return HallErrors.WindowNumberInvalid;
        if (numberTaken)
            return HallErrors.WindowNumberTaken(number);
        Number = number;
        return Result.Ok;
    }

    /// <summary>Moves the window to another floor of its hall.</summary>
    public Result Move(ServiceHall hall, int floor)
    {
        if (!hall.Floors.Any(f => f.Number == floor))
            return HallErrors.FloorUnknown(floor);
        Floor = floor;
        return Result.Ok;
    }

    /// <summary>Whether the window can be removed as if it had never been; one with a history is only closed.</summary>
    /// <param name="hadTickets">Whether a ticket was ever called to it or is reserved for it.</param>
    /// <param name="devices">How many working devices stand there.</param>
    public Result CheckRemovable(bool hadTickets, int devices)
    {
        if (State != WindowState.Closed)
            return HallErrors.WindowWrongState(State, WindowAct.Remove);
        if (hadTickets)
            return HallErrors.WindowInUse(Number);
        if (devices > 0)
            return HallErrors.WindowHasDevices(Number, devices);
        return Result.Ok;
    }

    public Result ChangeKind(WindowKind kind)
    {
        Kind = kind;
        return Result.Ok;
    }

    private void Enter(WindowState state, DateTimeOffset now) => (State, StateSince, PauseReason, PauseNote) = (state, now, null, null);
}
