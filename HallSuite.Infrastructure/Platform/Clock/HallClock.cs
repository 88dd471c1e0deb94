using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Clock;

/// <summary>Section <c>Clock</c>.</summary>
public sealed class ClockOptions
{
    /// <summary>Development and tests only: the instant at which domain time starts; it then runs at normal speed.</summary>
    public DateTimeOffset? Start { get; set; }
}

internal sealed class ClockOptionsRules(IHostEnvironment environment) : IValidateOptions<ClockOptions>
{
    public ValidateOptionsResult Validate(string? name, ClockOptions options) =>
        options.Start is null || environment.IsDevelopment()
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Clock:Start is for Development only: elsewhere the rules go by the real time.");
}

/// <summary>
/// The time the rules go by, in whole milliseconds UTC (what every database can hold). Cookies, leases and timers keep the
/// system's own time: moving this clock must not sign anyone out.
/// </summary>
public sealed class HallClock(TimeProvider system, IOptions<ClockOptions> options)
{
    /// <summary>Where on earth the day begins first.</summary>
    private static readonly TimeSpan EarliestZone = TimeSpan.FromHours(14);

    private long offsetTicks = options.Value.Start is { } start ? (start - system.GetUtcNow()).Ticks : 0;

    public DateTimeOffset Now
    {
        get
        {
            var now = system.GetUtcNow().AddTicks(Interlocked.Read(ref offsetTicks)).ToUniversalTime();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <summary>The date where it is latest: nobody anywhere was born after it.</summary>
    public DateOnly LatestDay => DateOnly.FromDateTime((Now + EarliestZone).UtcDateTime);

    /// <summary>Moves domain time; for tests and simulations.</summary>
    public void Move(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    /// <summary>Sets domain time to an instant; it runs on from there.</summary>
    public void Set(DateTimeOffset to) => Interlocked.Exchange(ref offsetTicks, (to - system.GetUtcNow()).Ticks);
}
