using System.Net;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace HallSuite.Web.Hosting;

/// <summary>Section <c>Proxy</c>: reverse proxies in front of HallSuite.</summary>
public sealed class ProxyOptions
{
    /// <summary>
    /// The addresses (<c>10.0.0.5</c>) and networks (<c>10.0.0.0/24</c>) of the proxies, with commas between. What they say of the
    /// visitor's address and of https is believed; from anyone else it is not. Empty where no proxy stands in front.
    /// </summary>
    public string Known { get; set; } = "";

    internal IReadOnlyList<string> Each => Known.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class ProxyOptionsRules : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        var faults = options.Each.Where(k => !IPAddress.TryParse(k, out _) && !System.Net.IPNetwork.TryParse(k, out _))
            .Select(k => $"Proxy:Known has '{k}'; each must be an address such as 10.0.0.5 or a network such as 10.0.0.0/24.").ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

internal static class Proxies
{
    public static void AddProxies(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsRules>();
        services.AddSection<ProxyOptions>("Proxy");
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((forwarded, proxy) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var known in proxy.Value.Each)
            {
                if (IPAddress.TryParse(known, out var address))
                {
                    forwarded.KnownProxies.Add(address);
                }
                else
                {
                    forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(known));
                }
            }
        });
    }

    /// <summary>First of all, so that everything behind it sees the visitor's address. Without known proxies the headers are not read.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Each.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }
}
