using HallSuite.Infrastructure.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Matters;

internal static class MatterPaperSetup
{
    public static void AddMatterPapers(this IServiceCollection services) => services.AddSingleton<IPaperForm, MatterNoticeForm>();
}
