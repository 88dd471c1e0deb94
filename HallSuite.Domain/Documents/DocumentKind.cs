namespace HallSuite.Domain.Documents;

/// <summary>The papers of a hall (DOMAIN §5).</summary>
public enum DocumentKind
{
    /// <summary>收件回执: what was handed in.</summary>
    Receipt,

    /// <summary>受理通知书.</summary>
    Acceptance,

    /// <summary>补正材料一次性告知书.</summary>
    Supplement,

    /// <summary>不予受理通知书.</summary>
    NonAcceptance,

    /// <summary>延期通知书.</summary>
    Extension,

    /// <summary>特别程序告知书.</summary>
    SpecialProcedure,

    /// <summary>准予行政许可决定书.</summary>
    Approval,

    /// <summary>不予行政许可决定书.</summary>
    Refusal,

    /// <summary>终止办理通知书.</summary>
    Termination,

    /// <summary>送达回证.</summary>
    DeliveryReceipt,

    /// <summary>取件回执.</summary>
    PickupSlip,

    /// <summary>催办单.</summary>
    UrgingSlip,

    /// <summary>督办函.</summary>
    SupervisionLetter,

    /// <summary>证照: licences, permits, approvals.</summary>
    Certificate,

    /// <summary>行政审批事项告知单: one page on a matter; never numbered.</summary>
    MatterNotice,

    /// <summary>号票, 80 mm; its number is the ticket's.</summary>
    QueueTicket,

    /// <summary>报表; never numbered.</summary>
    TableReport,
}
