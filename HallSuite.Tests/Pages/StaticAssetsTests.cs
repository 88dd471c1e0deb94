using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HallSuite.Tests.Pages;

/// <summary>What the style sheets and vendored files promise.</summary>
public sealed partial class StaticAssetsTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void VendoredScripts_AreTheOnesTheManifestNames()
    {
        var folder = Path.Combine(Root, "lib", "signalr");
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateObject())
            Assert.Equal(file.Value.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file.Name)))));
        Assert.True(File.Exists(Path.Combine(folder, "LICENSE.txt")));
    }

    [Fact]
    public void TheIconFont_StaysSmallAndHasItsLicence()
    {
        Assert.InRange(new FileInfo(Path.Combine(Root, "fonts", "radzen-icons.woff2")).Length, 4_000, 40_000);
        Assert.Contains("Apache License", File.ReadAllText(Path.Combine(Root, "fonts", "radzen-icons.LICENSE.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void StyleSheets_UseOnlyTokensThatExist()
    {
        var sheets = Directory.GetFiles(Path.Combine(Root, "css"), "*.css").Select(File.ReadAllText).ToArray();
        var declared = sheets.SelectMany(sheet => Declaration().Matches(sheet)).Select(match => match.Groups[1].Value).ToHashSet();
        var used = sheets.SelectMany(sheet => Use().Matches(sheet)).Where(match => !match.Groups[2].Success).Select(match => match.Groups[1].Value).Distinct();
        Assert.Empty(used.Except(declared));
    }

    [Fact]
    public void CardColours_StayWithTheCards()
    {
        string[] owners = [".shape-", ".card-", ":root", "[data-theme"];
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "css"), "*.css"))
            foreach (var rule in Rule().Matches(Comment().Replace(File.ReadAllText(file), "")).Where(rule => CardColour().IsMatch(rule.Groups[2].Value)))
                Assert.True(owners.Any(owner => rule.Groups[1].Value.Contains(owner, StringComparison.Ordinal)), $"{Path.GetFileName(file)}: {rule.Groups[1].Value.Trim()}");
    }

    [Fact]
    public void StyleSheets_LoadNothingFromOtherSites() =>
        Assert.All(Directory.GetFiles(Path.Combine(Root, "css"), "*.css"), file => Assert.DoesNotMatch(@"url\(\s*[""']?(https?:)?//|@import", File.ReadAllText(file)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "HallSuite.Web", "wwwroot", "css")))
                return Path.Combine(folder.FullName, "HallSuite.Web", "wwwroot");
        throw new DirectoryNotFoundException("HallSuite.Web/wwwroot");
    }

    [GeneratedRegex(@"(--[a-z][a-z0-9-]*)\s*:")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"var\((--[a-z][a-z0-9-]*)\s*(,)?")]
    private static partial Regex Use();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"var\(--(blue|yellow|red)(-weak|-ink)?\)")]
    private static partial Regex CardColour();
}
