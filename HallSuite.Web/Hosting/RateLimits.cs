using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using HallSuite.Web.Api;
using HallSuite.Web.Devices;

namespace HallSuite.Web.Hosting;

/// <summary>How often programs and strangers may ask. Off for this machine itself in Development.</summary>
internal static class RateLimits
{
    // A busy kiosk asks about once a second; a wall after each call. Room for a hall's devices behind one address.
    private const int Burst = 200;
    private const int PerSecond = 50;

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<SignInLimit>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(ApiSetup.RateLimit, context => IsOff(context)
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(PartitionOf(context), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = Burst, TokensPerPeriod = PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
                }));
        });
    }

    /// <summary>Whether requests of this caller are not counted.</summary>
    public static bool IsOff(HttpContext context) =>
        context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment()
        && (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address));

    // A device by its key wherever it stands; whoever has none by address.
    private static string PartitionOf(HttpContext context) =>
        DeviceAuthentication.KeyOf(context) is { Length: > 0 } key ? $"{Sessions.AddressOf(context)} {key.GetHashCode(StringComparison.Ordinal)}" : Sessions.AddressOf(context);
}

/// <summary>
/// Slows the guessing of passwords: wrong tries a minute from one address, which may try one password on many names, and on one name from
/// many addresses. Right ones are not counted: two hundred clerks behind one address sign in at nine. Each node counts for itself;
/// what locks an account is counted in the database.
/// </summary>
public sealed class SignInLimit : IDisposable
{
    public const int PerAddress = 30;
    public const int PerName = 10;

    private readonly PartitionedRateLimiter<string> addresses = LimiterOf(PerAddress);
    private readonly PartitionedRateLimiter<string> names = LimiterOf(PerName);

    public bool IsReached(HttpContext context, string userName)
    {
        if (RateLimits.IsOff(context))
        {
            return false;
        }

        using var address = addresses.AttemptAcquire(Sessions.AddressOf(context), 0);
        using var name = names.AttemptAcquire(KeyOf(userName), 0);
        return !address.IsAcquired || !name.IsAcquired;
    }

    public void CountWrong(HttpContext context, string userName)
    {
        if (!RateLimits.IsOff(context))
        {
            addresses.AttemptAcquire(Sessions.AddressOf(context)).Dispose();
            names.AttemptAcquire(KeyOf(userName)).Dispose();
        }
    }

    public void Dispose()
    {
        addresses.Dispose();
        names.Dispose();
    }

    private static string KeyOf(string userName) => userName.Trim().ToUpperInvariant();

    private static PartitionedRateLimiter<string> LimiterOf(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
