using HallSuite.Domain.Supervision;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>Reads the numbers of the lights by which a hall works.</summary>
public sealed class CardPolicyQueries(IDbContextFactory<HallDbContext> contexts, Access access)
{
    /// <summary>Needs <see cref="Permission.ManageHalls"/> in the hall.</summary>
    public Task<Result<CardPolicy>> ReadAsync(Actor actor, HallId hall, CancellationToken cancel) =>
        HallPolicies.ReadAsync<CardPolicyRow, CardPolicy>(contexts, access, actor, hall, cancel);
}
