namespace HallSuite.Domain.Matters;

/// <summary>What an approved case hands out, and for how long it is valid.</summary>
/// <param name="Name">The name on the certificate; empty where there is none.</param>
/// <param name="ValidMonths">Null for valid without end.</param>
public sealed record ResultRule(ResultKind Kind, string Name, int? ValidMonths)
{
    public const int NameLength = 100;
    public const int MostMonths = 1200;

    /// <summary>The decision itself is all.</summary>
    public static ResultRule Nothing { get; } = new(ResultKind.None, "", null);

    public bool HasCertificate => Kind != ResultKind.None;

    /// <summary>
    /// The last day of validity of a certificate whose first day is <paramref name="from"/>; null for no end. The period ends with the day before
    /// the same day of the last month, or with that month where it has no such day (Civil Code Art. 202, the first day being the day before).
    /// </summary>
    public DateOnly? ValidUntil(DateOnly from)
    {
        if (ValidMonths is not { } months)
            return null;
        var same = from.AddMonths(months);
        return same.Day == from.Day ? same.AddDays(-1) : same;
    }
}

/// <summary>What it costs. A licence is free unless a law or administrative regulation says otherwise (ALL Art. 58).</summary>
/// <param name="Basis">The law that allows the fee; required where one is charged.</param>
public sealed record FeeRule(bool Charged, string Basis, string Note)
{
    public const int TextLength = 500;

    public static FeeRule Free { get; } = new(false, "", "");
}
