using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Web.Devices;
using Microsoft.AspNetCore.Diagnostics;

namespace HallSuite.Web.Api;

/// <summary>
/// What programs and device browsers get when something throws: a database that is away is 503 and passes, anything else is a bug,
/// told as 500 without details and written to the log.
/// </summary>
internal sealed class OutsideFaults(Problems problems, ILogger<OutsideFaults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var isDevicePage = endpoint?.Metadata.GetMetadata<DeviceDoorAttribute>() is { IsPage: true };
        if (!isDevicePage && !ApiSetup.IsForPrograms(httpContext))
        {
            return false;
        }

        var error = exception is BadHttpRequestException bad ? Problems.OfStatus(bad.StatusCode) : DatabaseFaults.OutageOf(exception) ?? RequestErrors.Failed;
        if (error.Kind == ErrorKind.Unavailable)
        {
            log.LogError(exception, "{Method} {Path} failed: {Error}", httpContext.Request.Method, httpContext.Request.Path, error.Code);
        }

        // The middleware has taken the endpoint away, and with it the knowledge of who asks.
        httpContext.SetEndpoint(endpoint);
        await (isDevicePage ? DeviceDoor.RefuseAsync(httpContext, error) : problems.WriteAsync(httpContext, error));
        return true;
    }
}
