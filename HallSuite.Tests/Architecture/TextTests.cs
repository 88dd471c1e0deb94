using System.Reflection;
using System.Text.RegularExpressions;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Shared.Layout;

namespace HallSuite.Tests.Architecture;

/// <summary>Whatever people can see has text in both languages. Each rule is shown a violation that it must report.</summary>
public sealed partial class TextTests
{
    /// <summary>Enums of Domain and Infrastructure whose members nobody reads as words.</summary>
    private static readonly Dictionary<Type, string> NotShown = new()
    {
        [typeof(DatabaseProvider)] = "a word of the configuration",
        [typeof(FontStyle)] = "how a document is set",
        [typeof(PdfTag)] = "how a document is built",
    };

    private static readonly Assembly[] Program = [typeof(Error).Assembly, typeof(HallSuiteSetup).Assembly];

    [Fact]
    public void BothLanguages_HaveTheSameKeysAndPlaceholders()
    {
        Assert.NotEmpty(TextPair.All);
        Assert.Empty(TextPair.All.SelectMany(p => p.Differences()));
    }

    [Fact]
    public void BothLanguages_Planted_IsReported()
    {
        var pair = new TextPair(
            "Planted",
            new Dictionary<string, string> { ["OnlyChinese"] = "甲", ["Other"] = "{0} 号窗", ["Same"] = "{0} {1:0}", ["Empty"] = "乙" },
            new Dictionary<string, string> { ["OnlyEnglish"] = "a", ["Other"] = "Window {1}", ["Same"] = "{1:0} of {0}", ["Empty"] = "" });
        Assert.Equal(
            ["Planted.OnlyChinese has no English", "Planted.OnlyEnglish has no Chinese", "Planted.Other has other placeholders in the other language", "Planted.Empty is empty"],
            pair.Differences());
    }

    [Fact]
    public void EveryFileOfTexts_HasEachKeyOnce() => Assert.Empty(SourceTree.Files("HallSuite.Web", ".resx").SelectMany(f => KeysTwice(f.Path, f.Text)));

    [Fact]
    public void AKeyTwice_Planted_IsReported() =>
        Assert.Equal(["Planted.resx has Same twice"], KeysTwice("Planted.resx", """<data name="Same"><value>1</value></data><data name="Other"/><data name="Same"><value>2</value></data>"""));

    [Fact]
    public void EveryErrorCode_HasText()
    {
        var errors = AllErrors(Program.SelectMany(a => a.GetTypes())).ToList();
        Assert.NotEmpty(errors);
        Assert.Empty(errors.SelectMany(e => FaultsOf(e, TextPair.Of("Errors"))));
    }

    [Fact]
    public void EveryErrorCode_Planted_IsReported()
    {
        var texts = new TextPair("Errors", new Dictionary<string, string> { ["planted.too-few"] = "{0} 和 {1}" }, new Dictionary<string, string>());
        Assert.Equal(
            ["planted.no-text has no text", "planted.too-few asks for 2 arguments and gets 1"],
            AllErrors([typeof(PlantedErrors)]).SelectMany(e => FaultsOf(e, texts)).Order());
    }

    [Fact]
    public void EveryMemberOfEveryEnum_HasText() => Assert.Empty(MissingWords(ShownEnums(), TextPair.Of("Enums")));

    [Fact]
    public void EveryMember_Planted_IsReported() =>
        Assert.Equal(["Planted.Two"], MissingWords([typeof(Planted)], new TextPair("Enums", new Dictionary<string, string> { ["Planted.One"] = "一" }, new Dictionary<string, string>())));

    [Fact]
    public void EveryEnumWord_BelongsToAMember()
    {
        var members = ShownEnums().SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}"));
        Assert.Empty(TextPair.Of("Enums").Chinese.Keys.Except(members));
    }

    [Fact]
    public void EveryErrorText_BelongsToACode() =>
        Assert.Empty(TextPair.Of("Errors").Chinese.Keys.Except(AllErrors(Program.SelectMany(a => a.GetTypes())).Select(e => e.Code)));

    [Fact]
    public void EveryTextThatAPageAsksFor_Exists()
    {
        // A page and its code-behind share their localizers.
        var uses = SourceTree.Files("HallSuite.Web", ".razor", ".cs").GroupBy(f => f.Path.Replace(".razor.cs", ".razor", StringComparison.Ordinal))
            .SelectMany(page => TextUse.In(page.Key, string.Concat(page.Select(f => f.Text)))).ToList();
        Assert.NotEmpty(uses);
        Assert.Empty(uses.Where(u => !u.IsIn(TextPair.All)).Select(u => u.ToString()));
    }

    [Fact]
    public void ATextThatAPageAsksFor_Planted_IsReported()
    {
        const string Page = """
            @inject IStringLocalizer<Shell> T
            @inject IStringLocalizer<ConsoleText> C
            <p title="@T["Retry"]">@T["NoSuchKey", 3]</p> <p>@C["Retry"]</p> @other["Retry"]
            """;
        Assert.Equal(
            ["Planted.razor: Shell has no NoSuchKey", "Planted.razor: ConsoleText has no Retry"],
            TextUse.In("Planted.razor", Page).Where(u => !u.IsIn([TextPair.Of("Shell")])).Select(u => u.ToString()));
    }

    [Fact]
    public void EveryPageOfTheRail_HasAName() => Assert.Empty(StaffPages.All.Select(p => p.TextKey).Except(TextPair.Of("Shell").Chinese.Keys));

    private static IEnumerable<string> KeysTwice(string path, string text) =>
        KeyOfText().Matches(text).Select(m => m.Groups[1].Value).GroupBy(k => k).Where(g => g.Count() > 1).Select(g => $"{path} has {g.Key} twice");

    private static IEnumerable<Type> ShownEnums() =>
        Program.SelectMany(a => a.GetExportedTypes()).Where(t => t.IsEnum && !NotShown.ContainsKey(t)).Append(typeof(DayOfWeek));

    private static IEnumerable<string> MissingWords(IEnumerable<Type> enums, TextPair texts) =>
        enums.SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}")).Where(key => !texts.Chinese.ContainsKey(key));

    private static IEnumerable<string> FaultsOf(Error error, TextPair texts)
    {
        if (!texts.Chinese.TryGetValue(error.Code, out var text))
        {
            yield return $"{error.Code} has no text";
        }
        else if (TextPair.Placeholders(text).DefaultIfEmpty(-1).Max() >= error.Arguments.Count)
        {
            yield return $"{error.Code} asks for {TextPair.Placeholders(text).Max() + 1} arguments and gets {error.Arguments.Count}";
        }

        foreach (var hidden in error.Arguments.Select(a => a.GetType()).Where(t => t.IsEnum && NotShown.ContainsKey(t)))
        {
            yield return $"{error.Code} tells a {hidden.Name}, which has no words";
        }
    }

    /// <summary>One of each refusal that the types can make.</summary>
    private static IEnumerable<Error> AllErrors(IEnumerable<Type> types)
    {
        foreach (var type in types.Where(t => t is { IsAbstract: true, IsSealed: true } && t.Name.EndsWith("Errors", StringComparison.Ordinal)))
        {
            const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;
            foreach (var method in type.GetMethods(Members).Where(m => m.ReturnType == typeof(Error)))
            {
                yield return (Error)method.Invoke(null, [.. method.GetParameters().Select(p => AnyValue(p.ParameterType))])!;
            }
        }
    }

    private static object AnyValue(Type type) =>
        type == typeof(string) ? "x"
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : Nullable.GetUnderlyingType(type) is { } inner ? AnyValue(inner)
        : Activator.CreateInstance(type)!;

    [GeneratedRegex("<data name=\"([^\"]+)\"")]
    private static partial Regex KeyOfText();

    private enum Planted
    {
        One,
        Two,
    }

    private static class PlantedErrors
    {
        public static Error NoText => new("planted.no-text", ErrorKind.Invalid);

        public static Error TooFew(int first) => new("planted.too-few", ErrorKind.Invalid, first);
    }
}
