using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Tells whether a session still holds: the person is active, and nothing ended all sessions since it began.</summary>
public sealed class SignInSessions(IDbContextFactory<HallDbContext> contexts)
{
    private readonly Func<HallDbContext, StaffId, string, CancellationToken, Task<bool>> holds = EF.CompileAsyncQuery(
        (HallDbContext db, StaffId staff, string stamp, CancellationToken _) =>
            db.Set<SignInAccount>().Any(a => a.Id == staff && a.SecurityStamp == stamp && db.Set<StaffMember>().Any(s => s.Id == staff && s.Active)));

    public async Task<bool> HoldsAsync(StaffId staff, string stamp, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await holds(db, staff, stamp, cancel);
    }
}
