using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Evaluation;

/// <summary>How many ratings there are of each grade.</summary>
public readonly record struct RatingCounts(int VerySatisfied, int Satisfied, int FairlySatisfied, int Dissatisfied, int VeryDissatisfied)
{
    public static RatingCounts None => default;

    public int Total => VerySatisfied + Satisfied + FairlySatisfied + Dissatisfied + VeryDissatisfied;

    /// <summary>The satisfaction rate, 0 to 1: the share of the upper three grades. Null without a rating.</summary>
    public double? Share => Total == 0 ? null : (double)(VerySatisfied + Satisfied + FairlySatisfied) / Total;

    /// <summary>The average of the points, 1 to 5. Null without a rating.</summary>
    public double? Average
    {
        get
        {
            var counts = this;
            return Total == 0 ? null : (double)Enum.GetValues<Grade>().Sum(g => Grades.PointsOf(g) * counts.Of(g)) / Total;
        }
    }

    /// <summary>One rating.</summary>
    public static RatingCounts One(Grade grade) => grade switch
    {
        Grade.VerySatisfied => None with { VerySatisfied = 1 },
        Grade.Satisfied => None with { Satisfied = 1 },
        Grade.FairlySatisfied => None with { FairlySatisfied = 1 },
        Grade.Dissatisfied => None with { Dissatisfied = 1 },
        Grade.VeryDissatisfied => None with { VeryDissatisfied = 1 },
    };

    /// <summary>How many of this grade.</summary>
    public int Of(Grade grade) => grade switch
    {
        Grade.VerySatisfied => VerySatisfied,
        Grade.Satisfied => Satisfied,
        Grade.FairlySatisfied => FairlySatisfied,
        Grade.Dissatisfied => Dissatisfied,
        Grade.VeryDissatisfied => VeryDissatisfied,
    };

    public static RatingCounts operator +(RatingCounts one, RatingCounts other) => new(
        one.VerySatisfied + other.VerySatisfied, one.Satisfied + other.Satisfied, one.FairlySatisfied + other.FairlySatisfied,
        one.Dissatisfied + other.Dissatisfied, one.VeryDissatisfied + other.VeryDissatisfied);
}

/// <summary>The ratings of one window on one service day, counted in the transaction of each rating.</summary>
public sealed class DailyRatings : IVersioned
{
    private DailyRatings()
    {
    }

    public HallId Hall { get; private set; }

    /// <summary>The service day.</summary>
    public DateOnly Day { get; private set; }

    public WindowId Window { get; private set; }

    public int VerySatisfied { get; private set; }

    public int Satisfied { get; private set; }

    public int FairlySatisfied { get; private set; }

    public int Dissatisfied { get; private set; }

    public int VeryDissatisfied { get; private set; }

    public long Version { get; private set; }

    public RatingCounts Counts => new(VerySatisfied, Satisfied, FairlySatisfied, Dissatisfied, VeryDissatisfied);

    public static DailyRatings Begin(HallId hall, DateOnly day, WindowId window) => new() { Hall = hall, Day = day, Window = window };

    public void Count(Grade grade) => Take(Counts + RatingCounts.One(grade));

    /// <summary>Takes over what a recount says and answers the grades whose number differed; nothing differs unless something went wrong.</summary>
    public IReadOnlyList<Grade> Correct(RatingCounts counted)
    {
        var was = Counts;
        Take(counted);
        return [.. Enum.GetValues<Grade>().Where(g => was.Of(g) != counted.Of(g))];
    }

    private void Take(RatingCounts counts) => (VerySatisfied, Satisfied, FairlySatisfied, Dissatisfied, VeryDissatisfied) =
        (counts.VerySatisfied, counts.Satisfied, counts.FairlySatisfied, counts.Dissatisfied, counts.VeryDissatisfied);
}
