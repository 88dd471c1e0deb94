namespace HallSuite.Domain.Kernel;

/// <summary>Why someone does what needs a reason; the audit log keeps it.</summary>
public static class Reason
{
    public const int Longest = 500;

    /// <summary>The reason as typed, or <c>reason.required</c> when it is empty, too long or not one line.</summary>
    public static Result<string> Read(string? raw) => OneLine.Read(raw, Longest) is { } clean ? clean : WorkErrors.ReasonRequired;
}
