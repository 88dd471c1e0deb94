using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Whom to list; null and empty list everyone who is active.</summary>
/// <param name="Search">A part of the name or the user name.</param>
/// <param name="Role">Only who holds a post with this role now.</param>
public sealed record StaffFilter(string? Search = null, Role? Role = null, bool WithInactive = false);

/// <summary>A post as administrators see it; no hall means every hall, no department every department.</summary>
public sealed record AdminPost(
    PostId Id, Role Role, HallId? Hall, string? HallName, DepartmentId? Department, string? DepartmentName, DateTimeOffset From, DateTimeOffset? Until)
{
    public bool IsHeldAt(DateTimeOffset moment) => From <= moment && (Until is null || moment < Until);
}

/// <summary>One person of the list, with the posts held now.</summary>
/// <param name="MustChangePassword">Has a one-time password, which nobody has changed yet.</param>
public sealed record AdminPerson(
    StaffId Id, string UserName, string Name, bool Active, bool MustChangePassword, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, IReadOnlyList<AdminPost> Posts);

/// <summary>A page of people by user name.</summary>
/// <param name="Total">How many the filter finds.</param>
/// <param name="Next">Leads to the following ones; null at the end.</param>
public sealed record AdminPeople(IReadOnlyList<AdminPerson> People, int Total, string? Next, DateTimeOffset At);

/// <summary>A department, and how many posts are held for it now.</summary>
/// <param name="DocumentWord">Null where it issues none.</param>
public sealed record AdminDepartment(DepartmentId Id, string Code, string Name, string NameEn, string? DocumentWord, int Posts);

/// <summary>Where a post can be: every hall and every department of the installation.</summary>
public sealed record PostPlaces(IReadOnlyList<HallEntry> Halls, IReadOnlyList<AdminDepartment> Departments);

/// <summary>People, posts and departments for the administration.</summary>
public sealed class StaffAdminQueries(IDbContextFactory<HallDbContext> contexts, Access access, HallClock clock)
{
    /// <param name="after">The <see cref="AdminPeople.Next"/> of the page before; null for the first.</param>
    public async Task<Result<AdminPeople>> ListAsync(Actor actor, StaffFilter filter, string? after, int take, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await RefusalAsync(db, actor, cancel) is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now;
        var all = Filtered(db, filter, now);
        var total = await all.CountAsync(cancel);
        var page = string.IsNullOrEmpty(after) ? all : all.Where(s => s.UserName.CompareTo(after) > 0);
        var people = await ReadAsync(db, page.OrderBy(s => s.UserName).Take(take + 1), now, cancel);
        var shown = people.Take(take).ToList();
        return new AdminPeople(shown, total, people.Count > take ? shown[^1].UserName : null, now);
    }

    /// <summary>One person with all posts, ended and coming ones too; <c>staff.unknown</c> when there is none.</summary>
    public async Task<Result<AdminPerson>> PersonAsync(Actor actor, StaffId staff, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await RefusalAsync(db, actor, cancel) is { } refusal)
        {
            return refusal;
        }

        return await ReadAsync(db, db.Set<StaffMember>().Where(s => s.Id == staff), heldAt: null, cancel) is [var person] ? person : StaffErrors.Unknown;
    }

    /// <summary>What the form for a post offers, and the list of departments.</summary>
    public async Task<Result<PostPlaces>> PlacesAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await RefusalAsync(db, actor, cancel) is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now;
        return new PostPlaces(
            await db.Set<ServiceHall>().AsNoTracking().Where(h => h.Active).OrderBy(h => h.Path)
                .Select(h => new HallEntry(h.Id, h.Code, h.Name, h.TimeZone)).ToListAsync(cancel),
            await db.Set<Department>().AsNoTracking().OrderBy(d => d.Code).Select(d => new AdminDepartment(
                d.Id, d.Code, d.Name, d.NameEn, d.DocumentWord,
                db.Set<Post>().Count(p => p.Department == d.Id && p.From <= now && (p.Until == null || p.Until > now)))).ToListAsync(cancel));
    }

    private Task<Error?> RefusalAsync(HallDbContext db, Actor actor, CancellationToken cancel) =>
        access.RefusalAsync(db, actor, Permission.ManageStaff, Scope.Everything, cancel);

    private static IQueryable<StaffMember> Filtered(HallDbContext db, StaffFilter filter, DateTimeOffset now)
    {
        var people = db.Set<StaffMember>().AsNoTracking();
        people = filter.WithInactive ? people : people.Where(s => s.Active);
        if (filter.Search?.Trim() is { Length: > 0 } search)
        {
            var sign = search.ToLowerInvariant();
            people = people.Where(s => s.Name.Contains(search) || s.UserName.Contains(sign));
        }

        return filter.Role is { } role
            ? people.Where(s => db.Set<Post>().Any(p => p.Staff == s.Id && p.Role == role && p.From <= now && (p.Until == null || p.Until > now)))
            : people;
    }

    // Two statements whatever the number of people: who, and their posts.
    private static async Task<List<AdminPerson>> ReadAsync(HallDbContext db, IQueryable<StaffMember> wanted, DateTimeOffset? heldAt, CancellationToken cancel)
    {
        var members = await wanted.Join(db.Set<SignInAccount>(), s => s.Id, a => a.Id, (s, a) => new { Member = s, a.MustChangePassword, a.LastSignInAt })
            .OrderBy(m => m.Member.UserName).AsNoTracking().ToListAsync(cancel);
        var ids = members.Select(m => m.Member.Id).ToList();
        var held = db.Set<Post>().AsNoTracking().Where(p => ids.Contains(p.Staff));
        held = heldAt is { } now ? held.Where(p => p.From <= now && (p.Until == null || p.Until > now)) : held;
        var posts = (await held.OrderByDescending(p => p.From).ThenBy(p => p.Id).Select(p => new
        {
            p.Staff,
            Post = new AdminPost(
                p.Id, p.Role, p.Hall, db.Set<ServiceHall>().Where(h => h.Id == p.Hall).Select(h => h.Name).FirstOrDefault(),
                p.Department, db.Set<Department>().Where(d => d.Id == p.Department).Select(d => d.Name).FirstOrDefault(), p.From, p.Until),
        }).ToListAsync(cancel)).ToLookup(p => p.Staff, p => p.Post);
        return [.. members.Select(m => new AdminPerson(
            m.Member.Id, m.Member.UserName, m.Member.Name, m.Member.Active, m.MustChangePassword, m.Member.CreatedAt, m.LastSignInAt, [.. posts[m.Member.Id]]))];
    }
}
