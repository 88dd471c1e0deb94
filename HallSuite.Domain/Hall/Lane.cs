using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Hall;

/// <summary>A queue with a letter prefix (业务队列, DOMAIN §1): several matters map to it, windows serve it in a preference order.</summary>
public sealed class Lane : IVersioned
{
    public const int PrefixLength = 2;
    public const int NameLength = 50;
    public const int LongestTypicalMinutes = 480;

    private Lane()
    {
    }

    public LaneId Id { get; private set; }

    public HallId Hall { get; private set; }

    /// <summary>One or two letters A–Z, unique in the hall; with the counter it is the number that people hear.</summary>
    public string Prefix { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>Place among the lanes on kiosks and screens, from small to large.</summary>
    public int Order { get; private set; }

    /// <summary>Minutes that one service takes as a rule; what the wait estimate believes while it has seen little.</summary>
    public int TypicalMinutes { get; private set; }

    /// <summary>Whether tickets are given out. People who wait are served either way.</summary>
    public bool Open { get; private set; }

    public long Version { get; private set; }

    /// <param name="prefixTaken">Whether another lane of the hall has this prefix.</param>
    public static Result<Lane> Create(LaneId id, HallId hall, string prefix, string name, string nameEn, int order, int typicalMinutes, bool prefixTaken)
    {
        var lane = new Lane { Id = id, Hall = hall, Order = order, Open = true };
        if (lane.SetPrefix(prefix, prefixTaken) is { IsOk: false } badPrefix)
            return badPrefix.Error;
        if (lane.Rename(name, nameEn) is { IsOk: false } badName)
            return badName.Error;
        if (lane.SetTypicalMinutes(typicalMinutes) is { IsOk: false } badMinutes)
            return badMinutes.Error;
        return lane;
    }

    public Result Rename(string name, string nameEn)
    {
        if (OneLine.Read(name, NameLength) is not { } clean)
            return HallErrors.LaneNameInvalid;
        if (OneLine.Read(nameEn, NameLength) is not { } cleanEn)
            return HallErrors.LaneNameEnInvalid;
        (Name, NameEn) = (clean, cleanEn);
        return Result.Ok;
    }

    /// <param name="prefix">One or two letters A–Z.</param>
    /// <param name="prefixTaken">Whether another lane of the hall has it.</param>
    /// <param name="numbersAreOut">
    /// Whether a number with the present prefix was given out today or is still open. A prefix that one lane leaves is thus free of
    /// numbers of the day when another takes it, and no number comes twice.
    /// </param>
    public Result ChangePrefix(string prefix, bool prefixTaken, bool numbersAreOut) =>
        numbersAreOut && prefix != Prefix ? HallErrors.LaneInUse(Prefix) : SetPrefix(prefix, prefixTaken);

    public Result SetTypicalMinutes(int minutes)
    {
        if (minutes is < 1 or > LongestTypicalMinutes)
            return HallErrors.LaneMinutesInvalid;
        TypicalMinutes = minutes;
        return Result.Ok;
    }

    public Result MoveTo(int order)
    {
        Order = order;
        return Result.Ok;
    }

    /// <summary>Stops giving out tickets; whoever waits is still served.</summary>
    public Result Close()
    {
        if (!Open)
            return HallErrors.LaneWrongState(Open);
        Open = false;
        return Result.Ok;
    }

    public Result Reopen()
    {
        if (Open)
            return HallErrors.LaneWrongState(Open);
        Open = true;
        return Result.Ok;
    }

    private Result SetPrefix(string prefix, bool prefixTaken)
    {
        if (prefix.Length is < 1 or > PrefixLength || !prefix.All(char.IsAsciiLetterUpper))
            return HallErrors.LanePrefixInvalid;
        if (prefixTaken)
            return HallErrors.LanePrefixTaken(prefix);
        Prefix = prefix;
        return Result.Ok;
    }
}
