using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>送达回证: what was served on whom and how; the receiver signs, and it goes to the file.</summary>
/// <param name="Served">The documents with their numbers.</param>
/// <param name="Address">Where it was served.</param>
public sealed record DeliveryReceipt(string Organ, CaseHead Case, IReadOnlyList<string> Served, DeliveryWay Way, string Address, string ServedBy) : PaperModel;

internal sealed class DeliveryReceiptForm() : OfficialForm<DeliveryReceipt>(DocumentKind.DeliveryReceipt)
{
    public override PaperModel Sample => new DeliveryReceipt(
        SampleCase.Organ, SampleCase.Head, ["准予行政许可决定书（青澜卫许准〔2026〕31号）", "公共场所卫生许可证（青澜卫许证〔2026〕31号）"], DeliveryWay.PickUp,
        "青澜市政务服务中心二楼出件窗口", "林晓");

    public override DateOnly SampleDay => new(2026, 10, 12);

    protected override OfficialPaper Write(DeliveryReceipt model) => new(model.Organ, Title)
    {
        IsLetter = false,
        Parts =
        [
            new PaperFacts(
            [
                new("案由", $"{model.Case.Matter}（{model.Case.Number}）", Wide: true), new("受送达人", model.Case.Applicant, Wide: true),
                new("送达文书", string.Join('\n', model.Served), Wide: true), new("送达方式", Of(model.Way)), new("送达人", model.ServedBy),
                new("送达地点", model.Address, Wide: true), new("收件人签名", "", Wide: true, Lines: 3), new("与受送达人关系", "", Lines: 2), new("收件日期", "        年    月    日", Lines: 2),
                new("代收或者拒收事由", "", Wide: true, Lines: 3), new("见证人", "", Lines: 2), new("备注", "", Lines: 2),
            ]),
            new PaperText("说明：由他人代收的，代收人应当注明与受送达人的关系并签名；受送达人拒绝签收的，送达人应当记明事由和日期，由见证人签名。"),
        ],
    };

    private static string Of(DeliveryWay way) => way switch
    {
        DeliveryWay.PickUp => "直接送达（窗口领取）",
        DeliveryWay.Courier => "邮寄送达",
    };
}
