using HallSuite.Domain.Documents;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>收件回执: what the hall has taken in, for the applicant to take along (DOMAIN §3, rule 1).</summary>
/// <param name="Organ">The hall that received.</param>
/// <param name="Authority">Who decides.</param>
/// <param name="Window">Where it was taken in.</param>
/// <param name="Clerk">Who took it in.</param>
/// <param name="QueryKey">With which progress is looked up.</param>
/// <param name="AnswerBy">The last of the five working days; null where the law sets none.</param>
/// <param name="ProgressUrl">The address of the applicant's page with the key in it, for a QR code; null where nobody has said where the site is.</param>
public sealed record ReceiptSlip(
    string Organ, CaseHead Case, string Authority, string Window, string Clerk, string QueryKey, DateOnly? AnswerBy, IReadOnlyList<ReceivedMaterial> Materials,
    string? ProgressUrl = null) : PaperModel;

/// <summary>A material that was handed in.</summary>
/// <param name="Remark">What the clerk noted; empty for nothing.</param>
public sealed record ReceivedMaterial(string Name, MaterialForm Form, int Copies, string Remark = "");

internal sealed class ReceiptSlipForm() : OfficialForm<ReceiptSlip>(DocumentKind.Receipt)
{
    public override PaperModel Sample => new ReceiptSlip(
        "青澜市政务服务中心", SampleCase.Head, SampleCase.Organ, "二楼 7 号综合窗口", "王海宁", "K7Q2-9F4M", new(2026, 9, 29),
        [
            new("公共场所卫生许可证申请表", MaterialForm.Original, 1), new("营业执照", MaterialForm.OriginalAndCopy, 1, "原件核对后退还"),
            new("公共场所地址方位示意图、平面图和卫生设施平面布局图", MaterialForm.Copy, 2), new("公共场所卫生检测或者评价报告", MaterialForm.Electronic, 1),
        ]);

    public override DateOnly SampleDay => new(2026, 9, 21);

    protected override OfficialPaper Write(ReceiptSlip model) => new(model.Organ, Title)
    {
        IsLetter = false,
        Code = model.ProgressUrl is { } address ? new PaperCode(address, "扫码查办理进度") : null,
        Note = model.Case.Ask(),
        Parts =
        [
            new PaperFacts([.. model.Case.Facts(), new("收件窗口", model.Window), new("收件人", model.Clerk), new("审批部门", model.Authority), new("查询密码", model.QueryKey)]),
            new PaperHeading("一、收到的材料"),
            new PaperGrid(
                [new("材料名称", 5), new("形式", 2, Centred: true), new("份数", 1, Centred: true), new("备注", 2)],
                [.. model.Materials.Select(m => (string[])[m.Name, MaterialWords.Of(m.Form), PaperWords.Index(m.Copies - 1), m.Remark])]),
            new PaperHeading("二、说明"),
            new PaperText(Notes(model)),
        ],
    };

    private static string Notes(ReceiptSlip model)
    {
        const string Only = "1. 本回执只证明收到上述材料，不表示申请已被受理。\n";
        var answer = model.AnswerBy is not { } by ? ""
            : model.Case.Licence
                ? $"2. 材料不齐全或者不符合法定形式的，将在{PaperWords.Day(by)}前一次告知需要补正的全部内容；逾期不告知的，自收到材料之日起即为受理（{CaseSentences.LicensingLaw}第三十二条第一款第四项）。\n"
                : $"2. 是否受理将在{PaperWords.Day(by)}前答复；需要补正材料的，一次告知全部内容。\n";
        return $"{Only}{answer}{(answer.Length > 0 ? 3 : 2)}. 凭办件编号和查询密码可以查询办理进度。";
    }
}
