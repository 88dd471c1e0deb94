using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HallSuite.Web.Portal;

/// <summary>
/// Remembers in the applicant's own browser that the key of a case was typed right: sealed, for these pages only, out of reach of scripts, gone with the
/// browser and worth nothing after half an hour. So a typed key never stands in an address, where logs, histories and onlookers would find it.
/// </summary>
public sealed class ProgressPasses(IDataProtectionProvider protection)
{
    public const string Cookie = "hall-progress";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("HallSuite.Progress").ToTimeLimitedDataProtector();

    /// <summary>The key that was typed for this case; null when none was, or too long ago.</summary>
    public string? Read(HttpContext context, string number)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(cookie).Split('\n') is [var of, var key] && of == number ? key : null;
        }
        catch (CryptographicException)
        {
            return null; // too old, or sealed before the keys were restored
        }
    }

    public void Keep(HttpContext context, string number, string key) => context.Response.Cookies.Append(Cookie, protector.Protect($"{number}\n{key}", Life), new CookieOptions
    {
        Path = HallUrls.ProgressSearch, HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true,
    });
}
