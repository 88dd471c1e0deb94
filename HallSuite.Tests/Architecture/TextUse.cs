using System.Text.RegularExpressions;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Architecture;

/// <summary>A place in the sources that asks for a text by a literal key.</summary>
public sealed partial record TextUse(string File, string Area, string Key)
{
    /// <summary>Every literal key that a file asks one of its localizers for.</summary>
    public static IEnumerable<TextUse> In(string file, string source) =>
        from localizer in Localizer().Matches(source)
        from use in Regex.Matches(source, $@"(?<![\w.]){localizer.Groups[2].Value}\[""([^""]+)""")
        select new TextUse(file, localizer.Groups[1].Value, use.Groups[1].Value);

    public bool IsIn(IEnumerable<TextPair> texts) => texts.Any(p => p.Area == Area && p.Chinese.ContainsKey(Key));

    public override string ToString() => $"{File}: {Area} has no {Key}";

    // As @inject, as [Inject] property, and as parameter of a constructor.
    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();
}
