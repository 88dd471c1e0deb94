using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HallSuite.Web.Hosting;

/// <summary>The key <c>PublicUrl</c>, at the root of the configuration.</summary>
public sealed class PublicUrlOptions
{
    /// <summary>
    /// The address under which people outside reach this installation, such as <c>https://hall.example.cn</c>, with or without a path. Without it
    /// no QR code is drawn, since it would lead nowhere. In Development the address that the server listens on stands in.
    /// </summary>
    public string? PublicUrl { get; set; }
}

/// <summary>Puts the public address in front of the addresses of <see cref="HallUrls"/>, for codes and messages that leave the building.</summary>
public sealed class PublicUrl(IOptions<PublicUrlOptions> options, IServer server, IHostEnvironment environment)
{
    /// <summary>The whole address of a page of this site; null when nobody has said where the site is.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string? Of(string path) => Root() is { } root ? root.TrimEnd('/') + path : null;

    private string? Root() => options.Value.PublicUrl is { Length: > 0 } configured ? configured : environment.IsDevelopment() ? Bound() : null;

    // Known only once the server listens; an address for every network card is none that a browser could open.
    private string? Bound() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? address.Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal)
        : null;
}

internal sealed class PublicUrlRules : IValidateOptions<PublicUrlOptions>
{
    public ValidateOptionsResult Validate(string? name, PublicUrlOptions options) => options.PublicUrl is not { Length: > 0 } address || IsAddress(address)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"PublicUrl '{address}' is not an address people can open: write it as https://hall.example.cn, without query or #.");

    private static bool IsAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}

internal static class PublicUrlSetup
{
    public static void AddPublicUrl(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PublicUrlOptions>, PublicUrlRules>();
        services.AddRootSettings<PublicUrlOptions>().Configure<IConfiguration>((options, configuration) => options.PublicUrl = configuration["PublicUrl"]);
        services.AddSingleton<PublicUrl>();
    }
}
