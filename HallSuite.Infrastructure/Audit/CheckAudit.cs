using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Audit;

/// <summary>What a verification of the audit log found, for the audit page.</summary>
internal sealed class AuditCheckRow : IBookkeeping
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required long Rows { get; init; }

    public required long Head { get; init; }

    public required long Faults { get; init; }
}

internal sealed class AuditCheckConfiguration : IEntityTypeConfiguration<AuditCheckRow>
{
    public void Configure(EntityTypeBuilder<AuditCheckRow> builder)
    {
        builder.ToTable("AuditChecks").HasKey(x => x.Id);
        builder.HasIndex(x => x.At);
    }
}

/// <summary>Verifies the audit log once a day, keeps the outcome, and raises the alarm in the log when it is not sound.</summary>
internal sealed class CheckAudit(VerifyAudit verify, IDbContextFactory<HallDbContext> contexts, HallClock clock, ILogger<CheckAudit> log) : IHallJob
{
    public string Name => nameof(CheckAudit);

    // Asked every hour, so that a night's restart does not put it off to the next day.
    public TimeSpan Period => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = clock.Now.AddDays(-1);
        if (await db.Set<AuditCheckRow>().AnyAsync(c => c.At > since, cancel))
        {
            return;
        }

        var report = await verify.RunAsync(cancel);
        if (!report.IsSound)
        {
            log.LogCritical("The audit log is not sound: {Faults} faults, the first is {Fault}", report.FaultCount, report.Faults[0]);
        }

        db.Add(new AuditCheckRow { Id = Guid.CreateVersion7(clock.Now), At = clock.Now, Rows = report.Rows, Head = report.Head, Faults = report.FaultCount });
        await db.SaveChangesAsync(cancel);
    }
}
