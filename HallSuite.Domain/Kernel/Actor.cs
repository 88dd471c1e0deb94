namespace HallSuite.Domain.Kernel;

/// <summary>Who can act on HallSuite.</summary>
public enum ActorKind
{
    /// <summary>A signed-in member of staff.</summary>
    Staff,

    /// <summary>A device with a key: kiosk, caller, screen …</summary>
    Device,

    /// <summary>Someone of the public who holds a secret code, such as the address of the own ticket.</summary>
    Visitor,

    /// <summary>HallSuite itself: a job, the set-up, the command line.</summary>
    System,
}

/// <summary>The same request sent twice is done once: its key and a hash of its body (CONTRACT §3, Idempotency-Key).</summary>
public sealed record OnceKey(string Key, string BodyHash);

/// <summary>
/// Who acts, and from where. It carries no permission: those are read from the database with every operation,
/// so that a right taken away is gone at once.
/// </summary>
/// <param name="Id">The member of staff or the device; empty for visitors and for HallSuite itself.</param>
/// <param name="From">Network address or, for the system, the name of the job or command; goes to the audit log.</param>
public sealed record Actor(ActorKind Kind, Guid Id, string From, OnceKey? Once = null)
{
    public static Actor Staff(StaffId id, string from) => new(ActorKind.Staff, id.Value, from);

    public static Actor Device(DeviceId id, string from) => new(ActorKind.Device, id.Value, from);

    public static Actor Visitor(string from) => new(ActorKind.Visitor, Guid.Empty, from);

    public static Actor System(string job) => new(ActorKind.System, Guid.Empty, job);
}

/// <summary>The part of the world an operation touches; both empty means the whole installation.</summary>
public readonly record struct Scope(HallId? Hall = null, DepartmentId? Department = null)
{
    public static Scope Everything => default;

    public static implicit operator Scope(HallId hall) => new(hall);
}
