using System.Globalization;
using System.Text;

namespace HallSuite.Domain.Applicants;

/// <summary>What Chinese input methods and scanners do to numbers, undone.</summary>
internal static class TypedText
{
    /// <summary>Full-width characters made plain; white space and invisible characters left out.</summary>
    public static string HalfWidth(string? raw)
    {
        var plain = new StringBuilder();
        foreach (var c in raw ?? "")
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                continue;
            plain.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
        }

        return plain.ToString();
    }
}
