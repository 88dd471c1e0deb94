using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

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

    /// <summary>Takes note of a try inside an operation: null when it was right and the name is not locked, otherwise the refusal.</summary>
    public static async Task<Error?> RefusalAsync(WorkUnit work, LookupHash name, bool isRight, CancellationToken cancel)
    {
        var tries = await work.Db.Set<SignInTries>().SingleOrDefaultAsync(t => t.Name == name, cancel);
        if (tries?.MinutesLocked(work.Now) is { } still)
        {
            return StaffErrors.Locked(still);
        }

        if (isRight)
        {
            if (tries is not null)
            {
                work.Db.Remove(tries);
            }

            return null;
        }

        if (tries is null)
        {
            work.Db.Add(tries = new SignInTries { Name = name });
        }

        tries.CountWrong(work.Now);
        return tries.MinutesLocked(work.Now) is { } locked ? StaffErrors.Locked(locked) : StaffErrors.WrongPassword;
    }

    /// <summary>Forgets the wrong tries for a name, as after an administrator reset its password.</summary>
    public static async Task ForgetAsync(WorkUnit work, LookupHash name, CancellationToken cancel)
    {
        if (await work.Db.Set<SignInTries>().SingleOrDefaultAsync(t => t.Name == name, cancel) is { } tries)
        {
            work.Db.Remove(tries);
        }
    }

    // Whole minutes that remain, rounded up.
    private int? MinutesLocked(DateTimeOffset now) => LockedUntil > now ? (int)Math.Ceiling((LockedUntil.Value - now).TotalMinutes) : null;

    private void CountWrong(DateTimeOffset now)
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

/// <summary>
/// The outcome of a try with a password: for <see cref="HallWork"/> always an answer, so that a wrong try is counted and audited;
/// for whoever tried, an answer or a refusal.
/// </summary>
internal sealed record Tried<T>(T? Answer, Error? Refusal) where T : class
{
    public static Tried<T> Wrong(WorkUnit work, Error refusal)
    {
        work.Detail = refusal.Code;
        return new Tried<T>(null, refusal);
    }

    public Result<T> ToResult() => Refusal is { } refusal ? refusal : Answer!;
}

/// <summary>Forgets wrong tries a day later: names that never existed would stay for ever.</summary>
internal sealed class ForgetSignInTries(IDbContextFactory<HallDbContext> contexts, HallClock clock) : IHallJob
{
    public string Name => nameof(ForgetSignInTries);

    public TimeSpan Period => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var before = clock.Now.AddDays(-1);
        await db.Set<SignInTries>().Where(t => t.LastAt < before).ExecuteDeleteAsync(cancel);
    }
}
