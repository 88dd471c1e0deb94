namespace HallSuite.Domain.Evaluation;

/// <summary>When a service can be rated, and how long the evaluator asks. **Policy**: the numbers that all halls start with.</summary>
public static class RatingPolicy
{
    /// <summary>How many local days after its service day a service can still be rated; 0 is until 24:00 of the service day.</summary>
    public const int DaysAfterService = 0;

    /// <summary>How long the evaluator goes on asking after a service was finished, unless the next number is called before.</summary>
    public static readonly TimeSpan AskAfterService = TimeSpan.FromMinutes(3);

    /// <summary>How long the evaluator says thank you.</summary>
    public static readonly TimeSpan ThankFor = TimeSpan.FromSeconds(8);

    /// <summary>Whether a service of this day can still be rated. An opening that passes midnight is rated until its day is over for good.</summary>
    /// <param name="today">The local date.</param>
    /// <param name="lastDayOver">The last service day of the hall that is over for good.</param>
    public static bool IsOpen(DateOnly serviceDay, DateOnly today, DateOnly lastDayOver) =>
        today <= serviceDay.AddDays(DaysAfterService) || lastDayOver < serviceDay;
}
