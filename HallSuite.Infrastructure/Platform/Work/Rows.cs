using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>A row by which the platform keeps house: keys, leases, kept answers. It alone may be saved outside an operation.</summary>
public interface IBookkeeping;

/// <summary>The last number given on a stream; its row lock puts all work on that stream in one order.</summary>
public sealed class StreamCounter
{
    public required string Stream { get; init; }

    public long Seq { get; set; }
}

/// <summary>How much has happened on several streams: the number of a picture that is made of all of them.</summary>
internal static class StreamCounters
{
    /// <summary>Read before the data, so that a picture never claims to be newer than it is. It never falls, and rises when one of them does.</summary>
    public static Task<long> SumAsync(HallDbContext db, string[] streams, CancellationToken cancel) =>
        db.Set<StreamCounter>().Where(c => streams.Contains(c.Stream)).SumAsync(c => c.Seq, cancel);
}

/// <summary>One committed operation, told to every node: which topics may look different now. Never data.</summary>
public sealed class ChangeFeedRow
{
    public required string Stream { get; init; }

    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Topics, one a line.</summary>
    public required string Topics { get; init; }
}

/// <summary>
/// Who did what, on what, from where and why. One row at least for each number of each stream, so that a missing or an added
/// row shows; sealed by a job that chains the rows (module Audit). No personal data.
/// </summary>
public sealed class AuditRow
{
    public required Guid Id { get; init; }

    public required string Stream { get; init; }

    public required long Seq { get; init; }

    /// <summary>0 for the operation itself, 1 … for what else it noted.</summary>
    public required int Part { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorKind ActorKind { get; init; }

    public required Guid ActorId { get; init; }

    public required string From { get; init; }

    public required string Operation { get; init; }

    public string? Subject { get; init; }

    public HallId? Hall { get; init; }

    public string? Reason { get; init; }

    public string? Detail { get; init; }
}

/// <summary>A message to another system, written with the change that causes it and sent afterwards, at least once.</summary>
public sealed class OutboxRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    /// <summary>JSON without personal data.</summary>
    public required string Payload { get; init; }

    /// <summary>System time, not the hall's: a hall clock set ahead holds up no message.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>The stored answer to a request that carried an idempotency key.</summary>
public sealed class OnceRow : IBookkeeping
{
    /// <summary>Who asked and the key, so that two devices never meet.</summary>
    public required string Key { get; init; }

    public required string BodyHash { get; init; }

    public required string Operation { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The answer as JSON, or null when it was a refusal.</summary>
    public string? Answer { get; init; }

    public string? RefusalJson { get; init; }
}

internal sealed class StreamCounterConfiguration : IEntityTypeConfiguration<StreamCounter>
{
    public void Configure(EntityTypeBuilder<StreamCounter> builder)
    {
        builder.ToTable("StreamCounters").HasKey(x => x.Stream);
        builder.Property(x => x.Stream).HasMaxLength(100);
    }
}

internal sealed class ChangeFeedConfiguration : IEntityTypeConfiguration<ChangeFeedRow>
{
    public void Configure(EntityTypeBuilder<ChangeFeedRow> builder)
    {
        builder.ToTable("ChangeFeed").HasKey(x => new { x.Stream, x.Seq });
        builder.Property(x => x.Stream).HasMaxLength(100);
        builder.Property(x => x.Topics).HasMaxLength(-1);
        builder.HasIndex(x => x.At);
    }
}

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("Audit").HasKey(x => x.Id);
        builder.Property(x => x.Stream).HasMaxLength(100);
        builder.Property(x => x.From).HasMaxLength(100);
        builder.Property(x => x.Operation).HasMaxLength(60);
        builder.Property(x => x.Reason).HasMaxLength(500);
        builder.Property(x => x.Detail).HasMaxLength(2000);
        builder.HasIndex(x => new { x.Stream, x.Seq, x.Part }).IsUnique();
        builder.HasIndex(x => new { x.At, x.Id });
    }
}

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("Outbox").HasKey(x => x.Id);
        builder.Property(x => x.Kind).HasMaxLength(60);
        builder.Property(x => x.Payload).HasMaxLength(4000);
        builder.HasIndex(x => new { x.SentAt, x.NextTryAt });
    }
}

internal sealed class OnceConfiguration : IEntityTypeConfiguration<OnceRow>
{
    public void Configure(EntityTypeBuilder<OnceRow> builder)
    {
        builder.ToTable("OnceKeys").HasKey(x => x.Key);
        builder.Property(x => x.BodyHash).HasMaxLength(64);
        builder.Property(x => x.Operation).HasMaxLength(60);
        builder.Property(x => x.Answer).HasMaxLength(-1);
        builder.Property(x => x.RefusalJson).HasMaxLength(2000);
        builder.HasIndex(x => x.At);
    }
}
