using System.Globalization;
using HallSuite.Web.Text;

namespace HallSuite.Web.Shared.Looks;

/// <summary>Things of the hall that carry a name in both languages, as lanes and departments.</summary>
public static class TwoNames
{
    /// <summary>The English name for English readers, where there is one; else the Chinese one.</summary>
    public static string Of(string chinese, string english) =>
        english.Length > 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Languages.English ? english : chinese;
}
