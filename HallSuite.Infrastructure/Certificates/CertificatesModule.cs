using HallSuite.Domain.Certificates;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Certificates;

internal static class CertificatesModule
{
    public static void AddCertificates(this IServiceCollection services)
    {
        services.AddSingleton<CertificateIdentifiers>().AddSingleton<CaseCertificates>();
        services.AddSingleton<MakeCertificate>(s => s.GetRequiredService<CaseCertificates>().MakeAsync);
        services.AddSingleton<CertificateQueries>();
        services.AddSingleton(TopicMap.For<Certificate>(c => [CaseTopics.Case(c.Case)]));
    }

    public static void AddCertificatePapers(this IServiceCollection services) => services.AddSingleton<IPaperForm, LicenceCertificateForm>();
}
