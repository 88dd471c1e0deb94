using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Reads the numbers of cases by which a hall works.</summary>
public sealed class CasePolicyQueries(IDbContextFactory<HallDbContext> contexts, Access access)
{
    /// <summary>Needs <see cref="Permission.ManageHalls"/> in the hall.</summary>
    public Task<Result<CasePolicy>> ReadAsync(Actor actor, HallId hall, CancellationToken cancel) =>
        HallPolicies.ReadAsync<CasePolicyRow, CasePolicy>(contexts, access, actor, hall, cancel);
}
