using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Staffing;

/// <summary>A role in a hall subtree and a department, held by one person for a time (DOMAIN §1). A person can hold several.</summary>
public sealed class Post : IVersioned
{
    private Post()
    {
    }

    public PostId Id { get; private set; }

    public StaffId Staff { get; private set; }

    public Role Role { get; private set; }

    /// <summary>The top of the hall subtree it reaches; null for every hall.</summary>
    public HallId? Hall { get; private set; }

    /// <summary>Null for every department.</summary>
    public DepartmentId? Department { get; private set; }

    public DateTimeOffset From { get; private set; }

    /// <summary>The first moment at which it is no longer held; null for open-ended.</summary>
    public DateTimeOffset? Until { get; private set; }

    public long Version { get; private set; }

    public static Result<Post> Give(
        PostId id, StaffMember staff, Role role, HallId? hall, DepartmentId? department, DateTimeOffset from, DateTimeOffset? until)
    {
        if (!staff.Active)
            return StaffErrors.Inactive;
        if (NeedsDepartment(role) && department is null)
            return StaffErrors.PostNeedsDepartment(role);
        if (until <= from)
            return StaffErrors.PostPeriodInvalid;
        return new Post { Id = id, Staff = staff.Id, Role = role, Hall = hall, Department = department, From = from, Until = until };
    }

    public bool IsHeldAt(DateTimeOffset moment) => From <= moment && (Until is null || moment < Until);

    /// <summary>Ends the post now, or keeps it from ever beginning.</summary>
    public Result End(DateTimeOffset now)
    {
        if (Until <= now)
            return StaffErrors.PostAlreadyEnded;
        Until = now > From ? now : From;
        return Result.Ok;
    }

    private static bool NeedsDepartment(Role role) => role switch
    {
        Role.Reviewer or Role.DepartmentHead => true,
        Role.WindowClerk or Role.Supervisor or Role.HallManager or Role.HotlineAgent or Role.Administrator or Role.Auditor => false,
    };
}
