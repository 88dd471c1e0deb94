using HallSuite.Web.Devices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace HallSuite.Web.Api;

/// <summary>The OpenAPI description at <c>/openapi/v1.json</c>: the calls of CONTRACT §3 and how a device says who it is.</summary>
internal static class ApiDescription
{
    private const string KeyScheme = "deviceKey";

    public static void AddHallOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = call => call.RelativePath is { } path && path.StartsWith(ApiSetup.Root[1..], StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "HallSuite",
                Version = "v1",
                Description = "The outside surface of a government service hall: queue, windows, screens. Refusals are problem details (RFC 9457) with a stable `code`. "
                    + "POSTs accept `Idempotency-Key`. Live snapshots: SignalR hub `/hubs/hall`.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = DeviceAuthentication.Header, Description = "The key of a device, of the kind that the call names.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequireDeviceAttribute>().FirstOrDefault() is { } device)
            {
                operation.Description = $"For devices of the kind {device.Kind.ToString().ToLowerInvariant()}.";
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    });
}
