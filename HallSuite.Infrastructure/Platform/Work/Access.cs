using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>Reads from the database what one kind of actor may do. Staff and devices each have one, in the module that knows them.</summary>
public interface IGrantReader
{
    ActorKind Kind { get; }

    /// <param name="hall">The hall about which will be asked; null for the whole installation.</param>
    Task<IGrants> ReadAsync(HallDbContext db, Actor actor, HallId? hall, CancellationToken cancel);
}

/// <summary>What an actor may do at this moment in a hall. Read for one question and thrown away with its answer, never kept.</summary>
public interface IGrants
{
    /// <summary>Null when the actor may; otherwise the refusal.</summary>
    /// <param name="scope">In the hall for which they were read.</param>
    Error? RefusalOf(Permission permission, Scope scope);
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
    public async Task<Error?> RefusalAsync(HallDbContext db, Actor actor, Permission permission, Scope scope, CancellationToken cancel) =>
        (await ReadAsync(db, actor, scope.Hall, cancel)).RefusalOf(permission, scope);

    /// <summary>All that the actor may do in a hall, for whoever has to ask many times.</summary>
    public Task<IGrants> ReadAsync(HallDbContext db, Actor actor, HallId? hall, CancellationToken cancel) => actor.Kind switch
    {
        ActorKind.System => Task.FromResult<IGrants>(SystemGrants.Instance),

        // The secret is the visitor's right – the code of a ticket, a password; the operation looks it up.
        ActorKind.Visitor => Task.FromResult<IGrants>(VisitorGrants.Instance),
        ActorKind.Staff or ActorKind.Device => byKind.TryGetValue(actor.Kind, out var reader)
            ? reader.ReadAsync(db, actor, hall, cancel)
            : Task.FromResult<IGrants>(NoGrants.Instance),
    };

    private sealed class SystemGrants : IGrants
    {
        public static readonly SystemGrants Instance = new();

        public Error? RefusalOf(Permission permission, Scope scope) => null;
    }

    private sealed class VisitorGrants : IGrants
    {
        public static readonly VisitorGrants Instance = new();

        public Error? RefusalOf(Permission permission, Scope scope) =>
            permission is Permission.HoldOwnTicket or Permission.GiveRating or Permission.SignIn ? null : WorkErrors.PermissionDenied(permission);
    }

    private sealed class NoGrants : IGrants
    {
        public static readonly NoGrants Instance = new();

        public Error? RefusalOf(Permission permission, Scope scope) => WorkErrors.PermissionDenied(permission);
    }
}
