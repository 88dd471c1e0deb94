using HallSuite.Domain.Kernel;
using Microsoft.AspNetCore.Identity;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>
/// What a member of staff signs in with: the password's hash and the security stamp, whose change ends every session. It has the
/// id of its <see cref="Domain.Staffing.StaffMember"/>. Wrong tries are counted by the typed name (<see cref="SignInTries"/>), not here,
/// so that a name without an account is locked in the same way.
/// </summary>
internal sealed class SignInAccount : IdentityUser<StaffId>
{
    /// <summary>The password was given by an administrator; until it is changed the person may do nothing else.</summary>
    public bool MustChangePassword { get; set; }
}

/// <summary>Wrong passwords for one typed name since the last right one.</summary>
internal sealed class SignInTries
{
    /// <summary>After this many wrong tries …</summary>
    public const int Limit = 5;

    /// <summary>… the name is locked for this long.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(10);

    /// <summary>A keyed hash of what was typed: people type their password into the wrong field.</summary>
    public required LookupHash Name { get; init; }

    public int Count { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Whole minutes that remain, rounded up; null when it is not locked.</summary>
    public int? MinutesLocked(DateTimeOffset now) => LockedUntil > now ? (int)Math.Ceiling((LockedUntil.Value - now).TotalMinutes) : null;

    public void CountWrong(DateTimeOffset now)
    {
        if (LockedUntil <= now)
        {
            (Count, LockedUntil) = (0, null);
        }

        (Count, LastAt) = (Count + 1, now);
        if (Count >= Limit)
        {
            LockedUntil = now + LockTime;
        }
    }
}
