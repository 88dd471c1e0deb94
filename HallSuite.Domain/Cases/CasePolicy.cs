using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>The numbers of cases that a hall can set for itself, with the defaults of DOMAIN §3.</summary>
public sealed record CasePolicy : IPolicy<CasePolicy>
{
    public static CasePolicy Default { get; } = new();

    /// <summary>Working days that an applicant has for what the supplement notice asks for. A notice that was given keeps the days that it says.</summary>
    public int SupplementDays { get; init; } = 15;

    public IReadOnlyList<PolicyNumber> Numbers() => [new(nameof(SupplementDays), SupplementDays, 1, 365)];

    public Result Check() => Numbers().FirstAstray() is { } astray ? CaseErrors.PolicyOutOfRange(astray.Name, astray.Least, astray.Most) : Result.Ok;
}
