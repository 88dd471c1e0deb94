using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Radzen;

namespace HallSuite.Web.Shared.Text;

/// <summary>
/// What Radzen's own buttons, pagers, filters and screen-reader labels say in Chinese; Radzen brings no Chinese itself. For any other language it answers
/// nothing, and Radzen falls back to its own English. Complete for the Radzen version in use: a test compares the keys and the placeholders.
/// </summary>
public sealed class RadzenTexts : ILocalizer
{
    private static readonly FrozenDictionary<string, string> Chinese = Read("RadzenTexts", "RadzenSpreadsheetTexts");

    /// <summary>All keys that have a Chinese text.</summary>
    public static IEnumerable<string> Keys => Chinese.Keys;

    /// <inheritdoc />
    public string? Get(string key, CultureInfo? culture) =>
        (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "zh" ? Chinese.GetValueOrDefault(key) : null;

    private static FrozenDictionary<string, string> Read(params ReadOnlySpan<string> resources)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            using var stream = typeof(RadzenTexts).Assembly.GetManifestResourceStream($"{typeof(RadzenTexts).Namespace}.{resource}.resources")
                ?? throw new MissingManifestResourceException(resource);
            using var reader = new ResourceReader(stream);
            foreach (System.Collections.DictionaryEntry entry in reader)
                texts.Add((string)entry.Key, (string)entry.Value!);
        }
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
