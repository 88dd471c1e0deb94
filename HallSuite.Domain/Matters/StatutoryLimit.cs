using HallSuite.Domain.Calendar;

namespace HallSuite.Domain.Matters;

/// <summary>The statutory limit of a standard: the law's own, one of another rule, or none at all.</summary>
/// <param name="Own">Set exactly when another rule gives the limit.</param>
public sealed record StatutoryLimit(LimitBasis Basis, Limit? Own)
{
    /// <summary>ALL Art. 42: 20 working days, 45 where several authorities work together.</summary>
    public static StatutoryLimit ByLaw { get; } = new(LimitBasis.ByLaw, null);

    /// <summary>713 of 2,262 real matters, all of them no licences.</summary>
    public static StatutoryLimit None { get; } = new(LimitBasis.None, null);

    public static StatutoryLimit Of(Limit limit) => new(LimitBasis.OwnRule, limit);

    /// <summary>The limit that holds; null for none.</summary>
    public Limit? Under(Handling handling) => Basis switch
    {
        LimitBasis.ByLaw => LegalLimits.Decision(handling),
        LimitBasis.OwnRule => Own,
        LimitBasis.None => null,
    };
}
