using HallSuite.Domain.Calendar;

namespace HallSuite.Domain.Matters;

/// <summary>The limits of the Administrative Licensing Law. They are the law's and no hall can set them; days are working days (Art. 82).</summary>
public static class LegalLimits
{
    /// <summary>To accept or to ask once for everything that is missing (Art. 32 item 4).</summary>
    public static Limit Acceptance { get; } = new(5, LimitUnit.WorkingDays);

    /// <summary>To hand the result out after the approval (Art. 44).</summary>
    public static Limit Issue { get; } = new(10, LimitUnit.WorkingDays);

    /// <summary>To decide, from acceptance on (Art. 42).</summary>
    public static Limit Decision(Handling handling) => handling switch
    {
        Handling.Single => new(20, LimitUnit.WorkingDays),
        Handling.Joint => new(45, LimitUnit.WorkingDays),
    };

    /// <summary>Days by which the decision can be extended, once (Art. 42).</summary>
    public static int LongestExtension(Handling handling) => handling switch
    {
        Handling.Single => 10,
        Handling.Joint => 15,
    };
}
