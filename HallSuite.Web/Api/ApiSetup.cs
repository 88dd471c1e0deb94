using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HallSuite.Domain.Hall;
using HallSuite.Web.Devices;
using HallSuite.Web.Shared;

namespace HallSuite.Web.Api;

/// <summary>The outside surface for programs (CONTRACT §3): its services, its place in the pipeline and its addresses.</summary>
internal static class ApiSetup
{
    public const string Root = "/api/v1";

    /// <summary>The rate limit of calls by devices and by anyone without a sign-in.</summary>
    public const string RateLimit = "devices";

    /// <summary>Whether the caller is a program, which gets problem details, and not a person at a page.</summary>
    public static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/hubs");

    /// <summary>How the outside surface writes JSON: camelCase, members of enums as <c>hk-macao</c>, instants in UTC.</summary>
    public static void ConfigureJson(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new UtcInstant());

        // Answers go to programs and are never put into a page as they are: Chinese stays readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    public static void AddHallApi(this IServiceCollection services)
    {
        services.AddSingleton<Problems>();
        services.AddExceptionHandler<OutsideFaults>();
        services.ConfigureHttpJsonOptions(options => ConfigureJson(options.SerializerOptions));
        services.Configure<RequestLocalizationOptions>(options => options.RequestCultureProviders.Insert(0, new OutsideLanguage()));
        services.AddHallOpenApi();
    }

    /// <summary>
    /// Faults told as 503 or 500, problem details for every status that the framework gives without a body, bounded bodies and idempotency
    /// keys. Before authentication, so that an address that is none is 404 for everyone.
    /// </summary>
    public static void UseHallApi(this WebApplication app)
    {
        app.UseWhen(context => IsForPrograms(context) || IsDevicePage(context), outside => outside.UseExceptionHandler(_ => { }));
        app.UseWhen(IsForPrograms, api =>
        {
            api.UseStatusCodePages(context => context.HttpContext.RequestServices.GetRequiredService<Problems>()
                .WriteAsync(context.HttpContext, Problems.OfStatus(context.HttpContext.Response.StatusCode)));
            api.Use(AnswerRoutingAsync);
            api.UseMiddleware<ApiBody>();
        });
    }

    public static void MapHallApi(this WebApplication app)
    {
        var halls = app.MapGroup($"{Root}/halls/{{hall}}").RequireRateLimiting(RateLimit).WithTags("queue");
        halls.MapTickets();
        halls.MapWindows();
        halls.MapScreenReads();
        app.MapGroup(Root).RequireRateLimiting(RateLimit).MapCatalogue();
        app.MapGroup(Root).RequireRateLimiting(RateLimit).MapCases();

        app.MapOpenApi().AnonymousBecause("how to speak to HallSuite; it says nothing of a hall");
    }

    // Nothing is mapped there; or routing says by an endpoint of its own, which has no metadata, that method or content type do not fit.
    private static Task AnswerRoutingAsync(HttpContext context, RequestDelegate next)
    {
        switch (context.GetEndpoint())
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case { Metadata.Count: 0, RequestDelegate: { } refuse }:
                return refuse(context);
            default:
                return next(context);
        }
    }

    private static bool IsDevicePage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<DeviceDoorAttribute>() is not null;

    /// <summary>Lets in devices of one kind only; everything else is refused as CONTRACT §3 says.</summary>
    public static RouteHandlerBuilder ForDevices(this RouteHandlerBuilder endpoint, DeviceKind kind) => endpoint
        .RequireAuthorization(new RequireDeviceAttribute(kind))
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Lets in anyone: what it answers hangs on the wall.</summary>
    public static RouteHandlerBuilder ForAnyone(this RouteHandlerBuilder endpoint) => endpoint
        .AnonymousBecause("what it answers hangs on the walls of the hall")
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Instants as <c>2026-09-28T02:00:00Z</c> (ISO 8601, UTC).</summary>
    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
    }
}
