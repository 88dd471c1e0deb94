using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HallSuite.Tests.TestKit;

/// <summary>
/// Somebody who goes through static pages as a browser without scripts does: keeps cookies, sends forms with their hidden fields, follows
/// redirects, and remembers every address and every page seen on the way.
/// </summary>
public sealed class PageVisitor(HallWeb web) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient browser = web.Visitor();

    /// <summary>Every address that was asked for, in order.</summary>
    public List<string> Addresses { get; } = [];

    /// <summary>The source of every answer.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>Everything that answers set as cookies.</summary>
    public List<string> Cookies { get; } = [];

    public HttpResponseMessage Answer { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = null!;

    public string Path => Addresses[^1];

    /// <summary>What can be read on the page.</summary>
    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement One(string selector) => Page.QuerySelector(selector) ?? throw new InvalidOperationException($"{Path} has no {selector}:\n{Text}");

    public bool Has(string selector) => Page.QuerySelector(selector) is not null;

    public async Task<PageVisitor> OpenAsync(string address)
    {
        await TakeAsync(address, await browser.GetAsync(address, TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Follows the link that a selector finds.</summary>
    public Task<PageVisitor> FollowAsync(string selector) => OpenAsync(One(selector).GetAttribute("href")!);

    /// <summary>Fills in fields of the page and presses a button.</summary>
    public async Task PressAsync(string button, params (string Name, string Value)[] fields)
    {
        var (address, body) = Form(button, fields);
        await TakeAsync(address, await browser.PostAsync(address, body, TestContext.Current.CancellationToken));
    }

    /// <summary>What a press of this button sends, for sending it in another way.</summary>
    public (string Address, FormUrlEncodedContent Body) Form(string button, params (string Name, string Value)[] fields)
    {
        var pressed = (IHtmlButtonElement)One(button);
        var form = pressed.Form ?? throw new InvalidOperationException($"{button} belongs to no form.");
        var body = new Dictionary<string, string>();
        foreach (var input in Page.QuerySelectorAll<IHtmlInputElement>("input").Where(i => i.Form == form && i.Name is { Length: > 0 }))
        {
            if (input.Type is not "radio" || input.IsChecked)
            {
                body[input.Name!] = input.Value;
            }
        }

        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        if (pressed.Name is { Length: > 0 } name2)
        {
            body[name2] = pressed.Value;
        }

        return (form.GetAttribute("action") is { Length: > 0 } action ? action : Path, new FormUrlEncodedContent(body));
    }

    /// <summary>Sends a body without taking the answer as the next page.</summary>
    public Task<HttpResponseMessage> SendAsync(string address, HttpContent body) => browser.PostAsync(address, body, TestContext.Current.CancellationToken);

    /// <summary>Asks for something beside the page.</summary>
    public async Task<HttpResponseMessage> AskAsync(string address, string? knownMark = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (knownMark is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", knownMark);
        }

        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => browser.Dispose();

    private async Task TakeAsync(string address, HttpResponseMessage answer)
    {
        for (var hops = 0; ; hops++)
        {
            Assert.True(hops < 10, $"Redirects without end: {string.Join(" → ", Addresses)}");
            Addresses.Add(address);
            Sources.Add(await answer.TextAsync());
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                Cookies.AddRange(cookies.Select(WebUtility.UrlDecode)!);
            }

            if ((int)answer.StatusCode is not (302 or 303))
            {
                break;
            }

            address = answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.OriginalString;
            answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        }

        Answer = answer;
        Page = Parser.ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
