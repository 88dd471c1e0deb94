using HallSuite.Domain.Evaluation;

namespace HallSuite.Web.Shared.Looks;

/// <summary>Grade of a rating → its face; the same on the evaluator and on the visitor's page. The word beside it is that of <c>Enums.resx</c>.</summary>
public static class GradeLook
{
    private const string Eyes = "M8.6 9.6h.01M15.4 9.6h.01";

    /// <summary>Eyes and mouth on a grid of 24.</summary>
    public static string PathOf(Grade grade) => grade switch
    {
        Grade.VerySatisfied => $"{Eyes}M7.2 13h9.6a4.9 4.9 0 0 1-9.6 0z",
        Grade.Satisfied => $"{Eyes}M7.8 13.8c1 1.9 2.4 2.8 4.2 2.8s3.2-.9 4.2-2.8",
        Grade.FairlySatisfied => $"{Eyes}M8.4 15c1.1.7 2.3 1 3.6 1s2.5-.3 3.6-1",
        Grade.Dissatisfied => $"{Eyes}M8.4 16.6c1-1.2 2.2-1.8 3.6-1.8s2.6.6 3.6 1.8",
        Grade.VeryDissatisfied => $"{Eyes}M7 7.2l2.6 1.2M17 7.2l-2.6 1.2M7.8 17.2c1-2.1 2.4-3.1 4.2-3.1s3.2 1 4.2 3.1",
    };
}
