using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Audit;

/// <summary>
/// One link of the chain over the audit log: a keyed hash over the hash before it and the content of one audit row. Whoever can
/// write the database, but has not the master key, can make no link.
/// </summary>
internal sealed class AuditSeal : IBookkeeping
{
    /// <summary>From 1 on, without holes.</summary>
    public required long Number { get; init; }

    public required Guid Row { get; init; }

    public required string Stream { get; init; }

    public required long Seq { get; init; }

    public required int Part { get; init; }

    public required string Hash { get; init; }
}

internal sealed class AuditSealConfiguration : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("AuditSeals").HasKey(x => x.Number);
        builder.Property(x => x.Stream).HasMaxLength(100);
        builder.Property(x => x.Hash).HasMaxLength(64);
        builder.HasIndex(x => x.Row).IsUnique();
        builder.HasIndex(x => new { x.Stream, x.Seq });
    }
}

/// <summary>The key of the chain, made once and wrapped by the master key, and the hash of a link.</summary>
internal sealed class AuditChain(IDbContextFactory<HallDbContext> contexts, MasterKey master)
{
    /// <summary>What the first link follows.</summary>
    public const string Beginning = "";

    private const string KeyName = "audit-seal";

    private byte[]? key;

    /// <summary>The hash of the link that follows <paramref name="before"/>, in lower-case hex.</summary>
    public string Next(string before, AuditRow row)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key ??= LoadOrMake());
        Append(hash, before);
        Append(hash, row.Id.ToString("N"));
        Append(hash, row.Stream);
        Append(hash, row.Seq);
        Append(hash, row.Part);
        Append(hash, row.At.ToUnixTimeMilliseconds());
        Append(hash, row.ActorKind.ToString());
        Append(hash, row.ActorId.ToString("N"));
        Append(hash, row.From);
        Append(hash, row.Operation);
        Append(hash, row.Subject);
        Append(hash, row.Hall?.ToString());
        Append(hash, row.Reason);
        Append(hash, row.Detail);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each text goes in with its length, so that no character can move from one field to the next; -1 is null.
    private static void Append(IncrementalHash hash, string? text)
    {
        Append(hash, text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private byte[] LoadOrMake()
    {
        using var db = contexts.CreateDbContext();
        if (Stored(db) is { } stored)
        {
            return stored;
        }

        var made = RandomNumberGenerator.GetBytes(32);
        db.Add(new KeyRow { Name = KeyName, Content = Convert.ToBase64String(master.Wrap(made, KeyName)) });
        try
        {
            db.SaveChanges();
            return made;
        }
        catch (Exception fault) when (DatabaseDialect.IsUniqueViolation(fault))
        {
            // Another node made it at the same instant.
            return Stored(db)!;
        }
    }

    private byte[]? Stored(HallDbContext db) =>
        db.Set<KeyRow>().AsNoTracking().SingleOrDefault(k => k.Name == KeyName) is { } row ? master.Unwrap(Convert.FromBase64String(row.Content), KeyName) : null;
}
