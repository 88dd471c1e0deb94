using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>
/// Raises versions and adds the audit and feed rows to the one save of an operation, so that they are in the same
/// transaction as the change. A save of anything but bookkeeping outside an operation is a bug and is refused.
/// </summary>
internal sealed class WorkInterceptor : SaveChangesInterceptor
{
    public static readonly WorkInterceptor Instance = new();

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Prepare((HallDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Prepare((HallDbContext)eventData.Context!);
        return result;
    }

    private static void Prepare(HallDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (db.Work is null)
        {
            if (changed.All(e => e.Entity is IBookkeeping))
            {
                return;
            }

            throw new InvalidOperationException("Changes are saved by HallWork, inside an operation.");
        }

        foreach (var entry in changed.Where(e => e.Entity is IVersioned && e.State is EntityState.Added or EntityState.Modified))
        {
            var version = entry.Property(nameof(IVersioned.Version));
            version.CurrentValue = entry.State == EntityState.Added ? 1 : (long)version.OriginalValue! + 1;
        }

        // An owned row (a window's skill) moves its owner's version and topics too.
        var owned = changed.Where(e => e.Metadata.IsOwned()).ToList();
        var owners = owned.Count == 0 ? [] : OwnersIn(db);
        foreach (var entry in owned)
        {
            if (owners.Remove(OwnerOf(entry), out var owner))
            {
                var version = owner.Property(nameof(IVersioned.Version));
                version.CurrentValue = (long)version.OriginalValue! + 1;
                changed.Add(owner);
            }
        }

        db.Work.WriteRows([.. changed.Select(e => e.Entity)]);
    }

    /// <summary>Those that have not been changed themselves, by what they are and their key. Read once: each look at all entries compares them all.</summary>
    private static Dictionary<(IReadOnlyEntityType, string), EntityEntry> OwnersIn(HallDbContext db) => db.ChangeTracker.Entries()
        .Where(e => e is { State: EntityState.Unchanged, Entity: IVersioned })
        .ToDictionary(e => ((IReadOnlyEntityType)e.Metadata, KeyOf(e, e.Metadata.FindPrimaryKey()!.Properties)));

    private static (IReadOnlyEntityType, string) OwnerOf(EntityEntry owned)
    {
        var link = owned.Metadata.FindOwnership()!;
        return (link.PrincipalEntityType, KeyOf(owned, link.Properties));
    }

    private static string KeyOf(EntityEntry entry, IEnumerable<IReadOnlyProperty> properties) =>
        string.Join('/', properties.Select(p => entry.Property(p.Name).CurrentValue));
}
