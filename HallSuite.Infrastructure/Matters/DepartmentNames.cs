using System.Text;
using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Matters;

/// <summary>The names of departments as catalogues write them: with blanks before, after and within.</summary>
internal static class DepartmentNames
{
    /// <summary>Without the blanks around it and beside Chinese characters; between Latin words one stays.</summary>
    public static string Tidy(string raw)
    {
        var tidy = new StringBuilder(raw.Length);
        foreach (var word in raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (tidy.Length > 0 && char.IsAsciiLetterOrDigit(tidy[^1]) && char.IsAsciiLetterOrDigit(word[0]))
            {
                tidy.Append(' ');
            }

            tidy.Append(word);
        }

        return tidy.ToString();
    }

    /// <summary>What makes two names one: brackets and letters of either width are the same.</summary>
    public static string KeyOf(string name) => MatterSearch.Plain(name);
}
