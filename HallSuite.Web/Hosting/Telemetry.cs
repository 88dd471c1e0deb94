using System.Diagnostics;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HallSuite.Web.Hosting;

/// <summary>Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Where metrics and traces go (OTLP over HTTP or gRPC, as OTEL_EXPORTER_OTLP_PROTOCOL says); unset, none are made.</summary>
    public Uri? OtlpEndpoint { get; set; }
}

/// <summary>A half address would silently measure nothing.</summary>
internal sealed class TelemetryOptionsRules : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.OtlpEndpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Telemetry:OtlpEndpoint '{options.OtlpEndpoint}' is not the address of a collector: write it as http://127.0.0.1:4317.");
}

/// <summary>Metrics and traces for a collector, when there is one. Addresses are taken off the traces: they can hold a visitor's secret code.</summary>
internal static class Telemetry
{
    public static void AddHallTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSection<TelemetryOptions>("Telemetry");
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsRules>();
        if (!Uri.TryCreate(builder.Configuration["Telemetry:OtlpEndpoint"], UriKind.Absolute, out var endpoint))
        {
            return;
        }

        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .AddMeter("Microsoft.AspNetCore.*", "Npgsql", "System.Runtime").AddOtlpExporter(o => o.Endpoint = endpoint).Build());
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .AddSource("Microsoft.AspNetCore", "Npgsql").AddProcessor(new AddressRemover()).AddOtlpExporter(o => o.Endpoint = endpoint).Build());
        builder.Services.AddHostedService<Started>();
    }

    private sealed class AddressRemover : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var tag in new[] { "url.path", "url.query", "url.full", "http.target", "http.url" })
            {
                data.SetTag(tag, null);
            }
        }
    }

    /// <summary>The providers work from the moment they are made, so they are made with the host.</summary>
    private sealed class Started(MeterProvider meters, TracerProvider traces) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            meters.ForceFlush(2000);
            traces.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
