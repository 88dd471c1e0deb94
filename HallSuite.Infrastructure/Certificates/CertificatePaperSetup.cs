using HallSuite.Infrastructure.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Certificates;

internal static class CertificatePaperSetup
{
    public static void AddCertificatePapers(this IServiceCollection services) => services.AddSingleton<IPaperForm, LicenceCertificateForm>();
}
