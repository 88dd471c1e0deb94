using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using HallSuite.Web.Text;

namespace HallSuite.Tests.TestKit;

/// <summary>The texts of one area in both languages, as the built program holds them.</summary>
public sealed partial record TextPair(string Area, IReadOnlyDictionary<string, string> Chinese, IReadOnlyDictionary<string, string> English)
{
    private const string Folder = "HallSuite.Web.Text.";
    private const string Ending = ".resources";

    /// <summary>Every area that has texts.</summary>
    public static IReadOnlyList<TextPair> All { get; } =
    [
        .. typeof(Languages).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^Ending.Length]).Order().Select(Read),
    ];

    public static TextPair Of(string area) => All.Single(p => p.Area == area);

    /// <summary>What keeps the two languages apart: a key that one lacks, an empty text, other placeholders.</summary>
    public IEnumerable<string> Differences()
    {
        foreach (var key in Chinese.Keys.Except(English.Keys))
        {
            yield return $"{Area}.{key} has no English";
        }

        foreach (var key in English.Keys.Except(Chinese.Keys))
        {
            yield return $"{Area}.{key} has no Chinese";
        }

        foreach (var key in Chinese.Keys.Intersect(English.Keys))
        {
            if (Chinese[key].Length == 0 || English[key].Length == 0)
            {
                yield return $"{Area}.{key} is empty";
            }
            else if (!Placeholders(Chinese[key]).SetEquals(Placeholders(English[key])))
            {
                yield return $"{Area}.{key} has other placeholders in the other language";
            }
        }
    }

    /// <summary>The numbers of the placeholders in a text.</summary>
    public static HashSet<int> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    private static TextPair Read(string area)
    {
        var resources = new ResourceManager(Folder + area, typeof(Languages).Assembly);
        return new TextPair(area, Read(resources, CultureInfo.InvariantCulture), Read(resources, CultureInfo.GetCultureInfo(Languages.English)));
    }

    private static Dictionary<string, string> Read(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!) ?? [];

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Placeholder();
}
