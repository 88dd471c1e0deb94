using System.Security.Cryptography;
using System.Text;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Queueing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HallSuite.Web.Portal;

/// <summary>Draws the changing part of a page of the portal by itself, for its script: the same HTML that the page holds, in the language of the request.</summary>
public sealed class PortalFaces(IServiceProvider services, ILoggerFactory logs)
{
    public Task<string> DrawAsync(TicketPage page, TicketRating rating, string code) =>
        DrawAsync<TicketFace>(new() { [nameof(TicketFace.Page)] = page, [nameof(TicketFace.Rating)] = rating, [nameof(TicketFace.Code)] = code });

    public Task<string> DrawAsync(CaseTrack track) => DrawAsync<ProgressFace>(new() { [nameof(ProgressFace.Track)] = track });

    /// <summary>The entity tag of a drawing: as long as it is the same, the phone already shows it.</summary>
    public static string MarkOf(string html) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 12))}\"";

    private async Task<string> DrawAsync<TFace>(Dictionary<string, object?> parameters) where TFace : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TFace>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
