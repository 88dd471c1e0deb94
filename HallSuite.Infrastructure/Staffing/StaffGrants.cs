using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>
/// What a member of staff may do: the permissions of the posts held at this moment, each in its hall subtree and department. One
/// query, because every operation and every page asks. Inactive people and ended posts give nothing.
/// </summary>
public sealed class StaffGrants(IDbContextFactory<HallDbContext> contexts, HallClock clock) : IGrantReader
{
    // A person without a post still has a row (Role is null): the own password can always be changed.
    private readonly Func<HallDbContext, StaffId, HallId?, DateTimeOffset, IAsyncEnumerable<Held>> read = EF.CompileAsyncQuery(
        (HallDbContext db, StaffId staff, HallId? hall, DateTimeOffset now) =>
            from member in db.Set<StaffMember>()
            where member.Id == staff && member.Active
            join account in db.Set<SignInAccount>() on member.Id equals account.Id
            from post in db.Set<Post>().Where(p => p.Staff == member.Id && p.From <= now && (p.Until == null || p.Until > now)).DefaultIfEmpty()
            select new Held(
                account.MustChangePassword,
                post == null ? null : post.Role,
                post == null ? null : post.Hall,
                post == null ? null : post.Department,
                post == null ? null : db.Set<ServiceHall>().Where(h => h.Id == post.Hall).Select(h => h.Path).FirstOrDefault(),
                db.Set<ServiceHall>().Where(h => h.Id == hall).Select(h => h.Path).FirstOrDefault()));

    public ActorKind Kind => ActorKind.Staff;

    public async Task<IGrants> ReadAsync(HallDbContext db, Actor actor, HallId? hall, CancellationToken cancel) => new Posts(await HeldAsync(db, actor, hall, cancel));

    /// <summary>Null when some post gives the permission, wherever it reaches: enough to show a page, which then shows what it may.</summary>
    public async Task<Error?> RefusalAnywhereAsync(Actor actor, Permission permission, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var held = await HeldAsync(db, actor, null, cancel);
        return RefusalOfPerson(held, permission) is { } refusal
            ? refusal
            : permission is Permission.ManageOwnAccount || held.Exists(h => h.Gives(permission)) ? null : WorkErrors.PermissionDenied(permission);
    }

    private async Task<List<Held>> HeldAsync(HallDbContext db, Actor actor, HallId? hall, CancellationToken cancel)
    {
        var held = new List<Held>();
        await foreach (var row in read(db, new StaffId(actor.Id), hall, clock.Now).WithCancellation(cancel))
        {
            held.Add(row);
        }

        return held;
    }

    /// <summary>What holds whatever the posts: the person is active, and has changed a password that someone else knows.</summary>
    private static Error? RefusalOfPerson(List<Held> held, Permission permission) => held switch
    {
        [] => StaffErrors.Inactive,
        [{ MustChangePassword: true }, ..] when permission is not Permission.ManageOwnAccount => StaffErrors.PasswordMustBeChanged,
        _ => null,
    };

    private sealed record Posts(List<Held> Held) : IGrants
    {
        public Error? RefusalOf(Permission permission, Scope scope) => RefusalOfPerson(Held, permission) is { } refusal
            ? refusal
            : permission is Permission.ManageOwnAccount || Held.Exists(h => h.Gives(permission) && h.Reaches(scope)) ? null : WorkErrors.PermissionDenied(permission);
    }

    private sealed record Held(bool MustChangePassword, Role? Role, HallId? Hall, DepartmentId? Department, string? Path, string? ScopePath)
    {
        public bool Gives(Permission permission) => Role is { } role && RolePermissions.Of(role).Contains(permission);

        /// <summary>
        /// A hall is reached by the posts above it, the whole installation by an unlimited post only. A department counts where the
        /// scope names one: a reviewer sees the queue of the hall as everyone does.
        /// </summary>
        public bool Reaches(Scope scope)
        {
            var hallReached = Hall is null || ScopePath?.StartsWith(Path!, StringComparison.Ordinal) == true;
            return hallReached && (Department is null || (scope.Department is { } department ? Department == department : scope.Hall is not null));
        }
    }
}
