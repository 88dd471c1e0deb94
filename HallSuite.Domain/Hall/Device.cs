using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Hall;

/// <summary>What a device is (CONTRACT §3).</summary>
public enum DeviceKind
{
    /// <summary>取号机: takes tickets.</summary>
    Kiosk,

    /// <summary>呼叫器: the box on a clerk's desk.</summary>
    Caller,

    /// <summary>显示屏: hall, floor and window screens.</summary>
    Screen,

    /// <summary>评价器: takes a rating at a window.</summary>
    Evaluator,

    /// <summary>摄像机: reports absence.</summary>
    Camera,

    /// <summary>噪声仪: reports noise.</summary>
    Meter,
}

/// <summary>What a device of each kind may do in its hall; what the later modules allow is added there with them.</summary>
public static class DevicePermissions
{
    public static IReadOnlyList<Permission> Of(DeviceKind kind) => kind switch
    {
        DeviceKind.Kiosk => [Permission.TakeTicket, Permission.ViewQueue],
        DeviceKind.Caller => [Permission.CallTickets, Permission.OperateWindow, Permission.ViewQueue],
        DeviceKind.Screen => [Permission.ViewQueue],
        DeviceKind.Evaluator => [Permission.GiveRating],
        DeviceKind.Camera => [],
        DeviceKind.Meter => [],
    };
}

/// <summary>A machine in a hall that signs in with a key. Only a hash of the key is kept.</summary>
public sealed class Device : IVersioned
{
    public const int NameLength = 50;
    public const int KeyHashLength = 128;

    private Device()
    {
    }

    public DeviceId Id { get; private set; }

    public HallId Hall { get; private set; }

    public DeviceKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string KeyHash { get; private set; } = "";

    /// <summary>The window it stands at; null for a device of the whole hall.</summary>
    public int? WindowNumber { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From then on the key is worth nothing.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public long Version { get; private set; }

    public static Result<Device> Register(DeviceId id, HallId hall, DeviceKind kind, string name, string keyHash, int? windowNumber, DateTimeOffset now)
    {
        if (OneLine.Read(name, NameLength) is not { } clean)
            return HallErrors.DeviceNameInvalid;
        return new Device { Id = id, Hall = hall, Kind = kind, Name = clean, KeyHash = keyHash, WindowNumber = windowNumber, CreatedAt = now };
    }

    /// <summary>Gives the device a new key; the old one is worth nothing from now on.</summary>
    public Result ReplaceKey(string keyHash)
    {
        if (RevokedAt is not null)
            return HallErrors.DeviceAlreadyRevoked;
        KeyHash = keyHash;
        return Result.Ok;
    }

    /// <summary>Its window has another number now.</summary>
    public void FollowWindow(int number) => WindowNumber = number;

    /// <summary>Ends the key for good; a device that comes back is registered anew.</summary>
    public Result Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return HallErrors.DeviceAlreadyRevoked;
        RevokedAt = now;
        return Result.Ok;
    }
}
