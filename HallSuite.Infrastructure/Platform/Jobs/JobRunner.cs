using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Jobs;

/// <summary>Section <c>Jobs</c>.</summary>
public sealed class JobOptions
{
    /// <summary>How long a node may hold a job without renewing, in seconds; after that another node takes it.</summary>
    [System.ComponentModel.DataAnnotations.Range(2, 600)]
    public int LeaseSeconds { get; set; } = 30;

    /// <summary>False on nodes that only serve pages.</summary>
    public bool Enabled { get; set; } = true;
}

/// <summary>
/// Work that comes round: on all nodes together one runs it at a time. Each step is idempotent by its WHERE clause, because a node can
/// die between doing and noting.
/// </summary>
public interface IHallJob
{
    /// <summary>Names the lease.</summary>
    string Name { get; }

    TimeSpan Period { get; }

    Task RunAsync(CancellationToken cancel);
}

/// <summary>
/// Work that has to be through before any job looks at the database. The start does not wait for it, the jobs of this node do; on all nodes together one
/// does it at a time, and each finds what the others have done. What fails is told, and the jobs go on.
/// </summary>
public interface IBeforeJobs
{
    /// <summary>Names the lease.</summary>
    string Name { get; }

    /// <summary>Whether this installation has it at all.</summary>
    bool IsWanted { get; }

    Task RunAsync(CancellationToken cancel);
}

/// <summary>Who runs a job now, and until when unless renewed.</summary>
public sealed class LeaseRow : IBookkeeping
{
    public required string Name { get; init; }

    public required string Owner { get; set; }

    public required DateTimeOffset Until { get; set; }
}

/// <summary>The last day that a job which runs once for each day has done. Saved with what the job changed.</summary>
public sealed class JobDayRow : IBookkeeping
{
    /// <summary>The job and what it does it for.</summary>
    public required string Name { get; init; }

    public required DateOnly Day { get; set; }
}

internal sealed class JobDayConfiguration : IEntityTypeConfiguration<JobDayRow>
{
    public void Configure(EntityTypeBuilder<JobDayRow> builder)
    {
        builder.ToTable("JobDays").HasKey(x => x.Name);
        builder.Property(x => x.Name).HasMaxLength(100);
    }
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<LeaseRow>
{
    public void Configure(EntityTypeBuilder<LeaseRow> builder)
    {
        builder.ToTable("Leases").HasKey(x => x.Name);
        builder.Property(x => x.Name).HasMaxLength(60);
        builder.Property(x => x.Owner).HasMaxLength(60);
    }
}

/// <summary>Takes, renews and gives back lease rows. Time is the system's: nodes keep their clocks together (NTP).</summary>
internal sealed class JobLeases(IDbContextFactory<HallDbContext> contexts, TimeProvider time, IOptions<JobOptions> options)
{
    private readonly string me = Guid.NewGuid().ToString("N");

    public TimeSpan Length => TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    /// <summary>True while this node holds the job, for <see cref="Length"/> from now.</summary>
    public async Task<bool> HoldAsync(string name, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var until = now + Length;
        if (await db.Set<LeaseRow>().Where(l => l.Name == name && (l.Owner == me || l.Until < now))
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, me).SetProperty(l => l.Until, until), cancel) == 1)
        {
            return true;
        }

        if (await db.Set<LeaseRow>().AnyAsync(l => l.Name == name, cancel))
        {
            return false;
        }

        db.Add(new LeaseRow { Name = name, Owner = me, Until = until });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (Exception fault) when (DatabaseDialect.IsUniqueViolation(fault))
        {
            return false;
        }
    }

    /// <summary>Gives a job back at once, so that an orderly stop costs nobody the lease time.</summary>
    public async Task ReleaseAsync(string name, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<LeaseRow>().Where(l => l.Name == name && l.Owner == me)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, DateTimeOffset.UnixEpoch), cancel);
    }
}

/// <summary>Runs every registered job on its period, each under its lease, each tick by itself: one that fails is told and tried again.</summary>
internal sealed class JobRunner(IServiceProvider services, JobLeases leases, IOptions<JobOptions> options, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        foreach (var first in services.GetServices<IBeforeJobs>().Where(f => f.IsWanted))
        {
            await RunFirstAsync(first, stoppingToken);
        }

        await Task.WhenAll(services.GetServices<IHallJob>().Select(job => RunAsync(job, stoppingToken)));
    }

    private async Task RunFirstAsync(IBeforeJobs first, CancellationToken stop)
    {
        try
        {
            while (!await leases.HoldAsync(first.Name, stop))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, stop);
            }

            await RunHeldAsync(first.Name, first.RunAsync, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "{Work} failed; the jobs begin without it", first.Name);
        }
        finally
        {
            await GiveBackAsync(first.Name);
        }
    }

    private async Task RunAsync(IHallJob job, CancellationToken stop)
    {
        // A job looks after itself at least three times a lease, so that a living node never loses it between ticks.
        var beat = job.Period < leases.Length / 3 ? job.Period : leases.Length / 3;
        using var timer = new PeriodicTimer(beat, time);
        var next = time.GetUtcNow();
        try
        {
            do
            {
                try
                {
                    if (await leases.HoldAsync(job.Name, stop) && time.GetUtcNow() >= next)
                    {
                        next = time.GetUtcNow() + job.Period;
                        await RunHeldAsync(job.Name, job.RunAsync, stop);
                    }
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    log.LogError(fault, "Job {Job} failed; it runs again in {Period}", job.Name, job.Period);
                }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            await GiveBackAsync(job.Name);
        }
    }

    /// <summary>Renews the lease while the job works, and stops the job when it was lost.</summary>
    private async Task RunHeldAsync(string name, Func<CancellationToken, Task> run, CancellationToken stop)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var work = run(lost.Token);
        while (await Task.WhenAny(work, Task.Delay(leases.Length / 3, time, stop)) != work)
        {
            stop.ThrowIfCancellationRequested();
            if (!await leases.HoldAsync(name, stop))
            {
                log.LogWarning("Job {Job} lost its lease while working and stops", name);
                await lost.CancelAsync();
            }
        }

        await work;
    }

    private async Task GiveBackAsync(string name)
    {
        try
        {
            await leases.ReleaseAsync(name, CancellationToken.None);
        }
        catch (Exception fault)
        {
            log.LogWarning("The lease of {Job} could not be given back ({Fault}); it ends by itself", name, fault.GetType().Name);
        }
    }
}
