using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Matters;

/// <summary>Topics of the catalogue.</summary>
public static class MatterTopics
{
    /// <summary>Something in the catalogue. An import touches thousands of matters, and whoever looks at one reads little.</summary>
    public const string Catalogue = "matters";
}

internal static class MattersModule
{
    public static void AddMatters(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueQueries>().AddSingleton<AdminMatterQueries>().AddSingleton<MatterImportQueries>().AddSingleton<ImportMatters>();
        services.AddSingleton(TopicMap.For<Matter>(_ => [MatterTopics.Catalogue]));
        services.AddSingleton(TopicMap.For<Standard>(_ => [MatterTopics.Catalogue]));
    }
}
