using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Pdf;

/// <summary>Registers what documents are made with: the fonts, and whoever signs.</summary>
public static class PdfSetup
{
    private static readonly TimeSpan TimeStampPatience = TimeSpan.FromSeconds(10);

    public static void AddPdf(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<FontOptions>, FontOptionsRules>();
        services.AddSection<FontOptions>("Fonts");
        services.AddSingleton(s => FontBook.Of(s.GetRequiredService<IOptions<FontOptions>>().Value));

        services.AddSingleton<IValidateOptions<SigningOptions>, SigningOptionsRules>();
        services.AddSection<SigningOptions>("Signing");
        services.AddSingleton(s => AuthorityOf(s.GetRequiredService<IOptions<SigningOptions>>().Value));
        services.AddSingleton(SignerOf);
    }

    // A certificate of our own making proves nothing to anyone, so there is none outside of Development.
    private static IPdfSigner SignerOf(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<SigningOptions>>().Value;
        var certificate = options.Pfx.Length + options.StoreThumbprint.Length > 0 ? SigningCertificate.Of(options)
            : services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? DevelopmentCertificate.In(services.GetRequiredService<IOptions<DataOptions>>().Value.PathOf("keys"))
            : null;
        return certificate is null ? new NoSigner() : new CertificateSigner(certificate, services.GetRequiredService<ITimeStampAuthority>());
    }

    private static ITimeStampAuthority AuthorityOf(SigningOptions options) => options.TimeStampUrl.Length == 0
        ? new NoTimeStamp()
        : new HttpTimeStampAuthority(new HttpClient { Timeout = TimeStampPatience }, new Uri(options.TimeStampUrl));
}
