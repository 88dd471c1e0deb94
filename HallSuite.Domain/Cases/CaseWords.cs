namespace HallSuite.Domain.Cases;

/// <summary>The life of a case (DOMAIN §3).</summary>
public enum CaseState
{
    /// <summary>Being filled in; nobody has seen it.</summary>
    Draft,

    /// <summary>预审: sent in from afar, looked through before the papers come.</summary>
    PreReview,

    PreReviewReturned,

    /// <summary>收件: the papers are here, five working days run.</summary>
    Received,

    /// <summary>补正: one notice asked for everything that is missing.</summary>
    SupplementRequested,

    /// <summary>受理.</summary>
    Accepted,

    /// <summary>不予受理.</summary>
    NotAccepted,

    UnderReview,

    /// <summary>A special procedure runs, the limits stand still (ALL Art. 45).</summary>
    Suspended,

    /// <summary>准予.</summary>
    Approved,

    /// <summary>不予.</summary>
    Refused,

    /// <summary>The certificate is made out.</summary>
    Issued,

    /// <summary>The applicant has it; the case is over.</summary>
    Delivered,

    /// <summary>归档: the file is closed, whatever way the case ended.</summary>
    Archived,

    /// <summary>撤回: by the applicant before the decision.</summary>
    Withdrawn,

    /// <summary>终止: there is nothing left to decide.</summary>
    Terminated,
}

/// <summary>What can be done with a case; names the act in a refusal and in the history.</summary>
public enum CaseAct
{
    Open,
    Submit,
    ReturnDraft,
    Receive,
    CorrectMaterials,
    NotAccept,
    RequestSupplement,
    HandInSupplement,
    LapseSupplement,
    Accept,
    AcceptTolerantly,
    DeemAccepted,
    HandInPromised,
    StartReview,
    AssignStep,
    VerifyOnSite,
    PassStep,
    ReturnStep,
    Suspend,
    Resume,
    Extend,
    Approve,
    Refuse,
    Issue,
    NotifyReady,
    Deliver,
    Archive,
    Withdraw,
    Terminate,
    CompleteOnTheSpot,

    /// <summary>The calendar changed and moved a limit.</summary>
    Recalculate,
}

/// <summary>How the application came.</summary>
public enum CaseChannel
{
    Window,
    Online,
    SelfService,
}

/// <summary>What the check of one material found.</summary>
public enum MaterialFinding
{
    /// <summary>Nobody has looked yet.</summary>
    Unchecked,

    Sound,

    /// <summary>Handed in and not in order; the note says what is wrong.</summary>
    Faulty,

    Missing,

    /// <summary>The circumstance in which it is needed does not apply.</summary>
    NotNeeded,
}

/// <summary>Why a case is not accepted (ALL Art. 32 items 1 and 2, Art. 78).</summary>
public enum NotAcceptedGround
{
    /// <summary>The law asks for no licence.</summary>
    NoLicenceNeeded,

    /// <summary>Another authority decides; it is named.</summary>
    WrongAuthority,

    /// <summary>隐瞒有关情况或者提供虚假材料.</summary>
    FalseMaterials,
}

/// <summary>Procedures whose time the law leaves out of the limits (ALL Art. 45).</summary>
public enum SpecialProcedure
{
    /// <summary>听证.</summary>
    Hearing,

    /// <summary>招标.</summary>
    Bidding,

    /// <summary>拍卖.</summary>
    Auction,

    /// <summary>检验.</summary>
    Inspection,

    /// <summary>检测.</summary>
    Testing,

    /// <summary>检疫.</summary>
    Quarantine,

    /// <summary>鉴定.</summary>
    Appraisal,

    /// <summary>专家评审.</summary>
    ExpertReview,
}

/// <summary>Why a case is terminated (DOMAIN §3, rules 2 and 12).</summary>
public enum TerminationGround
{
    /// <summary>What was applied for no longer exists.</summary>
    ObjectLost,

    /// <summary>The applicant has died, lost capacity, or ceased to exist.</summary>
    ApplicantGone,

    /// <summary>What the supplement notice asked for did not come in time.</summary>
    SupplementOverdue,
}

/// <summary>How the result reaches the applicant.</summary>
public enum DeliveryWay
{
    PickUp,
    Courier,
}

/// <summary>What a clock measures.</summary>
public enum ClockKind
{
    /// <summary>Five working days to accept or to ask (ALL Art. 32).</summary>
    Acceptance,

    /// <summary>The applicant's time for what the notice asks for.</summary>
    Supplement,

    /// <summary>The committed limit (承诺时限).</summary>
    Committed,

    /// <summary>The statutory limit of the decision (法定时限).</summary>
    Decision,

    /// <summary>One review step.</summary>
    Step,

    /// <summary>Ten working days to hand out (ALL Art. 44).</summary>
    Issue,
}

/// <summary>The life of a clock.</summary>
public enum ClockState
{
    Running,
    Paused,
    Ended,
}

/// <summary>The life of one review step in a case.</summary>
public enum StepState
{
    /// <summary>The stage before it is not passed.</summary>
    Waiting,

    Open,
    Passed,

    /// <summary>The case ended before it was done.</summary>
    Dropped,
}

/// <summary>Papers that an act owes the applicant (文书, DOMAIN §5).</summary>
public enum NoticeKind
{
    /// <summary>收件回执.</summary>
    Receipt,

    /// <summary>受理通知书.</summary>
    Acceptance,

    /// <summary>不予受理通知书.</summary>
    NonAcceptance,

    /// <summary>补正材料一次性告知书.</summary>
    Supplement,

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

    /// <summary>取件回执.</summary>
    PickUpSlip,

    /// <summary>送达回证.</summary>
    ServiceReceipt,
}
