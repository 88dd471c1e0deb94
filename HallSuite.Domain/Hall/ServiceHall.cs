using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Hall;

/// <summary>A floor of a hall. Basements are negative; the number need not be what the lift says – that is the name.</summary>
public sealed record Floor(int Number, string Name)
{
    public const int Lowest = -9;
    public const int Highest = 199;
    public const int NameLength = 50;
}

/// <summary>
/// One place with floors, windows and opening hours (DOMAIN §1). Halls form a tree, district → street → community;
/// the path holds the codes from the root down, so that a subtree is found by its prefix.
/// </summary>
public sealed class ServiceHall : IVersioned
{
    public const int CodeLength = 32;
    public const int NameLength = 100;
    public const int PathLength = 400;
    public const int TimeZoneLength = 64;
    public const int AnnouncementLength = 500;
    public const int HotlineLength = 40;
    public const int AddressLength = 200;

    private readonly List<Floor> floors = [];

    private ServiceHall()
    {
    }

    public HallId Id { get; private set; }

    /// <summary>a–z, 0–9 and hyphen, 2 to 32 characters; unique in the installation; in addresses and never changed.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public HallId? Parent { get; private set; }

    /// <summary>The codes from the root to this hall, as <c>/baoan/xixiang/</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>IANA name, as <c>Asia/Shanghai</c>.</summary>
    public string TimeZone { get; private set; } = "";

    public OpeningHours Hours { get; private set; } = OpeningHours.Never;

    public QueuePolicy Policy { get; private set; } = QueuePolicy.Default;

    /// <summary>The running text of the screens; empty for none.</summary>
    public string Announcement { get; private set; } = "";

    /// <summary>Telephone number as people dial it; empty for none.</summary>
    public string Hotline { get; private set; } = "";

    public string? Address { get; private set; }

    public bool Active { get; private set; }

    public long Version { get; private set; }

    /// <summary>The floors from the lowest up.</summary>
    public IReadOnlyList<Floor> Floors => floors;

    /// <summary>Sets up a hall, in use at once, with one floor, the default policy and the given hours.</summary>
    /// <param name="codeTaken">Whether another hall has this code.</param>
    /// <param name="zoneIsKnown">Whether the platform knows the time zone.</param>
    public static Result<ServiceHall> Create(
        HallId id, string code, string name, ServiceHall? parent, string timeZone, OpeningHours hours, bool codeTaken, bool zoneIsKnown)
    {
        if (!IsCode(code))
            return HallErrors.CodeInvalid;
        if (codeTaken)
            return HallErrors.CodeTaken(code);
        if (OneLine.Read(name, NameLength) is not { } cleanName)
            return HallErrors.NameInvalid;
        if (!zoneIsKnown || timeZone.Length > TimeZoneLength)
            return HallErrors.TimeZoneUnknown;
        var hall = new ServiceHall
        {
            Id = id, Code = code, Name = cleanName, Parent = parent?.Id, Path = $"{parent?.Path ?? "/"}{code}/",
            TimeZone = timeZone, Hours = hours, Active = true,
        };
        if (hall.Path.Length > PathLength)
            return HallErrors.CodeInvalid;
        hall.floors.Add(new Floor(1, "1F"));
        return hall;
    }

    /// <summary>Whether this hall is the other one or lies below it, so that a post there reaches here.</summary>
    public bool LiesIn(ServiceHall other) => Path.StartsWith(other.Path, StringComparison.Ordinal);

    /// <summary>When, in local time, what is left over from a service day lapses; until then everyone waiting is served.</summary>
    public DateTime LapsesAt(DateOnly serviceDay) => Hours.EndOf(serviceDay).AddMinutes(Policy.LapseAfterMinutes);

    /// <summary>The last service day that is over for good.</summary>
    public DateOnly LastDayOver(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        while (LapsesAt(day) > local)
            day = day.AddDays(-1);
        return day;
    }

    public Result Rename(string name)
    {
        if (OneLine.Read(name, NameLength) is not { } clean)
            return HallErrors.NameInvalid;
        Name = clean;
        return Result.Ok;
    }

    public Result SetOpeningHours(OpeningHours hours)
    {
        Hours = hours;
        return Result.Ok;
    }

    /// <param name="timeZone">IANA name.</param>
    /// <param name="zoneIsKnown">Whether the platform knows it.</param>
    public Result SetTimeZone(string timeZone, bool zoneIsKnown)
    {
        if (!zoneIsKnown || timeZone.Length > TimeZoneLength)
            return HallErrors.TimeZoneUnknown;
        TimeZone = timeZone;
        return Result.Ok;
    }

    public Result SetPolicy(QueuePolicy policy)
    {
        if (policy.Check() is { IsOk: false } refused)
            return refused;
        Policy = policy;
        return Result.Ok;
    }

    public Result SetAnnouncement(string? text)
    {
        if (OneLine.ReadOptional(text, AnnouncementLength) is not { } clean)
            return HallErrors.AnnouncementInvalid;
        Announcement = clean;
        return Result.Ok;
    }

    public Result SetContact(string? hotline, string? address)
    {
        if (OneLine.ReadOptional(hotline, HotlineLength) is not { } cleanHotline)
            return HallErrors.HotlineInvalid;
        if (OneLine.ReadOptional(address, AddressLength) is not { } cleanAddress)
            return HallErrors.AddressInvalid;
        (Hotline, Address) = (cleanHotline, cleanAddress.Length == 0 ? null : cleanAddress);
        return Result.Ok;
    }

    public Result AddFloor(int number, string name)
    {
        if (number is < Floor.Lowest or > Floor.Highest)
            return HallErrors.FloorNumberInvalid;
        if (OneLine.Read(name, Floor.NameLength) is not { } clean)
            return HallErrors.FloorNameInvalid;
        if (floors.Exists(f => f.Number == number))
            return HallErrors.FloorTaken(number);
        floors.Add(new Floor(number, clean));
        floors.Sort((a, b) => a.Number.CompareTo(b.Number));
        return Result.Ok;
    }

    public Result RenameFloor(int number, string name)
    {
        if (OneLine.Read(name, Floor.NameLength) is not { } clean)
            return HallErrors.FloorNameInvalid;
        if (floors.FindIndex(f => f.Number == number) is var at && at < 0)
            return HallErrors.FloorUnknown(number);
        floors[at] = new Floor(number, clean);
        return Result.Ok;
    }

    /// <param name="number">The floor.</param>
    /// <param name="windowsStandThere">Whether any window stands on it.</param>
    public Result RemoveFloor(int number, bool windowsStandThere)
    {
        if (floors.FindIndex(f => f.Number == number) is var at && at < 0)
            return HallErrors.FloorUnknown(number);
        if (windowsStandThere)
            return HallErrors.FloorInUse(number);
        floors.RemoveAt(at);
        return Result.Ok;
    }

    /// <summary>Takes the hall out of use; it is not deleted, its history stays.</summary>
    /// <param name="windowsOpen">How many of its windows are open or paused: people are still being served there.</param>
    public Result Deactivate(int windowsOpen)
    {
        if (!Active)
            return HallErrors.WrongState(Active);
        if (windowsOpen > 0)
            return HallErrors.WindowsOpen(windowsOpen);
        Active = false;
        return Result.Ok;
    }

    public Result Reactivate()
    {
        if (Active)
            return HallErrors.WrongState(Active);
        Active = true;
        return Result.Ok;
    }

    private static bool IsCode(string code) =>
        code.Length is >= 2 and <= CodeLength && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
