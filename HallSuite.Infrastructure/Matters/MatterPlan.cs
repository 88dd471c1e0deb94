using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Matters;

/// <summary>When and with which ids an import happens.</summary>
internal sealed record PlanTime(DateOnly Today, DateTimeOffset Now, Func<Guid> NewId);

/// <summary>
/// What the rows of a file make of the catalogue. It changes the entities it has read: an operation saves them, a preview throws them away, so
/// that both say the same.
/// </summary>
internal sealed class MatterPlan
{
    private const int RowsAtATime = 500;

    private readonly PlanTime time;
    private readonly List<object> added = [];
    private readonly List<RemarkOnRow> remarks = [];
    private readonly List<FaultInRow> faults = [];
    private Dictionary<string, Department> byName = [];
    private Dictionary<string, Department> byCode = [];
    private HashSet<string> words = [];
    private int created, changed, unchanged, departments;

    private MatterPlan(PlanTime time) => this.time = time;

    /// <summary>What is new: departments, matters, versions of standards.</summary>
    public IReadOnlyList<object> Added => added;

    public static async Task<MatterPlan> MakeAsync(HallDbContext db, MatterReading reading, PlanTime time, bool save, ImportProgress? progress, CancellationToken cancel)
    {
        var plan = new MatterPlan(time);
        var tracking = save ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        plan.Know(await db.Set<Department>().AsNoTracking().OrderBy(d => d.Code).ToListAsync(cancel));
        var done = 0;
        foreach (var rows in reading.Rows.Chunk(RowsAtATime))
        {
            var there = await Catalogued.ReadAsync(db, rows, tracking, time.Today, cancel);
            foreach (var row in rows)
            {
                plan.Take(row, there);
            }

            progress?.Set(done += rows.Length, reading.Rows.Count);
        }

        return plan;
    }

    public MatterImport Answer(MatterReading reading) =>
        new(created, changed, unchanged, departments, [.. reading.Remarks.Concat(remarks).OrderBy(r => r.Line)], [.. reading.Faults, .. faults]);

    private void Know(List<Department> there)
    {
        byName = there.GroupBy(d => DepartmentNames.KeyOf(d.Name)).ToDictionary(same => same.Key, same => same.First());
        byCode = there.ToDictionary(d => d.Code);
        words = [.. there.Select(d => d.DocumentWord).OfType<string>()];
    }

    private void Take(MatterRow row, Catalogued there)
    {
        var refusal = there.Matters.TryGetValue(row.Code.Text, out var matter) ? Change(row, matter, there) : Create(row);
        if (refusal is not null)
        {
            faults.Add(new FaultInRow(row.Line, refusal));
        }
    }

    private Error? Create(MatterRow row)
    {
        if (!Matter.Create(new MatterId(time.NewId()), row.Code, row.Kind, DepartmentOf(row), row.Details, codeTaken: false).TryGet(out var matter, out var refusal))
        {
            return refusal;
        }

        created++;
        added.Add(matter);
        return Publish(matter, RowContent.New(row), others: [], number: 1);
    }

    private Error? Change(MatterRow row, Matter matter, Catalogued there)
    {
        if (matter.Kind != row.Kind)
        {
            return MatterErrors.KindFixed(matter.Kind);
        }

        var current = there.Published.GetValueOrDefault(matter.Id);
        var content = current is null ? RowContent.New(row) : RowContent.On(row, current.Content);
        var (sameMatter, sameStandard) = (matter.IsDescribedBy(row.Details), current is not null && ContentText.Write(content) == ContentText.Write(current.Content));
        if (sameMatter && sameStandard)
        {
            unchanged++;
            return null;
        }

        changed++;
        return (sameMatter ? null : matter.Describe(row.Details).Error)
            ?? (sameStandard ? null : Publish(matter, content, [.. there.Ending[matter.Id], .. current is null ? [] : new[] { current }], there.LastNumber.GetValueOrDefault(matter.Id) + 1));
    }

    // A published version never changes: cases are pinned to it. What is different is the next version, from today on.
    private Error? Publish(Matter matter, StandardContent content, IReadOnlyCollection<Standard> others, int number)
    {
        var standard = Standard.Draft(new StandardId(time.NewId()), matter.Id, number, content, time.Now);
        added.Add(standard);
        return standard.Publish(matter.Kind, time.Today, others, time.Today, time.Now).Error;
    }

    private DepartmentId DepartmentOf(MatterRow row)
    {
        var key = DepartmentNames.KeyOf(row.Department);
        if (byName.TryGetValue(key, out var known))
        {
            return known.Id;
        }

        if (byCode.TryGetValue(row.Code.Authority, out var renamed))
        {
            remarks.Add(new RemarkOnRow(row.Line, RowRemark.DepartmentRenamed));
            return renamed.Id;
        }

        // The file has neither an English name nor a code word; the administration can give others than these.
        var department = Department.Create(new DepartmentId(time.NewId()), row.Code.Authority, row.Department, row.Department, codeTaken: false).Value;
        if (DocumentWordProposal.Of(row.Department, words) is { } word && department.UseDocumentWord(word, taken: false).IsOk)
        {
            words.Add(word);
        }

        departments++;
        added.Add(department);
        (byName[key], byCode[department.Code]) = (department, department);
        return department.Id;
    }
}
