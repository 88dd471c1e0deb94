namespace HallSuite.Web.Shared.Looks;

/// <summary>What a person chose to look at.</summary>
public enum ThemeChoice
{
    Light,
    Dark,

    /// <summary>What the person's device prefers.</summary>
    Auto,
}

/// <summary>How the choice is kept, in a cookie that <c>js/theme.js</c> writes.</summary>
public static class ThemeChoices
{
    public const string Cookie = "hall-theme";

    /// <summary>The choice in the cookie; the device's own when there is none.</summary>
    public static ThemeChoice Of(string? cookie) => cookie switch
    {
        "light" => ThemeChoice.Light,
        "dark" => ThemeChoice.Dark,
        _ => ThemeChoice.Auto,
    };

    /// <summary>The word in cookie and page.</summary>
    public static string WordOf(ThemeChoice theme) => theme switch
    {
        ThemeChoice.Light => "light",
        ThemeChoice.Dark => "dark",
        ThemeChoice.Auto => "auto",
    };

    /// <summary>What the server draws: light until the script has asked the device.</summary>
    public static string DrawnAs(ThemeChoice theme) => WordOf(theme == ThemeChoice.Dark ? ThemeChoice.Dark : ThemeChoice.Light);
}
