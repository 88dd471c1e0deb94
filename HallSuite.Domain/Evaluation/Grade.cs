namespace HallSuite.Domain.Evaluation;

/// <summary>The five grades of 好差评, the best first.</summary>
public enum Grade
{
    /// <summary>非常满意</summary>
    VerySatisfied,

    /// <summary>满意</summary>
    Satisfied,

    /// <summary>基本满意</summary>
    FairlySatisfied,

    /// <summary>不满意</summary>
    Dissatisfied,

    /// <summary>非常不满意</summary>
    VeryDissatisfied,
}

/// <summary>What a grade means: whether it says yes, whether it owes a reason, and its points.</summary>
public static class Grades
{
    /// <summary>Whether it counts for the satisfaction rate: the upper three grades do.</summary>
    public static bool IsSatisfied(Grade grade) => grade switch
    {
        Grade.VerySatisfied or Grade.Satisfied or Grade.FairlySatisfied => true,
        Grade.Dissatisfied or Grade.VeryDissatisfied => false,
    };

    /// <summary>Whether the visitor is asked what was wrong, so that somebody can mend it: the two low grades.</summary>
    public static bool OwesReason(Grade grade) => !IsSatisfied(grade);

    /// <summary>5 for the best, 1 for the worst; of these an average is taken.</summary>
    public static int PointsOf(Grade grade) => grade switch
    {
        Grade.VerySatisfied => 5,
        Grade.Satisfied => 4,
        Grade.FairlySatisfied => 3,
        Grade.Dissatisfied => 2,
        Grade.VeryDissatisfied => 1,
    };
}
