using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HallSuite.Tests.TestKit;

/// <summary>Whether everybody can use what a browser shows.</summary>
public static class Usability
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// What axe finds in the page or in a part of it, and whether the page is wider than its screen. Pages of a hall show no frames of another origin, so axe
    /// runs once, in the page itself.
    /// </summary>
    /// <param name="what">What is looked at, for whoever reads the fault.</param>
    /// <param name="part">A selector; null for the whole page.</param>
    /// <param name="seriousOnly">Leaves out what axe calls minor or moderate.</param>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(IPage page, string what, string? part = null, bool seriousOnly = false)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        var found = await page.EvaluateAsync<string[]>(
            """
            async ([part, seriousOnly]) => {
              const { violations } = await axe.run(part ?? document, { resultTypes: ["violations"], iframes: false });
              const width = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              return [
                ...violations.filter(v => !seriousOnly || ["serious", "critical"].includes(v.impact)).flatMap(v => v.nodes.map(n => `${v.id} at ${n.target} ${n.html}`)),
                ...(width > 0 ? [`${width} px wider than the screen`] : []),
              ];
            }
            """,
            new object?[] { part, seriousOnly });
        return [.. found.Select(fault => $"{what}: {fault}")];
    }
}
