using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Matters;

/// <summary>行政审批事项告知单: conditions, materials, steps, limits, fees and place of one matter at a glance, as its published standard says them.</summary>
/// <param name="Organ">Who decides.</param>
/// <param name="Code">The implementation code.</param>
/// <param name="Statutory">As 二十个工作日; empty for a matter without a statutory limit.</param>
/// <param name="Committed">Empty for none.</param>
/// <param name="Result">What is handed out; empty where the decision itself is all.</param>
/// <param name="Fee">As 不收费, or the fee and the law that allows it.</param>
/// <param name="Place">Where and when it is done.</param>
public sealed record MatterNotice(
    string Organ, string Name, string Code, string Serves, string Conditions, string Basis, IReadOnlyList<NoticeMaterial> Materials, IReadOnlyList<string> Steps,
    string Statutory, string Committed, string Result, string Fee, string Visits, string Place, string Hotline) : PaperModel;

/// <summary>A material that is asked for.</summary>
/// <param name="Form">As 原件 1 份.</param>
/// <param name="Remark">When it is needed, and what it must have.</param>
public sealed record NoticeMaterial(string Name, string Form, string Remark);

internal sealed class MatterNoticeForm() : OfficialForm<MatterNotice>(DocumentKind.MatterNotice)
{
    public override PaperModel Sample => new MatterNotice(
        "青澜市卫生健康委员会", "公共场所卫生许可（新办）", "11370200MB2850001C4370123010000", "企业法人、非法人企业、自然人",
        "1. 经营场所的选址、设计符合国家卫生标准和要求；\n2. 设有与经营项目相适应的清洗消毒、通风设施；\n3. 从业人员取得有效健康合格证明。", "《公共场所卫生管理条例》第四条",
        [
            new("公共场所卫生许可证申请表", "原件 1 份", "签字或者盖章"), new("营业执照", "原件核对，复印件 1 份", "可以免交，由系统核验"),
            new("公共场所地址方位示意图、平面图和卫生设施平面布局图", "复印件 2 份", "注明各功能间面积"), new("公共场所卫生检测或者评价报告", "原件 1 份", "一年以内出具"),
            new("授权委托书", "原件 1 份", "委托他人办理时提交"),
        ],
        ["收件", "受理", "审查（两名工作人员现场核查）", "决定", "颁发送达"], "二十个工作日", "五个工作日", "公共场所卫生许可证（有效期四年）", "不收费", "到场 1 次",
        "青澜市政务服务中心二楼综合窗口，周一至周五 9:00–17:00", "0532-5550-1234");

    protected override OfficialPaper Write(MatterNotice model) => new(model.Organ, Title)
    {
        IsLetter = false,
        IsSealed = false,
        Parts =
        [
            new PaperFacts(
            [
                new("事项名称", model.Name, Wide: true), new("事项编码", model.Code, Wide: true), new("服务对象", model.Serves, Wide: true), new("设定依据", model.Basis, Wide: true),
                new("法定时限", OrNone(model.Statutory)), new("承诺时限", OrNone(model.Committed)), new("办理结果", model.Result.Length > 0 ? model.Result : "决定书", Wide: true), new("收费", model.Fee),
                new("到场次数", model.Visits), new("咨询电话", model.Hotline, Wide: true), new("办理地点", model.Place, Wide: true),
            ]),
            new PaperHeading("一、申请条件"),
            new PaperText(model.Conditions),
            new PaperHeading("二、申请材料"),
            new PaperGrid([new("材料名称", 4), new("形式和份数", 2, Centred: true), new("要求", 2)], [.. model.Materials.Select(m => (string[])[m.Name, m.Form, m.Remark])]),
            new PaperHeading("三、办理流程"),
            new PaperText(string.Join(" → ", model.Steps) + "。"),
        ],
    };

    private static string OrNone(string limit) => limit.Length > 0 ? limit : "无";
}
