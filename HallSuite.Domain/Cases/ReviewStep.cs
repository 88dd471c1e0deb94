using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <summary>One review step of a case (审查环节). Only its case moves it; what was said in an earlier round stays in the history.</summary>
public sealed class ReviewStep
{
    public const int OpinionLength = 2000;

    private ReviewStep()
    {
    }

    /// <summary>1, 2, 3 … within the case, as the standard lists them.</summary>
    public int Number { get; private set; }

    /// <summary>The code in the standard.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Steps of one stage run side by side.</summary>
    public int Stage { get; private set; }

    public StepRole Role { get; private set; }

    /// <summary>Who reviews; the department of the case where the standard names none.</summary>
    public DepartmentId Department { get; private set; }

    /// <summary>Null for none of its own.</summary>
    public int? LimitDays { get; private set; }

    public Calendar.LimitUnit? LimitUnit { get; private set; }

    /// <summary>Two officers go and look before it can be passed.</summary>
    public bool OnSite { get; private set; }

    public StepState State { get; private set; }

    /// <summary>Who is in charge; null while nobody took it.</summary>
    public StaffId? Reviewer { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public DateTimeOffset? PassedAt { get; private set; }

    /// <summary>What the reviewer thinks of the application; null until passed.</summary>
    public bool? Agrees { get; private set; }

    public string Opinion { get; private set; } = "";

    /// <summary>How often it was sent back.</summary>
    public int Returns { get; private set; }

    internal static ReviewStep Of(int number, ReviewStepRule rule, DepartmentId department) => new()
    {
        Number = number,
        Code = rule.Code,
        Name = rule.Name,
        Stage = rule.Stage,
        Role = rule.Role,
        Department = rule.Department ?? department,
        LimitDays = rule.Limit?.Days,
        LimitUnit = rule.Limit?.Unit,
        OnSite = rule.OnSite,
    };

    internal Calendar.Limit? Limit => LimitDays is { } days && LimitUnit is { } unit ? new Calendar.Limit(days, unit) : null;

    internal void Open(DateTimeOffset now) => (State, OpenedAt) = (StepState.Open, now);

    internal void Assign(StaffId reviewer) => Reviewer = reviewer;

    internal void Pass(StaffId reviewer, bool agrees, string opinion, DateTimeOffset now) =>
        (State, Reviewer, Agrees, Opinion, PassedAt) = (StepState.Passed, reviewer, agrees, opinion, now);

    /// <summary>Sends a passed step back to whoever reviewed it.</summary>
    internal void Return(DateTimeOffset now)
    {
        (State, OpenedAt, PassedAt, Agrees, Opinion) = (StepState.Open, now, null, null, "");
        Returns++;
    }

    /// <summary>Waits again, because a step of an earlier stage was sent back.</summary>
    internal void Wait() => (State, OpenedAt, PassedAt, Agrees, Opinion) = (StepState.Waiting, null, null, null, "");

    internal void Drop() => State = StepState.Dropped;
}
