namespace HallSuite.Domain.Documents;

/// <summary>What the kinds of documents are called on paper. Papers are Chinese whatever language the reader's pages have.</summary>
public static class DocumentWords
{
    /// <summary>The title that is printed.</summary>
    public static string TitleOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Receipt => "收件回执",
        DocumentKind.Acceptance => "受理通知书",
        DocumentKind.Supplement => "补正材料一次性告知书",
        DocumentKind.NonAcceptance => "不予受理通知书",
        DocumentKind.Extension => "延期通知书",
        DocumentKind.SpecialProcedure => "特别程序告知书",
        DocumentKind.Approval => "准予行政许可决定书",
        DocumentKind.Refusal => "不予行政许可决定书",
        DocumentKind.Termination => "终止办理通知书",
        DocumentKind.DeliveryReceipt => "送达回证",
        DocumentKind.PickupSlip => "取件回执",
        DocumentKind.UrgingSlip => "催办单",
        DocumentKind.SupervisionLetter => "督办函",
        DocumentKind.Certificate => "证照",
        DocumentKind.MatterNotice => "行政审批事项告知单",
        DocumentKind.QueueTicket => "号票",
        DocumentKind.TableReport => "报表",
    };

    /// <summary>The kind's part of the code word (受 in 青澜卫许受〔2026〕31号); null for papers that are never numbered.</summary>
    public static string? KindWordOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Receipt => "收",
        DocumentKind.Acceptance => "受",
        DocumentKind.Supplement => "补",
        DocumentKind.NonAcceptance => "不受",
        DocumentKind.Extension => "延",
        DocumentKind.SpecialProcedure => "特",
        DocumentKind.Approval => "准",
        DocumentKind.Refusal => "驳",
        DocumentKind.Termination => "终",
        DocumentKind.DeliveryReceipt => "送",
        DocumentKind.PickupSlip => "取",
        DocumentKind.UrgingSlip => "催",
        DocumentKind.SupervisionLetter => "督",
        DocumentKind.Certificate => "证",
        DocumentKind.MatterNotice or DocumentKind.QueueTicket or DocumentKind.TableReport => null,
    };
}
