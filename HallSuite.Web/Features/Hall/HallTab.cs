namespace HallSuite.Web.Features.Hall;

/// <summary>The tabs of a hall's set-up.</summary>
public enum HallTab
{
    General,
    Hours,
    Lanes,
    Windows,
    Policy,
}

/// <summary>How the tabs are written in addresses and named on the page.</summary>
public static class HallTabs
{
    /// <summary>The word in the address; none for the first.</summary>
    public static string? WordOf(HallTab tab) => tab switch
    {
        HallTab.General => null,
        HallTab.Hours => "hours",
        HallTab.Lanes => "lanes",
        HallTab.Windows => "windows",
        HallTab.Policy => "policy",
    };

    /// <summary>The tab of a word; the first for any other.</summary>
    public static HallTab Of(string? word) => Enum.GetValues<HallTab>().FirstOrDefault(t => WordOf(t) == word);

    public static string TextKey(HallTab tab) => $"Tab{tab}";
}
