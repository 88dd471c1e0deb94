using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HallSuite.Infrastructure.Hall;

/// <summary>The numbers that a hall set for itself in the work of another module. Without a row the defaults hold.</summary>
public abstract class HallPolicyRow<TPolicy> where TPolicy : class, IPolicy<TPolicy>
{
    public HallId Hall { get; init; }

    public TPolicy Policy { get; set; } = TPolicy.Default;
}

/// <summary>Reads and sets what halls set for themselves.</summary>
public static class HallPolicies
{
    private const int TextLength = 2000;

    public static async Task<TPolicy> ReadAsync<TRow, TPolicy>(HallDbContext db, HallId hall, CancellationToken cancel)
        where TRow : HallPolicyRow<TPolicy> where TPolicy : class, IPolicy<TPolicy> =>
        await db.Set<TRow>().Where(r => r.Hall == hall).Select(r => r.Policy).SingleOrDefaultAsync(cancel) ?? TPolicy.Default;

    /// <summary>The same for whoever sets the hall up: needs <see cref="Permission.ManageHalls"/> there.</summary>
    internal static async Task<Result<TPolicy>> ReadAsync<TRow, TPolicy>(
        IDbContextFactory<HallDbContext> contexts, Access access, Actor actor, HallId hall, CancellationToken cancel)
        where TRow : HallPolicyRow<TPolicy> where TPolicy : class, IPolicy<TPolicy>
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await access.RefusalAsync(db, actor, Permission.ManageHalls, hall, cancel) is { } denied ? denied : await ReadAsync<TRow, TPolicy>(db, hall, cancel);
    }

    /// <summary>Refuses <c>hall.unknown</c>, a number that makes no sense, and <c>work.changed-elsewhere</c> when it is not what was seen any more.</summary>
    internal static async Task<Result> SetAsync<TRow, TPolicy>(WorkUnit work, HallId hall, TPolicy seen, TPolicy wanted, CancellationToken cancel)
        where TRow : HallPolicyRow<TPolicy>, new() where TPolicy : class, IPolicy<TPolicy>
    {
        if (await work.Db.Set<ServiceHall>().Where(h => h.Id == hall).Select(h => h.Code).SingleOrDefaultAsync(cancel) is not { } code)
        {
            return HallErrors.Unknown;
        }

        var row = await work.Db.Set<TRow>().SingleOrDefaultAsync(r => r.Hall == hall, cancel);
        var before = row?.Policy ?? TPolicy.Default;
        if (!before.Equals(seen))
        {
            return WorkErrors.ChangedElsewhere;
        }

        if (wanted.Check().Error is { } refused)
        {
            return refused;
        }

        if (row is null)
        {
            work.Db.Add(row = new TRow { Hall = hall });
        }

        row.Policy = wanted;
        (work.Subject, work.Detail) = (code, Changes.Of(before, wanted));
        return Result.Ok;
    }

    internal static void Configure<TRow, TPolicy>(EntityTypeBuilder<TRow> builder, string table)
        where TRow : HallPolicyRow<TPolicy> where TPolicy : class, IPolicy<TPolicy>
    {
        builder.ToTable(table).HasKey(r => r.Hall);
        builder.Property(r => r.Policy).HasJsonText(TextLength);
        builder.HasOne<ServiceHall>().WithMany().HasForeignKey(r => r.Hall);
    }
}
