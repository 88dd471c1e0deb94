using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// A set of cases as questions that an index answers each: their own department's, and those elsewhere in which a step is theirs. In one question with an "or"
/// every open case of the hall would be looked at. No case is in two of them.
/// </summary>
internal sealed class CaseSides(params IReadOnlyList<IQueryable<Case>> sides)
{
    /// <summary>The cases with these ids, however many.</summary>
    public static CaseSides ById(IQueryable<Case> all, IReadOnlyList<CaseId> ids) => new(Among(all, ids));

    /// <summary>One parameter for all ids: with one each, the statement would be written anew for each list.</summary>
    public static IQueryable<Case> Among(IQueryable<Case> all, IReadOnlyList<CaseId> ids) => all.Where(c => EF.Parameter(ids).Contains(c.Id));

    public CaseSides With(Func<IQueryable<Case>, IQueryable<Case>> filter) => new([.. sides.Select(filter)]);

    public async Task<int> CountAsync(CancellationToken cancel)
    {
        var count = 0;
        foreach (var side in sides)
        {
            count += await side.CountAsync(cancel);
        }

        return count;
    }

    /// <summary>What is read of each case of all sides together.</summary>
    public async Task<List<T>> ReadAsync<T>(Func<IQueryable<Case>, IQueryable<T>> pick, CancellationToken cancel)
    {
        var read = new List<T>();
        foreach (var side in sides)
        {
            read.AddRange(await pick(side).ToListAsync(cancel));
        }

        return read;
    }

    public async Task<IReadOnlySet<CaseId>> IdsAsync(CancellationToken cancel) => (await ReadAsync(side => side.Select(c => c.Id), cancel)).ToHashSet();
}
