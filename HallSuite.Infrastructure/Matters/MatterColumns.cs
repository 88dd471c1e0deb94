using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Spreadsheets;

namespace HallSuite.Infrastructure.Matters;

/// <summary>The columns of a file with matters, in any order and among any others; each by its English or its Chinese heading.</summary>
internal sealed record MatterColumns(IReadOnlyDictionary<string, int> At)
{
    public const string Code = "impl_code";
    public const string Kind = "task_type";
    public const string Name = "name";
    public const string Department = "dept";
    public const string LegalDays = "legal_days";
    public const string LegalUnit = "legal_unit";
    public const string PromisedDays = "promised_days";
    public const string PromisedUnit = "promised_unit";
    public const string Visits = "visits";
    public const string Online = "online";
    public const string Booking = "online_booking";
    public const string Courier = "courier";
    public const string Theme = "theme";
    public const string Objects = "objects";
    public const string Materials = "materials";
    public const string Conditions = "acceptance";

    private static readonly (string Heading, string Chinese)[] All =
    [
        (Code, "实施编码"), (Kind, "事项类型"), (Name, "事项名称"), (Department, "实施主体"), (LegalDays, "法定办结时限"), (LegalUnit, "法定办结时限单位"),
        (PromisedDays, "承诺办结时限"), (PromisedUnit, "承诺办结时限单位"), (Visits, "到办事现场次数"), (Online, "网上办理"), (Booking, "网上预约"), (Courier, "物流快递"),
        (Theme, "主题分类"), (Objects, "服务对象"), (Materials, "申请材料"), (Conditions, "受理条件"),
    ];

    public static IReadOnlyList<string> Headings { get; } = [.. All.Select(c => c.Heading)];

    /// <summary>The columns, or a fault for each that is missing or twice there.</summary>
    public static (MatterColumns Columns, IReadOnlyList<Error> Faults) Find(SheetContent sheet)
    {
        var at = new Dictionary<string, int>();
        var faults = new List<Error>();
        foreach (var (heading, chinese) in All)
        {
            if (sheet.ColumnOf(heading, chinese).TryGet(out var index, out var fault))
            {
                at[heading] = index;
            }
            else
            {
                faults.Add(fault);
            }
        }

        return (new MatterColumns(at), faults);
    }
}
