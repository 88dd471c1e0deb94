using System.Buffers;

namespace HallSuite.Domain.Kernel;

/// <summary>Check characters of the national codes that more than one module reads.</summary>
internal static class CheckCharacters
{
    /// <summary>The 31 characters of a unified social credit code: no I, O, S, V, Z (GB 32100-2015, table 1).</summary>
    private const string CreditCodeSet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private const string DigitsAndLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(DigitsAndLetters);

    /// <summary>
    /// The check character over the 17 characters of a credit code, weights 3^i mod 31 (GB 32100-2015); null when one of them is not of its set.
    /// A remainder of 0 gives the check value 0, not 31.
    /// </summary>
    public static char? OfCreditCode(ReadOnlySpan<char> body)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in body)
        {
            var value = CreditCodeSet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
                return null;
            (sum, weight) = (sum + value * weight, weight * 3 % 31);
        }

        return CreditCodeSet[(31 - sum % 31) % 31];
    }

    /// <summary>The check character of ISO 7064 MOD 37,36 over digits and capital letters.</summary>
    public static char OfMod37And36(ReadOnlySpan<char> body)
    {
        var product = 36;
        foreach (var c in body)
        {
            var sum = (product + DigitsAndLetters.IndexOf(c, StringComparison.Ordinal)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }

        return DigitsAndLetters[(37 - product) % 36];
    }

    /// <summary>Whether the text is made of digits and capital letters of ASCII, and of at least one.</summary>
    public static bool AreDigitsAndLetters(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(Allowed);

    /// <summary>Whether the text is made of ASCII digits, and of at least one.</summary>
    public static bool AreDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
