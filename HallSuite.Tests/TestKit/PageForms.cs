using System.Net;
using System.Text.RegularExpressions;

namespace HallSuite.Tests.TestKit;

/// <summary>Sends forms as a browser does: reads the page, keeps its hidden fields, fills in the rest.</summary>
public static partial class PageForms
{
    /// <summary>Opens a page and sends its first form, or the one that holds <paramref name="marker"/>, to where it leads or to <paramref name="action"/>.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient browser, string address, Dictionary<string, string> fields, string? marker = null, string? action = null)
    {
        var page = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var form = Forms().Matches(html).Select(m => m.Value).FirstOrDefault(f => f.Contains("method=\"post\"") && (marker is null || f.Contains(marker)));
        Assert.True(form is not null, $"{address} has no such form:\n{html}");
        action ??= WebUtility.HtmlDecode(Action().Match(form).Groups[1].Value);
        var filled = Hidden().Matches(form).Select(m => m.Value).ToDictionary(
            i => WebUtility.HtmlDecode(Name().Match(i).Groups[1].Value), i => WebUtility.HtmlDecode(Value().Match(i).Groups[1].Value));
        foreach (var (name, value) in fields)
        {
            filled[name] = value;
        }

        return await browser.PostAsync(action.Length > 0 ? action : address, new FormUrlEncodedContent(filled), TestContext.Current.CancellationToken);
    }

    /// <summary>The source of a page, in which Chinese stands as it is read: the renderer writes it as character references.</summary>
    public static async Task<string> TextAsync(this HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("^<form\\b[^>]*\\baction=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input\\b[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("\\bname=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
    private static partial Regex Value();
}
