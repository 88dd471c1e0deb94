using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Where a case lies. It never changes, so it can be read before an operation's turn.</summary>
internal sealed record CasePlace(HallId Hall, DepartmentId Department, string Number)
{
    public Scope Scope => new(Hall, Department);

    /// <summary>Null without such a case.</summary>
    public static async Task<CasePlace?> FindAsync(IDbContextFactory<HallDbContext> contexts, CaseId id, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Case>().Where(c => c.Id == id).Select(c => new CasePlace(c.Hall, c.Department, c.Number)).SingleOrDefaultAsync(cancel);
    }
}
