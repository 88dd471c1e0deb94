using System.Collections.Frozen;
using System.Globalization;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Spreadsheets;

namespace HallSuite.Infrastructure.Matters;

/// <summary>Reads one row of a file with matters, and collects everything that is wrong with it or odd about it.</summary>
internal sealed class MatterRowReader(SheetRow line, MatterColumns columns)
{
    /// <summary>Between the parts of a cell, as the national catalogues export it.</summary>
    private const char Between = '|';

    private const string ApplicationForm = "申请表";

    private static readonly FrozenDictionary<string, MatterKind> Kinds = new Dictionary<string, MatterKind>
    {
        ["行政许可"] = MatterKind.Licence, ["行政确认"] = MatterKind.Confirmation, ["行政给付"] = MatterKind.Payment, ["行政奖励"] = MatterKind.Reward,
        ["行政裁决"] = MatterKind.Adjudication, ["其他行政权力"] = MatterKind.OtherPower, ["公共服务"] = MatterKind.PublicService,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ApplicantKind> Objects = new Dictionary<string, ApplicantKind>
    {
        ["自然人"] = ApplicantKind.Natural, ["企业法人"] = ApplicantKind.Company, ["事业法人"] = ApplicantKind.PublicInstitution,
        ["社会组织法人"] = ApplicantKind.SocialOrganisation, ["非法人企业"] = ApplicantKind.UnincorporatedBusiness, ["行政机关"] = ApplicantKind.Authority,
        ["其他组织"] = ApplicantKind.OtherOrganisation,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, LimitUnit> Units = new Dictionary<string, LimitUnit>
    {
        ["工作日"] = LimitUnit.WorkingDays, ["自然日"] = LimitUnit.CalendarDays,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, bool> Answers = new Dictionary<string, bool>
    {
        ["是"] = true, ["1"] = true, ["支持"] = true, ["否"] = false, ["0"] = false, ["不支持"] = false, [""] = false,
    }.ToFrozenDictionary();

    private readonly List<Error> faults = [];
    private readonly HashSet<RowRemark> remarks = [];

    public IReadOnlyList<Error> Faults => faults;

    public IReadOnlyCollection<RowRemark> Remarks => remarks;

    /// <summary>The code of the row, where it is one.</summary>
    public MatterCode? Code { get; private set; }

    public void Fault(Error error) => faults.Add(error);

    /// <summary>The row; null when there are faults.</summary>
    public MatterRow? Read()
    {
        Code = MatterCode.Of(Cell(MatterColumns.Code)).TryGet(out var code, out var wrong) ? code : null;
        if (wrong is not null)
        {
            Fault(wrong);
        }

        var kind = Word(MatterColumns.Kind, Cell(MatterColumns.Kind), Kinds);
        var department = ReadDepartment();
        var statutory = ReadLimit(MatterColumns.LegalDays, MatterColumns.LegalUnit);
        var committed = ReadLimit(MatterColumns.PromisedDays, MatterColumns.PromisedUnit);
        var details = ReadDetails();
        if (faults.Count > 0)
        {
            return null;
        }

        var row = new MatterRow(
            line.Line, code!, kind, details, department, statutory, committed, ReadMaterials(), Cell(MatterColumns.Conditions).ReplaceLineEndings("\n"));
        Check(row);
        return faults.Count > 0 ? null : row;
    }

    private MatterDetails ReadDetails()
    {
        var objects = Parts(MatterColumns.Objects).Select(o => Word(MatterColumns.Objects, o, Objects)).ToList();
        var visits = Cell(MatterColumns.Visits) is { Length: > 0 } text ? Number(MatterColumns.Visits, text) ?? 0 : 0;
        return new MatterDetails(
            Cell(MatterColumns.Name), string.Join('、', Parts(MatterColumns.Theme)), objects, visits,
            Word(MatterColumns.Online, Cell(MatterColumns.Online), Answers), Word(MatterColumns.Booking, Cell(MatterColumns.Booking), Answers),
            Word(MatterColumns.Courier, Cell(MatterColumns.Courier), Answers));
    }

    private string ReadDepartment()
    {
        var raw = line.Cells.ElementAtOrDefault(columns.At[MatterColumns.Department]) ?? "";
        var name = DepartmentNames.Tidy(raw);
        if (name.Length == 0)
        {
            Fault(MatterFileErrors.ValueMissing(MatterColumns.Department));
        }
        else if (!Department.Create(default, "tried", name, name, codeTaken: false).IsOk)
        {
            Fault(MatterFileErrors.DepartmentInvalid(Department.NameLength));
        }

        Remark(RowRemark.DepartmentBlanks, name != raw);
        return name;
    }

    private Limit? ReadLimit(string daysColumn, string unitColumn)
    {
        var (days, unit) = (Cell(daysColumn), Cell(unitColumn));
        if (days.Length == 0)
        {
            return null;
        }

        if (unit.Length == 0)
        {
            Fault(MatterFileErrors.ValueMissing(unitColumn));
            return null;
        }

        var before = faults.Count;
        var (number, counted) = (Number(daysColumn, days), Word(unitColumn, unit, Units));
        if (faults.Count > before || number is not { } whole)
        {
            return null;
        }

        if (Limit.Read(whole, counted).TryGet(out var limit, out var wrong))
        {
            return limit;
        }

        Fault(wrong);
        return null;
    }

    // The national catalogues write the word for none where there is no list.
    private List<string> ReadMaterials()
    {
        var named = Parts(MatterColumns.Materials).Where(m => m != "无").Distinct().ToList();
        Remark(RowRemark.NoMaterial, named.Count == 0);
        return named.Count > 0 ? named : [ApplicationForm];
    }

    private void Check(MatterRow row)
    {
        if (Matter.Create(default, row.Code, row.Kind, default, row.Details, codeTaken: false).Error is { } unfit)
        {
            Fault(unfit);
        }

        if (RowContent.New(row).Check(row.Kind).Error is { } unsound)
        {
            Fault(unsound);
        }

        Remark(RowRemark.AuthorityUnsound, !row.Code.AuthorityIsSound);
        Remark(RowRemark.NoStatutoryLimit, row.Statutory is null);
        Remark(RowRemark.CalendarDays, row.Statutory?.Unit is LimitUnit.CalendarDays);
        Remark(RowRemark.UnitsMixed, row is { Statutory: { } law, Committed: { } promise } && law.Unit != promise.Unit);
    }

    private string Cell(string column) => line[columns.At[column]];

    private string[] Parts(string column) => Cell(column).Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private T? Word<T>(string column, string word, FrozenDictionary<string, T> known)
    {
        if (known.TryGetValue(word, out var value))
        {
            return value;
        }

        Fault(word.Length == 0 ? MatterFileErrors.ValueMissing(column) : MatterFileErrors.ValueUnknown(column, Short(word)));
        return default;
    }

    private int? Number(string column, string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(MatterFileErrors.NumberInvalid(column, Short(text)));
        return null;
    }

    private void Remark(RowRemark remark, bool holds)
    {
        if (holds)
        {
            remarks.Add(remark);
        }
    }

    private static string Short(string text) => text.Length > 40 ? $"{text[..40]}…" : text;
}
