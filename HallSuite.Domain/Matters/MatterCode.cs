using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Matters;

/// <summary>
/// The implementation code of a matter (实施编码, DOMAIN §7): the credit code of the authority, a digit for the level of government, the basic code
/// of the matter and, where one matter is handled in several ways, a suffix. The whole is the one name of the matter everywhere.
/// </summary>
public sealed record MatterCode
{
    public const int Length = AuthorityLength + 1 + BasicLength;
    public const int LengthWithSuffix = Length + SuffixLength;

    private const int AuthorityLength = 18;
    private const int BasicLength = 12;
    private const int SuffixLength = 2;

    private MatterCode(string text) => Text = text;

    /// <summary>In full: 31 or 33 digits and capital letters.</summary>
    public string Text { get; }

    /// <summary>The unified social credit code of the authority that handles the matter, 18 characters.</summary>
    public string Authority => Text[..AuthorityLength];

    /// <summary>
    /// Whether the authority's code passes its own check. Some published ones do not; this is worth a warning, no refusal (DOMAIN §7).
    /// </summary>
    public bool AuthorityIsSound => CheckCharacters.OfCreditCode(Authority.AsSpan(0, AuthorityLength - 1)) == Authority[^1];

    /// <summary>The level of government by which the matter is handled: 1 the state, 2 the province, 3 the city, and so on downwards.</summary>
    public int Level => Text[AuthorityLength] - '0';

    /// <summary>The code of the matter in the basic catalogue, 12 characters: the same for every authority that handles it.</summary>
    public string Basic => Text.Substring(AuthorityLength + 1, BasicLength);

    /// <summary>Two digits that tell apart how one authority handles a matter; empty when there is but one way.</summary>
    public string Suffix => Text[Length..];

    /// <summary>Reads a code; small letters and blanks around it are put right.</summary>
    public static Result<MatterCode> Of(string? raw)
    {
        var text = raw?.Trim().ToUpperInvariant() ?? "";
        if (text.Length is not (Length or LengthWithSuffix))
            return MatterCodeErrors.Length;
        var code = new MatterCode(text);
        var sound = CheckCharacters.AreDigitsAndLetters(text) && code.Level is >= 1 and <= 9 && (code.Suffix.Length == 0 || CheckCharacters.AreDigits(code.Suffix));
        return sound ? code : MatterCodeErrors.Invalid;
    }

    public override string ToString() => Text;
}
