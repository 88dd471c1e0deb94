using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.Extensions.DependencyInjection;
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
        services.AddSingleton(s => new FontBook(s.GetRequiredService<IOptions<FontOptions>>().Value));

        services.AddSingleton<IValidateOptions<SigningOptions>, SigningOptionsRules>();
        services.AddSection<SigningOptions>("Signing");
        services.AddSingleton(s => CertificateOf(s.GetRequiredService<IOptions<SigningOptions>>().Value, s.GetRequiredService<IOptions<DataOptions>>().Value));
        services.AddSingleton(s => AuthorityOf(s.GetRequiredService<IOptions<SigningOptions>>().Value));
        services.AddSingleton<IPdfSigner>(s => new CertificateSigner(s.GetRequiredService<SigningCertificate>(), s.GetRequiredService<ITimeStampAuthority>()));
    }

    // Outside of Development the rules refuse to start without a certificate, so the one of our own making is never reached there.
    private static SigningCertificate CertificateOf(SigningOptions options, DataOptions data) =>
        options.Pfx.Length + options.StoreThumbprint.Length == 0 ? DevelopmentCertificate.In(data.PathOf("keys")) : SigningCertificate.Of(options);

    private static ITimeStampAuthority AuthorityOf(SigningOptions options) => options.TimeStampUrl.Length == 0
        ? new NoTimeStamp()
        : new HttpTimeStampAuthority(new HttpClient { Timeout = TimeStampPatience }, new Uri(options.TimeStampUrl));
}
