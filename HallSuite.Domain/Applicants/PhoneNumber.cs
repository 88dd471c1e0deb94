using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Applicants;

/// <summary>A mainland mobile number, to which messages go: 11 digits that begin with 13 to 19.</summary>
public sealed record PhoneNumber
{
    private const int Length = 11;

    private PhoneNumber(string digits) => Digits = digits;

    /// <summary>In full: for sealing and for sending, never for a screen.</summary>
    public string Digits { get; }

    /// <summary>Reads it with or without country code, spaces and hyphens.</summary>
    public static Result<PhoneNumber> Of(string? raw)
    {
        var digits = TypedText.HalfWidth(raw).Replace("-", "", StringComparison.Ordinal);
        foreach (var country in (string[])["+86", "0086", "86"])
        {
            if (digits.Length > Length && digits.StartsWith(country, StringComparison.Ordinal))
            {
                digits = digits[country.Length..];
                break;
            }
        }

        return digits.Length == Length && digits.All(char.IsAsciiDigit) && digits[0] == '1' && digits[1] >= '3'
            ? new PhoneNumber(digits)
            : ApplicantErrors.PhoneInvalid;
    }

    /// <summary>As screens show it: <c>138****5678</c>.</summary>
    public string Mask() => string.Concat(Digits.AsSpan(0, 3), "****", Digits.AsSpan(7));

    public override string ToString() => Mask();
}
