using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Matters;

/// <summary>Which matters to list; null and empty list all that are in use.</summary>
/// <param name="Search">Words, each a part of the name, of the code or of the department's name; all must be found. Signs of a pattern are plain signs.</param>
/// <param name="Department">The code or the name of a department.</param>
public sealed record MatterFilter(string? Search = null, string? Department = null, bool WithInactive = false);

/// <summary>A department as a list of matters names it.</summary>
public sealed record MatterDepartment(DepartmentId Id, string Code, string Name, string NameEn);

/// <summary>Finds matters by what people type. One walk over the names; it grows with the catalogue, not with its history.</summary>
internal static class MatterFinder
{
    public static Task<List<MatterDepartment>> DepartmentsAsync(HallDbContext db, CancellationToken cancel) =>
        db.Set<Department>().AsNoTracking().OrderBy(d => d.Code).Select(d => new MatterDepartment(d.Id, d.Code, d.Name, d.NameEn)).ToListAsync(cancel);

    /// <param name="departments">All of them: they are few, and their names are searched here and not once for each matter.</param>
    public static IQueryable<Matter> Find(HallDbContext db, MatterFilter filter, IReadOnlyList<MatterDepartment> departments)
    {
        var matters = db.Set<Matter>().AsNoTracking();
        matters = filter.WithInactive ? matters : matters.Where(m => m.Active);
        if (filter.Department?.Trim() is { Length: > 0 } wanted)
        {
            var (code, name) = (wanted, DepartmentNames.KeyOf(wanted));
            var chosen = departments.Where(d => d.Code == code || DepartmentNames.KeyOf(d.Name) == name).Select(d => d.Id).ToList();
            matters = matters.Where(m => chosen.Contains(m.Department));
        }

        foreach (var word in MatterSearch.WordsOf(filter.Search))
        {
            var named = departments.Where(d => DepartmentNames.KeyOf(d.Name).Contains(word, StringComparison.Ordinal)).Select(d => d.Id).ToList();
            matters = named.Count == 0
                ? matters.Where(m => m.SearchKey.Contains(word))
                : matters.Where(m => m.SearchKey.Contains(word) || named.Contains(m.Department));
        }

        return matters;
    }
}
