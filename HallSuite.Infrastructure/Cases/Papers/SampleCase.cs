using HallSuite.Domain.Calendar;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>The invented case on the samples.</summary>
internal static class SampleCase
{
    public const string Organ = "青澜市卫生健康委员会";

    public static CaseHead Head { get; } = new(
        "QINGLAN2026092100031", "公共场所卫生许可（新办）", true, "青澜市听涛宾馆有限公司", false, "913702**********2K", new(2026, 9, 21),
        "青澜市政务服务中心二楼综合窗口，电话 0532-5550-1234");

    public static Remedies Remedies { get; } = new("青澜市人民政府", "青澜市海东区人民法院");

    public static PaperLimit Statutory { get; } = new(Limit.WorkingDays(20), new(2026, 10, 30), false);

    public static PaperLimit Committed { get; } = new(Limit.WorkingDays(5), new(2026, 10, 10), false);
}
