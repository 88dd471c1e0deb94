using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Matters;

/// <summary>One sound row of a file with matters.</summary>
/// <param name="Line">As the spreadsheet program shows it, from 1.</param>
/// <param name="Department">The name without superfluous blanks.</param>
/// <param name="Statutory">Null for none.</param>
/// <param name="Materials">Names; at least the application form.</param>
public sealed record MatterRow(
    int Line, MatterCode Code, MatterKind Kind, MatterDetails Details, string Department, Limit? Statutory, Limit? Committed, IReadOnlyList<string> Materials,
    string Conditions);

/// <summary>What is odd about a row and was put right, or is only worth a look.</summary>
public enum RowRemark
{
    /// <summary>The matter names no material; its application form was put in.</summary>
    NoMaterial,

    /// <summary>There is no statutory limit.</summary>
    NoStatutoryLimit,

    /// <summary>The statutory limit is in calendar days.</summary>
    CalendarDays,

    /// <summary>The statutory limit and the promised one have different units, so that nobody can say in general which is longer.</summary>
    UnitsMixed,

    /// <summary>Blanks in the name of the department were taken out.</summary>
    DepartmentBlanks,

    /// <summary>Matters of several departments have this name; the code tells them apart.</summary>
    NameShared,

    /// <summary>The credit code in the matter code fails its own check.</summary>
    AuthorityUnsound,

    /// <summary>A department with the credit code is there under another name; the matter is put to it.</summary>
    DepartmentRenamed,
}

/// <summary>A remark on a row.</summary>
public readonly record struct RemarkOnRow(int Line, RowRemark Remark);

/// <summary>Something wrong in a row; in the row of the headings for the file as a whole.</summary>
public readonly record struct FaultInRow(int Line, Error Error);

/// <summary>What a file says: its rows and what is odd about them; or what is wrong with it, and then rows are not to be used.</summary>
public sealed record MatterReading(IReadOnlyList<MatterRow> Rows, IReadOnlyList<RemarkOnRow> Remarks, IReadOnlyList<FaultInRow> Faults);

/// <summary>What an import did, or would do.</summary>
/// <param name="Departments">How many departments it adds.</param>
/// <param name="Faults">Why it cannot be done; then nothing is.</param>
public sealed record MatterImport(
    int Created, int Changed, int Unchanged, int Departments, IReadOnlyList<RemarkOnRow> Remarks, IReadOnlyList<FaultInRow> Faults)
{
    public int Rows => Created + Changed + Unchanged;
}

/// <summary>How far an import is, for whoever waits for it.</summary>
public sealed class ImportProgress
{
    /// <summary>Rows compared with the catalogue so far.</summary>
    public int Done { get; private set; }

    public int Total { get; private set; }

    /// <summary>Called now and then, on whatever thread.</summary>
    public Action? Moved { get; init; }

    internal void Set(int done, int total)
    {
        (Done, Total) = (done, total);
        Moved?.Invoke();
    }
}
