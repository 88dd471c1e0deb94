using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>A post as its holder sees it; no hall means every hall, no department every department.</summary>
public sealed record MyPost(PostId Id, Role Role, HallId? Hall, string? HallName, DepartmentId? Department, string? DepartmentName);

/// <summary>Who is signed in: the posts held now, what they allow somewhere, and the halls they reach, from the root down.</summary>
/// <param name="MustChangePassword">Until the password is changed, nothing else is allowed.</param>
public sealed record Me(
    StaffId Id, string UserName, string Name, bool MustChangePassword,
    IReadOnlyList<MyPost> Posts, IReadOnlySet<Permission> Permissions, IReadOnlyList<HallEntry> Halls)
{
    public bool May(Permission permission) => Permissions.Contains(permission);
}

/// <summary>Who the signed-in person is, for the shell: read with each page, so that rail and pages follow the posts.</summary>
public sealed class StaffQueries(IDbContextFactory<HallDbContext> contexts, HallClock clock)
{
    /// <summary>The person behind a staff actor; <c>staff.inactive</c> when no longer with us.</summary>
    public async Task<Result<Me>> MeAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var id = new StaffId(actor.Id);
        var now = clock.Now;
        var member = await db.Set<StaffMember>().AsNoTracking().Where(s => s.Id == id && s.Active && actor.Kind == ActorKind.Staff)
            .Join(db.Set<SignInAccount>(), s => s.Id, a => a.Id, (s, a) => new { s.UserName, s.Name, a.MustChangePassword }).SingleOrDefaultAsync(cancel);
        if (member is null)
        {
            return StaffErrors.Inactive;
        }

        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.Staff == id && p.From <= now && (p.Until == null || p.Until > now))
            .OrderBy(p => p.From).ThenBy(p => p.Id)
            .Select(p => new
            {
                Post = new MyPost(
                    p.Id, p.Role, p.Hall, db.Set<ServiceHall>().Where(h => h.Id == p.Hall).Select(h => h.Name).FirstOrDefault(),
                    p.Department, db.Set<Department>().Where(d => d.Id == p.Department).Select(d => d.Name).FirstOrDefault()),
                Path = db.Set<ServiceHall>().Where(h => h.Id == p.Hall).Select(h => h.Path).FirstOrDefault(),
            }).ToListAsync(cancel);
        var halls = await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Active).OrderBy(h => h.Path)
            .Select(h => new { h.Path, Entry = new HallEntry(h.Id, h.Code, h.Name, h.TimeZone) }).ToListAsync(cancel);
        return new Me(
            id, member.UserName, member.Name, member.MustChangePassword,
            [.. posts.Select(p => p.Post)],
            posts.SelectMany(p => RolePermissions.Of(p.Post.Role)).Append(Permission.ManageOwnAccount).ToHashSet(),
            [.. halls.Where(h => posts.Exists(p => p.Path is null || h.Path.StartsWith(p.Path, StringComparison.Ordinal))).Select(h => h.Entry)]);
    }
}
