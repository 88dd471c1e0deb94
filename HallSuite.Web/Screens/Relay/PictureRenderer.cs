using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HallSuite.Web.Screens.Relay;

/// <summary>Renders a component to HTML without a page: it gets its parameters and a language, nothing else.</summary>
internal sealed class PictureRenderer(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    public async Task<string> RenderAsync(Type component, IDictionary<string, object?> parameters, CultureInfo culture)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            var output = await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters));
            return output.ToHtmlString();
        });
    }
}
