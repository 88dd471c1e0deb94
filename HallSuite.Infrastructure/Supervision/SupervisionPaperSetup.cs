using HallSuite.Infrastructure.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Supervision;

internal static class SupervisionPaperSetup
{
    public static void AddSupervisionPapers(this IServiceCollection services) =>
        services.AddSingleton<IPaperForm, UrgingSlipForm>().AddSingleton<IPaperForm, SupervisionLetterForm>();
}
