using System.Security.Cryptography;
using HallSuite.Domain.Staffing;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Passwords that an administrator reads out to a person: 70 bits, without characters that look or sound alike.</summary>
public static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Three groups of four, as <c>hT7m-Qk3p-Wd9x</c>.</summary>
    public static string New()
    {
        while (true)
        {
            var text = RandomNumberGenerator.GetString(Letters, 12);
            var grouped = $"{text[..4]}-{text[4..8]}-{text[8..]}";
            if (PasswordRules.Check(grouped, "").IsOk)
            {
                return grouped;
            }
        }
    }
}
