using HallSuite.Infrastructure.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Statistics;

/// <summary>Reads what all modules count; nobody depends on it.</summary>
internal static class StatisticsModule
{
    public static void AddStatistics(this IServiceCollection services) => services.AddSingleton<HallStatisticsQueries>().AddSingleton<IPaperForm, TableReportForm>();
}
