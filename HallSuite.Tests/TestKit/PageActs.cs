using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Tests.TestKit;

/// <summary>
/// What a person does on a page. Each act finds its element and uses it in one turn of the renderer, because a live page can draw itself
/// anew at any moment between.
/// </summary>
public static class PageActs
{
    public static Task TypeAsync<T>(this IRenderedComponent<T> page, string selector, string text) where T : IComponent =>
        page.InvokeAsync(() => page.Find(selector).InputAsync(text));

    /// <summary>Chooses from a list, ticks a box, or leaves a field with this value.</summary>
    public static Task ChooseAsync<T, TValue>(this IRenderedComponent<T> page, string selector, TValue value) where T : IComponent =>
        page.InvokeAsync(() => page.Find(selector).ChangeAsync(value));

    public static Task ClickAsync<T>(this IRenderedComponent<T> page, string selector) where T : IComponent =>
        page.InvokeAsync(() => page.Find(selector).ClickAsync());

    /// <summary>Presses the n-th button that says this.</summary>
    public static Task PressAsync<T>(this IRenderedComponent<T> page, string text, int which = 0) where T : IComponent =>
        page.InvokeAsync(() => page.FindAll("button").Where(b => b.TextContent.Contains(text, StringComparison.Ordinal)).ElementAt(which).ClickAsync());

    /// <summary>Sends the n-th form.</summary>
    public static Task SendAsync<T>(this IRenderedComponent<T> page, int which = 0) where T : IComponent =>
        page.InvokeAsync(() => page.FindAll("form")[which].SubmitAsync());

    public static string? ValueOf<T>(this IRenderedComponent<T> page, string selector) where T : IComponent => page.Find(selector).GetAttribute("value");
}
