using System.Globalization;
using System.Security.Claims;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.StaticAssets;

namespace HallSuite.Web.Hosting;

/// <summary>
/// Staff sessions: a cookie for twelve hours that says who, and a stamp that is compared with the database on every request, and in
/// circuits at once when the person changes.
/// </summary>
internal static class Sessions
{
    public const string CookieName = "hall-session";
    public const string StampClaim = "hall:stamp";
    public const string UntilClaim = "hall:until";
    public const string SessionClaim = "hall:session";

    /// <summary>A working day with its overtime; nothing extends it.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = CookieName;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Length;
            options.SlidingExpiration = false;
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToLogin = AskToSignInAsync;
            options.Events.OnRedirectToAccessDenied = RefuseAsync;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "hall-forgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddScoped<CircuitSession>();
        services.AddScoped<AuthenticationStateProvider>(s => s.GetRequiredService<CircuitSession>());
        services.AddScoped<CircuitHandler, CircuitSessionWatch>();
    }

    /// <summary>Ending the own session, in all its tabs.</summary>
    public static void MapSessions(this IEndpointRouteBuilder routes) => routes.MapPost(HallUrls.Logout, EndAsync)
        .AnonymousBecause("whoever has no session any more is sent to the sign-in page all the same");

    private static async Task<IResult> EndAsync(HttpContext context, IAntiforgery antiforgery, SignOut signOut)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        if (CurrentActor.Of(context.User) is { } actor && context.User.FindFirstValue(SessionClaim) is { } session)
        {
            // Refused only when the account is inactive or the database away; the cookie goes in any case.
            await signOut.ExecuteAsync(new SignOut.Command(session), actor, context.RequestAborted);
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect(HallUrls.Login());
    }

    /// <summary>The identity that a session cookie carries.</summary>
    public static ClaimsPrincipal PrincipalOf(SignedIn who, string from, DateTimeOffset until) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, who.Id.ToString()),
            new Claim(ClaimTypes.Name, who.UserName),
            new Claim(CurrentActor.FromClaim, from),
            new Claim(StampClaim, who.Stamp),
            new Claim(SessionClaim, Guid.NewGuid().ToString("N")),
            new Claim(UntilClaim, until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ], CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>Starts a session in this browser.</summary>
    public static Task StartAsync(HttpContext context, SignedIn who)
    {
        var until = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + Length;
        return context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(who, AddressOf(context), until), new AuthenticationProperties { ExpiresUtc = until });
    }

    /// <summary>Where a request comes from, as the audit log keeps it.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (PageFaults.IsShowingFault(context.HttpContext))
        {
            context.RejectPrincipal();
            return;
        }

        // A style sheet is the same for everyone; thirty of them a page need not ask thirty times.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        var sessions = context.HttpContext.RequestServices.GetRequiredService<SignInSessions>();
        if (context.Principal is null || !await HoldsAsync(sessions, context.Principal, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    internal static async Task<bool> HoldsAsync(SignInSessions sessions, ClaimsPrincipal user, CancellationToken cancel) =>
        CurrentActor.Of(user) is { } actor && user.FindFirstValue(StampClaim) is { } stamp && await sessions.HoldsAsync(new StaffId(actor.Id), stamp, cancel);

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsForPrograms(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(HallUrls.Login(context.Request.PathBase + context.Request.Path + context.Request.QueryString));
        }

        return Task.CompletedTask;
    }

    // No redirect: the address stays, and what is shown there is told by its status.
    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/hubs") || request.Path.StartsWithSegments("/_blazor");
}
