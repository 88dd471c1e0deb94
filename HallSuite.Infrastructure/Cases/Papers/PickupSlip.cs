using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>取件回执: the result is ready; where to fetch it, what to bring, and the line to sign on when it is handed out (DOMAIN §3, rule 11).</summary>
/// <param name="Results">What is handed out, with numbers.</param>
/// <param name="Place">The window.</param>
/// <param name="Hours">When it is open.</param>
/// <param name="PickupCode">Told at the window.</param>
public sealed record PickupSlip(string Organ, CaseHead Case, IReadOnlyList<string> Results, string Place, string Hours, DateOnly ReadyOn, string PickupCode) : PaperModel;

internal sealed class PickupSlipForm() : OfficialForm<PickupSlip>(DocumentKind.PickupSlip)
{
    public override PaperModel Sample => new PickupSlip(
        "青澜市政务服务中心", SampleCase.Head, ["准予行政许可决定书（青澜卫许准〔2026〕31号）", "公共场所卫生许可证（正本、副本）"], "二楼 20 号出件窗口", "周一至周五 9:00–17:00，周六 9:00–12:00",
        new(2026, 10, 10), "4827");

    public override DateOnly SampleDay => new(2026, 10, 10);

    protected override OfficialPaper Write(PickupSlip model) => new(model.Organ, Title)
    {
        IsLetter = false,
        IsSealed = false,
        Parts =
        [
            new PaperFacts(
            [
                .. model.Case.Facts(), new("领取内容", string.Join('\n', model.Results), Wide: true), new("领取地点", model.Place), new("可领取日期", $"{PaperWords.Day(model.ReadyOn)}起"),
                new("开放时间", model.Hours, Wide: true), new("取件码", model.PickupCode, Wide: true),
            ]),
            new PaperText("领取时请出示申请人有效身份证件；委托他人领取的，请出示委托书和受托人有效身份证件。也可以在窗口办理寄送。"),
            new PaperHeading("领取记录（在窗口填写）"),
            new PaperFacts([new("领取人签名", "", Lines: 2), new("领取日期", "        年    月    日", Lines: 2), new("核验证件", "", Lines: 2), new("经办人", "", Lines: 2)]),
        ],
    };
}
