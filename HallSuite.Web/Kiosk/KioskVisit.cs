using System.Security.Cryptography;
using System.Text.Json;
using HallSuite.Domain.Applicants;
using HallSuite.Infrastructure.Queueing;
using Microsoft.AspNetCore.DataProtection;

namespace HallSuite.Web.Kiosk;

/// <summary>Why the last try gave no number: the code of the refusal, and the number that the person holds where it names one.</summary>
public sealed record KioskRefusal(string Code, string? Number);

/// <summary>What one visitor has told the kiosk so far; with the ticket in hand only the ticket is left of it.</summary>
public sealed record KioskVisit
{
    /// <summary>Prefix of the lane; null until one was chosen.</summary>
    public string? Lane { get; init; }

    public IdentityType IdType { get; init; }

    /// <summary>As typed.</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>As typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether name and number were handed in, so that the page says what is wrong with them.</summary>
    public bool Submitted { get; init; }

    /// <summary>Makes the same press, made twice, one ticket. A refused try gets a new one, since a refusal is kept with it.</summary>
    public Guid Token { get; init; } = Guid.NewGuid();

    public KioskRefusal? Refusal { get; init; }

    public TakenTicket? Ticket { get; init; }

    /// <summary>When the ticket was taken.</summary>
    public DateTimeOffset TakenAt { get; init; }
}

/// <summary>
/// Keeps the visit in the kiosk's own browser: sealed, for this hall's kiosk pages only, out of reach of scripts, gone with the browser, and
/// worth nothing after a few minutes. So the server keeps nothing of a visitor who walks away, every step is a plain request that any node can
/// answer, and going back never sends anything twice.
/// </summary>
public sealed class KioskVisits(IDataProtectionProvider protection)
{
    public const string Cookie = "hall-kiosk-visit";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("HallSuite.KioskVisit").ToTimeLimitedDataProtector();

    /// <summary>The visit under way; an empty one when there is none, or it is too old.</summary>
    public KioskVisit Read(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
        {
            return new KioskVisit();
        }

        try
        {
            return JsonSerializer.Deserialize<KioskVisit>(protector.Unprotect(cookie)) ?? new KioskVisit();
        }
        catch (CryptographicException)
        {
            return new KioskVisit(); // too old, or sealed before the keys were restored
        }
    }

    public void Keep(HttpContext context, string hall, KioskVisit visit) =>
        context.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(visit), Life), CookieOf(context, hall));

    public void Forget(HttpContext context, string hall)
    {
        if (context.Request.Cookies.ContainsKey(Cookie))
        {
            context.Response.Cookies.Delete(Cookie, CookieOf(context, hall));
        }
    }

    internal static CookieOptions CookieOf(HttpContext context, string hall) => new()
    {
        Path = HallUrls.Kiosk(hall), HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true,
    };
}
