using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Applicants;

/// <summary>What is doubtful about a credit code. Codes with such a doubt are in official use, so it warns and does not refuse (DOMAIN §7).</summary>
public enum CreditCodeWarning
{
    /// <summary>A letter that the standard leaves out: I, O, S, V or Z. Temporary codes have them.</summary>
    Letters,

    CheckCharacter,
}

/// <summary>
/// The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015). Whoever accepts one with a <see cref="Warning"/> asks for a reason.
/// </summary>
public sealed record CreditCode
{
    public const int Length = 18;

    private CreditCode(string text, CreditCodeWarning? warning) => (Text, Warning) = (text, warning);

    /// <summary>18 digits and capital letters.</summary>
    public string Text { get; }

    /// <summary>What is doubtful; null for a code that the standard allows.</summary>
    public CreditCodeWarning? Warning { get; }

    /// <summary>Reads a code as people type and scanners give it; refused only when it has not 18 digits and letters.</summary>
    public static Result<CreditCode> Of(string? raw)
    {
        var text = TypedText.HalfWidth(raw).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (text.Length != Length || !CheckCharacters.AreDigitsAndLetters(text))
            return ApplicantErrors.CreditCodeInvalid;
        return new CreditCode(text, WarningOf(text));
    }

    public override string ToString() => Text;

    private static CreditCodeWarning? WarningOf(string text) =>
        CheckCharacters.OfCreditCode(text.AsSpan(0, Length - 1)) is not { } check || CheckCharacters.OfCreditCode(text.AsSpan(Length - 1)) is null
            ? CreditCodeWarning.Letters
            : check == text[^1] ? null : CreditCodeWarning.CheckCharacter;
}
