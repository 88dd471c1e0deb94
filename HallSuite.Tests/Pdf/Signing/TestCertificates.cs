using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Signing;

/// <summary>Certificates in PFX files, made for one test.</summary>
internal static class TestCertificates
{
    /// <summary>One key for all: making one takes longer than a test.</summary>
    private static readonly RSA Key = RSA.Create(2048);

    public static string Pfx(TemporaryFolder folder, string? password = null, DateTimeOffset? from = null, DateTimeOffset? to = null, bool withKey = true, bool elliptic = false)
    {
        var file = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.pfx");
        using var certificate = Make(from ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), to ?? new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero), elliptic);
        using var open = X509CertificateLoader.LoadCertificate(certificate.RawData);
        File.WriteAllBytes(file, (withKey ? certificate : open).Export(X509ContentType.Pfx, password));
        return file;
    }

    /// <summary>A file with a certificate, its key and the certificate above it, as an authority hands it out.</summary>
    public static string PfxWithChain(TemporaryFolder folder)
    {
        var (from, to) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var above = new CertificateRequest("CN=CA", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        above.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = above.CreateSelfSigned(from, to);
        using var ownKey = RSA.Create(2048);
        var order = new CertificateRequest("CN=某市政务服务中心", ownKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var issued = order.Create(authority, from, to, [1, 2, 3]);
        using var own = issued.CopyWithPrivateKey(ownKey);
        using var open = X509CertificateLoader.LoadCertificate(authority.RawData);
        var file = Path.Combine(folder.Path, "chain.pfx");
        File.WriteAllBytes(file, new X509Certificate2Collection { open, own }.Export(X509ContentType.Pfx)!);
        return file;
    }

    /// <summary>One that a start accepts on whatever day the tests run; not valid before 2010.</summary>
    public static string PfxOfToday(TemporaryFolder folder) =>
        Pfx(folder, from: new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero), to: new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static X509Certificate2 Make(DateTimeOffset from, DateTimeOffset to, bool elliptic)
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = elliptic
            ? new CertificateRequest("CN=某市政务服务中心", curve, HashAlgorithmName.SHA256)
            : new CertificateRequest("CN=某市政务服务中心", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        return request.CreateSelfSigned(from, to);
    }
}
