using System.Diagnostics;
using Microsoft.Extensions.Logging.Console;

namespace HallSuite.Web.Hosting;

/// <summary>
/// Logs go to the console: a JSON object a line in Production, for people in Development, and only what went wrong, on stderr, while a
/// verb runs. They hold no personal data; a request is named by its route, because addresses can hold a visitor's secret code.
/// </summary>
internal static partial class Logs
{
    public static void AddHallLogs(this WebApplicationBuilder builder, bool forVerb)
    {
        builder.Logging.ClearProviders();
        if (forVerb)
        {
            builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
            builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);

            // What a database says reaches whoever typed the verb as its one line.
            builder.Logging.AddFilter<ConsoleLoggerProvider>(
                (category, level) => level >= LogLevel.Warning && category?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) != true);
        }
        else if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(options => (options.SingleLine, options.TimestampFormat) = (true, "HH:mm:ss "));
        }
        else
        {
            builder.Logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }

        // What keeps the program from starting, or ends a verb, is told once, by StartGuard, in a line.
        var start = new StartPhase();
        builder.Services.AddSingleton(start);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => start.IsOver && level >= LogLevel.Information);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", level => start.IsOver && level >= LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => start.IsOver && level >= LogLevel.Warning);
    }

    /// <summary>One line a request: route, status, duration. What the framework itself says of requests stays off.</summary>
    public static void UseRequestLog(this WebApplication app)
    {
        var start = app.Services.GetRequiredService<StartPhase>();
        app.Lifetime.ApplicationStarted.Register(() => start.IsOver = true);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("HallSuite.Requests");
        app.Use(async (context, next) =>
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                var level = context.Response.StatusCode >= 500 ? LogLevel.Warning : RouteOf(context) is HallUrls.Health or StaticFile ? LogLevel.Debug : LogLevel.Information;
                Answered(log, level, context.Request.Method, RouteOf(context), context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        });
    }

    private const string StaticFile = "(file)";

    private static string RouteOf(HttpContext context) => context.GetEndpoint() switch
    {
        RouteEndpoint route when route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null => StaticFile,
        RouteEndpoint route => "/" + route.RoutePattern.RawText?.TrimStart('/'),
        _ => "(none)",
    };

    [LoggerMessage(EventId = 1, Message = "{Method} {Route} {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger log, LogLevel level, string method, string route, int status, long milliseconds);

    /// <summary>Whether the host has come up.</summary>
    private sealed class StartPhase
    {
        public volatile bool IsOver;
    }
}
