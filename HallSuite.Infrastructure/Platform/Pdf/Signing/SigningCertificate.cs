using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>A certificate with its private key, and the certificates above it that go along with each signature.</summary>
public sealed class SigningCertificate : IDisposable
{
    private SigningCertificate(X509Certificate2 own, IReadOnlyList<X509Certificate2> above)
    {
        (Own, Above) = (own, above);
        if (!own.HasPrivateKey)
            throw new PdfException(PdfErrors.CertificateWithoutKey(own.Subject));
    }

    internal X509Certificate2 Own { get; }

    internal IReadOnlyList<X509Certificate2> Above { get; }

    /// <summary>The certificate that the configuration names.</summary>
    /// <exception cref="PdfException"><c>document.certificate-missing</c>, <c>-unreadable</c> or <c>-without-key</c>.</exception>
    public static SigningCertificate Of(SigningOptions options) =>
        options.Pfx.Length > 0 ? OfFile(options.Pfx, PasswordOf(options)) : OfStore(options.StoreThumbprint);

    /// <summary>A certificate from a PFX file; the one with the private key signs.</summary>
    /// <exception cref="PdfException"><c>document.certificate-missing</c>, <c>-unreadable</c> or <c>-without-key</c>.</exception>
    public static SigningCertificate OfFile(string file, string? password)
    {
        if (!File.Exists(file))
            throw new PdfException(PdfErrors.CertificateMissing(file));

        try
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
            var own = all.FirstOrDefault(c => c.HasPrivateKey) ?? all.FirstOrDefault() ?? throw new PdfException(PdfErrors.CertificateWithoutKey(Path.GetFileName(file)));
            return new SigningCertificate(own, [.. all.Where(c => !ReferenceEquals(c, own))]);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new PdfException(PdfErrors.CertificateUnreadable(file, fault.Message), fault);
        }
    }

    /// <exception cref="PdfException"><c>document.certificate-not-valid</c>.</exception>
    public void CheckValidAt(DateTimeOffset at)
    {
        if (at < Own.NotBefore.ToUniversalTime() || at > Own.NotAfter.ToUniversalTime())
            throw new PdfException(PdfErrors.CertificateNotValid(Own.Subject, DateOnly.FromDateTime(Own.NotBefore), DateOnly.FromDateTime(Own.NotAfter)));
    }

    public void Dispose()
    {
        Own.Dispose();
        foreach (var certificate in Above)
        {
            certificate.Dispose();
        }
    }

    private static SigningCertificate OfStore(string thumbprint)
    {
        foreach (var place in (StoreLocation[])[StoreLocation.LocalMachine, StoreLocation.CurrentUser])
        {
            using var store = new X509Store(StoreName.My, place);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // Linux has no store of the machine; the user's may still have it.
                continue;
            }

            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault() is { } found)
                return new SigningCertificate(found, []);
        }

        throw new PdfException(PdfErrors.CertificateMissing(thumbprint));
    }

    private static string? PasswordOf(SigningOptions options)
    {
        if (options.PfxPasswordFile.Length == 0)
            return null;

        try
        {
            using var file = File.OpenText(options.PfxPasswordFile);
            return file.ReadLine();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PdfException(PdfErrors.CertificateUnreadable(options.PfxPasswordFile, fault.Message), fault);
        }
    }
}
