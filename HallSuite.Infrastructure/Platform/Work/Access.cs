using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>Reads from the database what one kind of actor may do. Staff and devices each have one, in the module that knows them.</summary>
public interface IGrantReader
{
    ActorKind Kind { get; }

    /// <summary>Null when the actor may; otherwise the refusal.</summary>
    Task<Error?> RefusalAsync(HallDbContext db, Actor actor, Permission permission, Scope scope, CancellationToken cancel);
}

/// <summary>
/// Permission and scope of an actor, read from the database each time: never from a cookie or a circuit, so that a right taken
/// away is gone with the next click.
/// </summary>
public sealed class Access(IDbContextFactory<HallDbContext> contexts, IEnumerable<IGrantReader> readers)
{
    private readonly Dictionary<ActorKind, IGrantReader> byKind = readers.ToDictionary(r => r.Kind);

    /// <summary>Null when the actor may do this there; otherwise the refusal.</summary>
    public async Task<Error?> RefusalAsync(Actor actor, Permission permission, Scope scope, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await RefusalAsync(db, actor, permission, scope, cancel);
    }

    /// <inheritdoc cref="RefusalAsync(Actor, Permission, Scope, CancellationToken)"/>
    public Task<Error?> RefusalAsync(HallDbContext db, Actor actor, Permission permission, Scope scope, CancellationToken cancel) => actor.Kind switch
    {
        ActorKind.System => Task.FromResult<Error?>(null),

        // The secret is the visitor's right – the code of a ticket, a password; the operation looks it up.
        ActorKind.Visitor => Task.FromResult(permission is Permission.HoldOwnTicket or Permission.GiveRating or Permission.SignIn ? null : WorkErrors.PermissionDenied(permission)),
        ActorKind.Staff or ActorKind.Device => byKind.TryGetValue(actor.Kind, out var reader)
            ? reader.RefusalAsync(db, actor, permission, scope, cancel)
            : Task.FromResult<Error?>(WorkErrors.PermissionDenied(permission)),
    };
}
