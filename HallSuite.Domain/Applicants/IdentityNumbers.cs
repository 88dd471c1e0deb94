using System.Globalization;
using System.Text;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Applicants;

/// <summary>
/// Reads identity numbers as card readers give and people type them: full-width characters become plain, letters upper case, white space goes.
/// </summary>
public static class IdentityNumbers
{
    public const int CitizenLength = 18;
    public const int OldCitizenLength = 15;
    public const int ShortestPassport = 5;
    public const int LongestPassport = 15;

    /// <summary>Nobody alive was born earlier.</summary>
    private const int EarliestBirthYear = 1870;

    /// <summary>GB 11643-1999: weights of the first 17 digits, 2^(17-i) mod 11.</summary>
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private const string CheckCharacters = "10X98765432";

    /// <summary>The normalised number, or <c>id-number.invalid</c> with the first fault found.</summary>
    /// <param name="today">The local date; nobody is born after it.</param>
    public static Result<string> Read(IdentityType type, string? raw, DateOnly today)
    {
        var number = Normalise(raw);
        var fault = type switch
        {
            IdentityType.Citizen => CitizenFault(number, today),
            IdentityType.Passport => PassportFault(number),
            IdentityType.HkMacao => HkMacaoFault(number),
            IdentityType.Taiwan => TaiwanFault(number),
        };
        return fault is { } wrong ? ApplicantErrors.IdNumberInvalid(wrong) : number;
    }

    /// <summary>
    /// Reads a citizen number whose region, birth date or check character fails but that a supervisor accepts with a reason (DOMAIN §7); its
    /// form must still be right.
    /// </summary>
    public static Result<string> ReadOverridden(string? raw, DateOnly today)
    {
        var number = Normalise(raw);
        return CitizenFault(number, today) is { } fault && !CanBeOverridden(fault) ? ApplicantErrors.IdNumberInvalid(fault) : number;
    }

    /// <summary>The check character of ISO 7064 MOD 11-2 over 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    private static bool CanBeOverridden(IdentityFault fault) => fault switch
    {
        IdentityFault.Region or IdentityFault.BirthDate or IdentityFault.CheckDigit => true,
        IdentityFault.Length or IdentityFault.Characters or IdentityFault.FirstGeneration => false,
    };

    private static IdentityFault? CitizenFault(string number, DateOnly today)
    {
        if (number.Length == OldCitizenLength && number.All(char.IsAsciiDigit))
            return IdentityFault.FirstGeneration;
        if (number.Length != CitizenLength)
            return IdentityFault.Length;
        if (!number.AsSpan(0, CitizenLength - 1).ContainsOnlyDigits() || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'X'))
            return IdentityFault.Characters;
        if (!IsProvince(int.Parse(number.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture)))
            return IdentityFault.Region;
        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth)
            || birth > today || birth.Year < EarliestBirthYear)
            return IdentityFault.BirthDate;
        return CheckCharacter(number) == number[^1] ? null : IdentityFault.CheckDigit;
    }

    /// <summary>
    /// The first two digits of GB/T 2260, with 83 (residence permit of Taiwan residents) and 91 (foreigners). The four digits after them are not
    /// checked: abolished county codes stay on people's cards for life.
    /// </summary>
    private static bool IsProvince(int prefix) => prefix is
        (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65)
        or 71 or (>= 81 and <= 83) or 91;

    /// <summary>Chinese (E, G, D, S, P …) and foreign passports: letters and at least one digit, in whatever order states print them.</summary>
    private static IdentityFault? PassportFault(string number)
    {
        if (number.Length is < ShortestPassport or > LongestPassport)
            return IdentityFault.Length;
        return number.All(char.IsAsciiLetterOrDigit) && number.Any(char.IsAsciiDigit) ? null : IdentityFault.Characters;
    }

    /// <summary>H (Hong Kong) or M (Macao) and 8 digits, 10 with the issue count of older cards; readers leave the letter off at times.</summary>
    private static IdentityFault? HkMacaoFault(string number)
    {
        var digits = number.AsSpan(number.Length > 0 && number[0] is 'H' or 'M' ? 1 : 0);
        if (!digits.ContainsOnlyDigits())
            return IdentityFault.Characters;
        return digits.Length is 8 or 10 ? null : IdentityFault.Length;
    }

    /// <summary>8 digits; the older booklet has 10 and up to two check letters, printed in brackets.</summary>
    private static IdentityFault? TaiwanFault(string number)
    {
        var digits = number.AsSpan().TrimEnd("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        var letters = number.Length - digits.Length;
        if (!digits.ContainsOnlyDigits())
            return IdentityFault.Characters;
        return (digits.Length, letters) is (8, 0) or (10, <= 2) ? null : IdentityFault.Length;
    }

    private static string Normalise(string? raw)
    {
        var plain = new StringBuilder();
        foreach (var c in TypedText.HalfWidth(raw))
        {
            if (c is not ('(' or ')'))
                plain.Append(char.ToUpperInvariant(c));
        }

        return plain.ToString();
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
