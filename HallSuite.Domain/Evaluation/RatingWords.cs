namespace HallSuite.Domain.Evaluation;

/// <summary>What was wrong, in one touch; somebody who wants to say more writes a comment.</summary>
public enum RatingReason
{
    /// <summary>等候时间太长</summary>
    LongWait,

    /// <summary>办理速度太慢</summary>
    SlowService,

    /// <summary>服务态度不好</summary>
    Manner,

    /// <summary>没有一次说清楚</summary>
    UnclearAdvice,

    /// <summary>要了清单以外的材料</summary>
    ExtraMaterials,

    /// <summary>来回跑了几趟</summary>
    SeveralTrips,

    /// <summary>其他原因</summary>
    Other,
}

/// <summary>How a rating came in.</summary>
public enum RatingChannel
{
    /// <summary>评价器: the tablet at the window.</summary>
    Evaluator,

    /// <summary>The visitor's own page of the ticket.</summary>
    TicketPage,
}

/// <summary>What the visitor says.</summary>
/// <param name="Reason">Null for a good grade, or where the comment says it.</param>
/// <param name="Comment">As typed; null or empty for none.</param>
public sealed record RatingAnswer(Grade Grade, RatingReason? Reason = null, string? Comment = null)
{
    /// <summary>Without the comment: an answer ends in a log sooner or later.</summary>
    public override string ToString() => $"{Grade} {Reason}".TrimEnd();
}
