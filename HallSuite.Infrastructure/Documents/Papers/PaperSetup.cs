using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Documents.Papers;

/// <summary>What all papers share; the forms are registered by the modules that issue them.</summary>
internal static class PaperSetup
{
    public static void AddPapers(this IServiceCollection services) => services.AddSingleton<PaperSamples>();
}
