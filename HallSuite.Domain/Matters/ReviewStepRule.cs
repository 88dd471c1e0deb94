using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Matters;

/// <summary>One review step of a standard. Steps of one stage run side by side; a stage opens when the one before it is passed.</summary>
/// <param name="Code">Short, unique in the standard.</param>
/// <param name="Stage">1 for the first.</param>
/// <param name="Limit">Null for none of its own; the decision's limit holds all the same.</param>
/// <param name="Department">Who reviews; null for the department of the matter.</param>
/// <param name="OnSite">Whether two officers go and look (ALL Art. 34) before the step can be passed.</param>
public sealed record ReviewStepRule(
    string Code, string Name, int Stage, Limit? Limit = null, StepRole Role = StepRole.Reviewer, DepartmentId? Department = null, bool OnSite = false)
{
    public const int CodeLength = 20;
    public const int NameLength = 100;
    public const int MostStages = 20;
}
