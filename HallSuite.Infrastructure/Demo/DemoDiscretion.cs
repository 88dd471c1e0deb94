using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Demo;

/// <summary>What a reviewer has to answer in a matter of the demo hall (裁量标准), and which outcomes that leaves.</summary>
internal sealed record DemoDiscretion(IReadOnlyList<Criterion> Criteria, IReadOnlyList<DiscretionRule> Rules)
{
    private static readonly DecisionOutcome[] MustApprove = [DecisionOutcome.Approve];
    private static readonly DecisionOutcome[] MustRefuse = [DecisionOutcome.Refuse];

    public static DemoDiscretion None { get; } = new([], []);

    private static readonly Dictionary<string, DemoDiscretion> ByMatter = new()
    {
        ["公共场所卫生许可"] = new(
            [
                new("C1", "水质和空气质量检测", ["全部合格", "一项不合格", "多项不合格"]),
                new("C2", "浸脚消毒池和洗消间", ["齐全", "不齐全"]),
                new("C3", "更衣、淋浴和通风设施", ["符合要求", "需要整改"]),
            ],
            [
                new("检测多项不合格的，不予许可", [new("C1", "多项不合格")], MustRefuse),
                new("消毒设施不齐全的，不予许可", [new("C2", "不齐全")], MustRefuse),
                new("检测合格且设施齐全、符合要求的，应当准予", [new("C1", "全部合格"), new("C2", "齐全"), new("C3", "符合要求")], MustApprove),
            ]),
        ["食品经营许可（新办）"] = new(
            [
                new("C1", "布局和操作流程", ["生进熟出、单一流向", "有交叉、可以分时", "生熟交叉"]),
                new("C2", "防蝇、防鼠、防尘设施", ["齐全有效", "不齐全"]),
                new("C3", "从业人员健康证明", ["全部持有", "部分持有"]),
            ],
            [
                new("生熟交叉的，不予许可", [new("C1", "生熟交叉")], MustRefuse),
                new("防蝇、防鼠、防尘设施不齐全的，不予许可", [new("C2", "不齐全")], MustRefuse),
                new("流程、设施和人员都符合的，应当准予", [new("C1", "生进熟出、单一流向"), new("C2", "齐全有效"), new("C3", "全部持有")], MustApprove),
            ]),
        ["医疗机构执业登记"] = new(
            [
                new("C1", "房屋、科室设置和设备", ["达到基本标准", "未达到基本标准"]),
                new("C2", "卫生技术人员配备", ["达到基本标准", "未达到基本标准"]),
            ],
            [
                new("房屋、科室或设备未达到基本标准的，不予登记", [new("C1", "未达到基本标准")], MustRefuse),
                new("人员未达到基本标准的，不予登记", [new("C2", "未达到基本标准")], MustRefuse),
            ]),
        ["饮用水供水单位卫生许可"] = new(
            [
                new("C1", "出厂水和末梢水检测", ["全部合格", "不合格"]),
                new("C2", "水源卫生防护", ["符合要求", "需要整改"]),
            ],
            [
                new("水质检测不合格的，不予许可", [new("C1", "不合格")], MustRefuse),
                new("水质合格且水源防护符合要求的，应当准予", [new("C1", "全部合格"), new("C2", "符合要求")], MustApprove),
            ]),
    };

    /// <summary>Of a matter by its name; most have none.</summary>
    public static DemoDiscretion Of(string matter) => ByMatter.GetValueOrDefault(matter, None);
}
