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

    public DateTimeOffset? LastSignInAt { get; set; }
}
