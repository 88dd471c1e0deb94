using HallSuite.Domain.Kernel;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Devices;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Architecture;

/// <summary>
/// Every address and every page says who may come in: a permission, a device, or everyone with a reason. What is open to everyone is
/// listed here too, so that nobody opens a door without this list being read.
/// </summary>
public sealed class DoorTests
{
    private static readonly string[] OpenToEveryone =
    [
        "/api/v1/calendar/due", "/api/v1/cases/{number}", "/api/v1/halls/{hall}/lanes", "/api/v1/halls/{hall}/windows", "/api/v1/matters", "/api/v1/matters/{code}",
        "/healthz", "/language", "/login", "/logout", "/not-found", "/openapi/{documentName}.json", "/portal", "/portal/ticket/{Code}", "/portal/ticket/{Code}/give-back", "/portal/ticket/{Code}/rate",
        "/portal/ticket/{code}/paper", "/portal/ticket/{code}/state", "/setup", "/status/{Code:int}", "/verify/{Code}",
    ];

    /// <summary>
    /// Made by the framework without a place for an attribute, for circuits and, in Development, for files that came after the start: there
    /// the fallback asks for a signed-in person.
    /// </summary>
    private static readonly string[] OfTheFramework = ["/_blazor", "/_framework", "/{**path:file}"];

    [Fact]
    public async Task EveryEndpoint_SaysWhoMayComeIn()
    {
        await using var web = await HallWeb.CreateAsync();
        var endpoints = web.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();

        Assert.Contains(endpoints, e => AddressOf(e) == "/admin/staff");
        Assert.Empty(endpoints.SelectMany(Faults));
    }

    [Fact]
    public void EveryRoutableComponent_SaysWhoMayComeIn()
    {
        var pages = typeof(RequirePermissionAttribute).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute), inherit: false)).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.SelectMany(p => Faults(p.Name, [], p.GetCustomAttributes(inherit: true), checkList: false)));
    }

    [Fact]
    public async Task TheListOfOpenDoors_NamesNoneThatIsGone()
    {
        await using var web = await HallWeb.CreateAsync();
        var addresses = web.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(AddressOf).ToHashSet();

        Assert.Empty(OpenToEveryone.Except(addresses));
    }

    [Fact]
    public void Planted_IsReported()
    {
        Assert.Equal(["/planted says nothing"], Faults(Endpoint("/planted")));
        Assert.Equal(["/planted is open without a reason"], Faults(Endpoint("/planted", new AllowAnonymousAttribute())));
        Assert.Equal(["/planted is open and not on the list"], Faults(Endpoint("/planted", new AnonymousBecauseAttribute("because"))));
        Assert.Equal(["/login gives no reason"], Faults(Endpoint("/login", new AnonymousBecauseAttribute(" "))));
        Assert.Equal(["/planted asks for a sign-in and for no permission"], Faults(Endpoint("/planted", new AuthorizeAttribute())));
        Assert.Equal(["/planted is open and asks for a permission"], Faults(Endpoint("/planted", new AnonymousBecauseAttribute("because"), new RequirePermissionAttribute(Permission.ViewAudit))));
        Assert.Equal(["/_blazor is open without a reason"], Faults(Endpoint("/_blazor", new AllowAnonymousAttribute())));
        Assert.Empty(Faults(Endpoint("/planted", new RequirePermissionAttribute(Permission.ViewAudit))));
        Assert.Equal(["PlantedPage says nothing"], Faults(nameof(PlantedPage), [], typeof(PlantedPage).GetCustomAttributes(inherit: true), checkList: false));
    }

    private static IEnumerable<string> Faults(RouteEndpoint endpoint) => Faults(AddressOf(endpoint), OfTheFramework, endpoint.Metadata, checkList: true);

    private static IEnumerable<string> Faults(string address, string[] covered, IEnumerable<object> metadata, bool checkList)
    {
        var all = metadata.ToList();
        var reason = all.OfType<AnonymousBecauseAttribute>().FirstOrDefault();
        var asks = all.OfType<IAuthorizeData>().ToList();
        if (all.Any(m => m is IAllowAnonymous and not AnonymousBecauseAttribute))
        {
            yield return $"{address} is open without a reason";
        }
        else if (reason is not null && asks.Count > 0)
        {
            yield return $"{address} is open and asks for a permission";
        }
        else if (reason is not null && string.IsNullOrWhiteSpace(reason.Reason))
        {
            yield return $"{address} gives no reason";
        }
        else if (reason is not null && checkList && !IsAsset(all) && !OpenToEveryone.Contains(address))
        {
            yield return $"{address} is open and not on the list";
        }
        else if (reason is null && asks.Count == 0 && !covered.Any(c => address.StartsWith(c, StringComparison.Ordinal)))
        {
            yield return $"{address} says nothing";
        }
        else if (asks.Count > 0 && !asks.Any(a => a is RequirePermissionAttribute or RequireDeviceAttribute || a.Policy is DevicePolicies.Viewer or DevicePolicies.Watcher))
        {
            yield return $"{address} asks for a sign-in and for no permission";
        }
    }

    private static bool IsAsset(IEnumerable<object> metadata) => metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor");

    private static string AddressOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static RouteEndpoint Endpoint(string address, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(address), 0, new EndpointMetadataCollection(metadata), address);

    [Route("/planted-page")]
    private sealed class PlantedPage : ComponentBase;
}
