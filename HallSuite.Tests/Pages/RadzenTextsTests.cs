using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using HallSuite.Web.Shared.Text;
using Radzen.Blazor;

namespace HallSuite.Tests.Pages;

public sealed partial class RadzenTextsTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly Dictionary<string, string> English = ReadRadzen();
    private static readonly RadzenTexts Texts = new();

    [Fact]
    public void EveryTextOfRadzen_HasAChineseOne()
    {
        Assert.True(English.Count > 700);
        Assert.Empty(English.Keys.Except(RadzenTexts.Keys));
    }

    [Fact]
    public void NoChineseText_IsLeftOver() => Assert.Empty(RadzenTexts.Keys.Except(English.Keys));

    [Fact]
    public void Placeholders_AreTheSame() =>
        Assert.Empty(English.Where(text => !PlaceholdersOf(text.Value).SequenceEqual(PlaceholdersOf(Texts.Get(text.Key, Chinese)!))).Select(text => text.Key));

    [Fact]
    public void ChineseTexts_AreChinese()
    {
        string[] same = ["AI", "+", "−", "+{0}", "；"];
        Assert.All(English.Keys, key => Assert.True(Texts.Get(key, Chinese) is { } text && (same.Contains(text) || Han().IsMatch(text)), key));
    }

    [Fact]
    public void Voice_HasNoExclamationMarks() =>
        Assert.DoesNotContain(English.Keys, key => Texts.Get(key, Chinese)!.AsSpan().IndexOfAny('!', '！') >= 0);

    [Fact]
    public void English_IsLeftToRadzen() => Assert.Null(Texts.Get("Pager_NextPageTitle", CultureInfo.GetCultureInfo("en")));

    [Fact]
    public void AnUnknownKey_IsLeftToRadzen() => Assert.Null(Texts.Get("NoSuch_Key", Chinese));

    [Fact]
    public void WithoutACulture_ThePagesLanguageCounts()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Chinese;
            Assert.Equal("下一页", Texts.Get("Pager_NextPageTitle", null));
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
            Assert.Null(Texts.Get("Pager_NextPageTitle", null));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<string> PlaceholdersOf(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> ReadRadzen()
    {
        using var stream = typeof(RadzenButton).Assembly.GetManifestResourceStream("Radzen.Blazor.RadzenStrings.resources")!;
        using var reader = new ResourceReader(stream);
        return reader.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
