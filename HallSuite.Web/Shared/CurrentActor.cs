using System.Security.Claims;
using HallSuite.Domain.Kernel;
using Microsoft.AspNetCore.Components.Authorization;

namespace HallSuite.Web.Shared;

/// <summary>
/// Who is at this page: the cookie says who, never what they may do. Works in circuits and in plain requests alike.
/// </summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>The claim with the address at sign-in.</summary>
    public const string FromClaim = "hall:from";

    /// <summary>The member of staff of this page; null when nobody is signed in.</summary>
    public async Task<Actor?> FindAsync() => Of((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>The member of staff of this page, which only the signed-in can reach.</summary>
    public async Task<Actor> GetAsync() => await FindAsync() ?? throw new InvalidOperationException("This page is for signed-in staff.");

    public static Actor? Of(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? Actor.Staff(new StaffId(id), user.FindFirstValue(FromClaim) ?? "")
            : null;
}
