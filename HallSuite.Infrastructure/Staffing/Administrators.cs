using System.Linq.Expressions;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>
/// Who can give posts to others: active people with an unlimited administrator's post that does not end by itself. While there is
/// none, the set-up is open; so the last one stays.
/// </summary>
internal static class Administrators
{
    /// <summary>Whether somebody could still administer if only the posts of this kind were left.</summary>
    public static Task<bool> AnyBesidesAsync(WorkUnit work, Expression<Func<Post, bool>> left, CancellationToken cancel) =>
        PostsOf(work.Db, work.Now).Where(left).AnyAsync(cancel);

    public static Task<bool> AnyAsync(HallDbContext db, DateTimeOffset now, CancellationToken cancel) => PostsOf(db, now).AnyAsync(cancel);

    private static IQueryable<Post> PostsOf(HallDbContext db, DateTimeOffset now) => db.Set<Post>().Where(p =>
        p.Role == Role.Administrator && p.Hall == null && p.Department == null && p.From <= now && p.Until == null &&
        db.Set<StaffMember>().Any(s => s.Id == p.Staff && s.Active));
}
