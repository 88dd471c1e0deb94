using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Spreadsheets;

namespace HallSuite.Infrastructure.Matters;

/// <summary>Reads a file with matters (docs/matters.md): .xlsx, .xls or CSV, one matter a row. It tells every fault, not only the first.</summary>
public static class MatterFile
{
    /// <summary>Faults beyond these are not collected: by then it is another file that was meant.</summary>
    public const int MostFaults = 1000;

    /// <summary>A whole province has a few thousand matters.</summary>
    public static ReadLimits Limits { get; } = new() { MostRows = 50_000 };

    /// <summary>The columns that a file must have; each has a Chinese heading too.</summary>
    public static IReadOnlyList<string> Headings => MatterColumns.Headings;

    public static async Task<MatterReading> ReadAsync(Stream source, CancellationToken cancel) =>
        (await SpreadsheetReader.ReadAsync(source, Limits, cancel)).TryGet(out var sheet, out var broken) ? Read(sheet) : Faulty([new FaultInRow(1, broken)]);

    public static MatterReading Read(SheetContent sheet)
    {
        var (columns, missing) = MatterColumns.Find(sheet);
        if (missing.Count > 0)
        {
            return Faulty([.. missing.Select(f => new FaultInRow(1, f))]);
        }

        if (sheet.Rows.Count == 0)
        {
            return Faulty([new FaultInRow(1, MatterFileErrors.NoRows)]);
        }

        var (rows, remarks, faults) = (new List<MatterRow>(), new List<RemarkOnRow>(), new List<FaultInRow>());
        var lineOf = new Dictionary<string, int>();
        foreach (var line in sheet.Rows)
        {
            var reader = new MatterRowReader(line, columns);
            if (reader.Read() is { } row && lineOf.TryAdd(row.Code.Text, row.Line))
            {
                rows.Add(row);
            }
            else if (reader.Code is { } code && lineOf.TryGetValue(code.Text, out var first))
            {
                reader.Fault(MatterFileErrors.CodeTwice(code.Text, first));
            }

            remarks.AddRange(reader.Remarks.Select(r => new RemarkOnRow(line.Line, r)));
            faults.AddRange(reader.Faults.Select(f => new FaultInRow(line.Line, f)));
            if (faults.Count >= MostFaults)
            {
                break;
            }
        }

        remarks.AddRange(SharedNames(rows));
        return faults.Count > 0 ? Faulty([.. faults.Take(MostFaults)]) : new MatterReading(rows, [.. remarks.OrderBy(r => r.Line)], []);
    }

    private static IEnumerable<RemarkOnRow> SharedNames(IEnumerable<MatterRow> rows) =>
        rows.GroupBy(r => r.Details.Name).Where(same => same.Select(r => r.Department).Distinct().Count() > 1)
            .SelectMany(same => same.Select(r => new RemarkOnRow(r.Line, RowRemark.NameShared)));

    private static MatterReading Faulty(IReadOnlyList<FaultInRow> faults) => new([], [], faults);
}
