using HallSuite.Domain.Hall;

namespace HallSuite.Infrastructure.Demo;

/// <summary>A lane of the demo hall, and the minutes one service takes as a rule.</summary>
internal sealed record DemoLane(string Prefix, string Name, string NameEn, int Minutes);

/// <summary>A window of the demo hall and the lanes it serves, 1 the most preferred.</summary>
internal sealed record DemoWindow(int Number, string Name, WindowKind Kind, params (string Prefix, int Rank)[] Lanes)
{
    /// <summary>Windows 1–12 stand on the first floor, 13–24 on the second.</summary>
    public int Floor => Number <= 12 ? 1 : 2;
}

/// <summary>What stands in the demo hall.</summary>
internal static class DemoPlan
{
    public static IReadOnlyList<DemoLane> Lanes { get; } =
    [
        new("A", "综合受理", "General services", 8),
        new("B", "企业开办", "Business start-up", 10),
        new("C", "社保医保", "Social and medical insurance", 7),
        new("D", "不动产", "Real estate", 15),
        new("E", "公安户政", "Household registration", 6),
        new("F", "工程建设", "Construction projects", 18),
        new("G", "出件领证", "Collection of results", 3),
        new("H", "预约专窗", "Appointments", 8),
    ];

    public static string DeviceNameOf(DeviceKind kind) => kind switch
    {
        DeviceKind.Kiosk => "1 楼取号机",
        DeviceKind.Caller => "呼叫器",
        DeviceKind.Screen => "大厅显示屏",
        DeviceKind.Evaluator => "评价器",
        DeviceKind.Camera => "摄像机",
        DeviceKind.Meter => "噪声仪",
    };

    public static IReadOnlyList<DemoWindow> Windows { get; } =
    [
        new(1, "综合窗口", WindowKind.General, ("A", 1), ("B", 2), ("F", 2), ("G", 3)),
        new(2, "综合窗口", WindowKind.General, ("A", 1), ("B", 2), ("F", 2), ("G", 3)),
        new(3, "社保医保窗口", WindowKind.Department, ("C", 1)),
        new(4, "社保医保窗口", WindowKind.Department, ("C", 1)),
        new(5, "社保医保窗口", WindowKind.Department, ("C", 1), ("A", 2)),
        new(6, "不动产窗口", WindowKind.Department, ("D", 1)),
        new(7, "不动产窗口", WindowKind.Department, ("D", 1)),
        new(8, "不动产窗口", WindowKind.Department, ("D", 1)),
        new(9, "公安户政窗口", WindowKind.Department, ("E", 1)),
        new(10, "综合窗口", WindowKind.General, ("A", 1), ("C", 2), ("E", 2), ("G", 3)),
        new(11, "综合窗口", WindowKind.General, ("A", 1), ("B", 2), ("C", 2), ("D", 2), ("E", 2)),
        new(12, "综合窗口", WindowKind.General, ("H", 1), ("A", 2), ("B", 3), ("F", 3), ("G", 4)),
        new(13, "企业开办窗口", WindowKind.Department, ("B", 1)),
        new(14, "企业开办窗口", WindowKind.Department, ("B", 1)),
        new(15, "企业开办窗口", WindowKind.Department, ("B", 1), ("A", 2)),
        new(16, "工程建设窗口", WindowKind.Department, ("F", 1)),
        new(17, "工程建设窗口", WindowKind.Department, ("F", 1)),
        new(18, "综合窗口", WindowKind.General, ("A", 1), ("B", 1), ("C", 2), ("D", 2), ("E", 2), ("F", 2)),
        new(19, "综合窗口", WindowKind.General, ("A", 1), ("B", 1), ("C", 2), ("D", 2), ("E", 2), ("F", 2)),
        new(20, "综合窗口", WindowKind.General, ("A", 1), ("D", 1), ("F", 2)),
        new(21, "预约专窗", WindowKind.Appointment, ("H", 1), ("A", 2)),
        new(22, "预约专窗", WindowKind.Appointment, ("H", 1), ("B", 2)),
        new(23, "出件窗口", WindowKind.Issuing, ("G", 1)),
        new(24, "快递窗口", WindowKind.Courier, ("G", 1)),
    ];
}
