using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

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
        foreach (var owned in changed.Where(e => e.Metadata.IsOwned()).ToList())
        {
            if (OwnerOf(owned) is { State: EntityState.Unchanged, Entity: IVersioned } owner)
            {
                var version = owner.Property(nameof(IVersioned.Version));
                version.CurrentValue = (long)version.OriginalValue! + 1;
                changed.Add(owner);
            }
        }

        db.Work.WriteRows([.. changed.Select(e => e.Entity)]);
    }

    private static EntityEntry? OwnerOf(EntityEntry owned)
    {
        var link = owned.Metadata.FindOwnership()!;
        var key = link.Properties.Select(p => owned.Property(p.Name).CurrentValue).ToList();
        return owned.Context.ChangeTracker.Entries().FirstOrDefault(e =>
            e.Metadata == link.PrincipalEntityType && link.PrincipalKey.Properties.Select(p => e.Property(p.Name).CurrentValue).SequenceEqual(key));
    }
}
