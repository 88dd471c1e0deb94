using System.Security.Cryptography;
using System.Text;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Queueing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HallSuite.Web.Portal;

/// <summary>Draws the changing part of a visitor's page by itself, for its script.</summary>
public sealed class TicketFaces(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>The same HTML that the page holds, in the language of the request.</summary>
    public async Task<string> DrawAsync(TicketPage page, TicketRating rating, string code)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?>
            {
                [nameof(TicketFace.Page)] = page, [nameof(TicketFace.Rating)] = rating, [nameof(TicketFace.Code)] = code,
            };
            var face = await renderer.RenderComponentAsync<TicketFace>(ParameterView.FromDictionary(parameters));
            return face.ToHtmlString();
        });
    }

    /// <summary>The entity tag of a drawing: as long as it is the same, the phone already shows it.</summary>
    public static string MarkOf(string html) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 12))}\"";
}
