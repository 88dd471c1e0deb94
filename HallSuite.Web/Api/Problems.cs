using System.Globalization;
using System.Text.Json;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace HallSuite.Web.Api;

/// <summary>Turns a refusal into RFC 9457 problem details: the status, the stable <c>code</c>, and a sentence in the caller's language.</summary>
internal sealed class Problems(ErrorTexts errors, EnumTexts enums)
{
    public const string ContentType = "application/problem+json";

    // Long enough for a standby to take over, short enough that a kiosk's visitor waits for it.
    private const int RetryAfterSeconds = 5;

    public static int StatusOf(Error error) => StatusByCode.TryGetValue(error.Code, out var status) ? status : error.Kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
    };

    // What HTTP has a status of its own for.
    private static readonly Dictionary<string, int> StatusByCode = new()
    {
        [HallErrors.DeviceUnknown.Code] = StatusCodes.Status401Unauthorized,
        [RequestErrors.NotJson.Code] = StatusCodes.Status400BadRequest,
        [RequestErrors.MethodNotAllowed.Code] = StatusCodes.Status405MethodNotAllowed,
        [RequestErrors.TooLarge(0).Code] = StatusCodes.Status413PayloadTooLarge,
        [RequestErrors.MediaType.Code] = StatusCodes.Status415UnsupportedMediaType,
        [RequestErrors.TooMany.Code] = StatusCodes.Status429TooManyRequests,
        [RequestErrors.Failed.Code] = StatusCodes.Status500InternalServerError,
    };

    /// <summary>What a bare status of the framework means in our words.</summary>
    public static Error OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => RequestErrors.NotJson,
        StatusCodes.Status401Unauthorized => HallErrors.DeviceUnknown,
        StatusCodes.Status404NotFound => RequestErrors.AddressUnknown,
        StatusCodes.Status405MethodNotAllowed => RequestErrors.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => RequestErrors.TooLarge(ApiBody.Limit),
        StatusCodes.Status415UnsupportedMediaType => RequestErrors.MediaType,
        StatusCodes.Status429TooManyRequests => RequestErrors.TooMany,
        _ => RequestErrors.Failed,
    };

    public async Task WriteAsync(HttpContext context, Error error)
    {
        var status = StatusOf(error);
        var problem = new ProblemDetails
        {
            Type = $"urn:hallsuite:error:{error.Code}",
            Status = status,
            Title = enums.Of(error.Kind),
            Detail = errors.Of(error),
            Extensions = { ["code"] = error.Code },
        };
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        if (status is StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsJsonAsync(problem, JsonSerializerOptions.Web, ContentType, context.RequestAborted);
    }

    /// <summary>A refusal as the answer of an endpoint.</summary>
    public static IResult Of(Error error) => new Refusal(error);

    private sealed class Refusal(Error error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => httpContext.RequestServices.GetRequiredService<Problems>().WriteAsync(httpContext, error);
    }
}
