using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HallSuite.Infrastructure.Platform.Settings;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>A certificate that the program makes for itself while it is developed or tried out. It proves nothing to anyone and says so in its name.</summary>
public static class DevelopmentCertificate
{
    private const int KeyBits = 2048;

    // The clock of a trial may stand in any year.
    private static readonly DateTimeOffset From = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2099, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the certificate once and keeps it in the folder, readable by nobody else; every later start takes the same.</summary>
    /// <exception cref="PdfException"><c>document.certificate-unreadable</c>: the file there is none of ours.</exception>
    public static SigningCertificate In(string folder)
    {
        var file = Path.Combine(folder, "development-signing.pfx");
        SecretFile.MakeOnce(file, Make);
        return SigningCertificate.OfFile(file, null);
    }

    private static byte[] Make()
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=HallSuite development (not valid in law)", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var certificate = request.CreateSelfSigned(From, To);
        return certificate.Export(X509ContentType.Pfx);
    }
}
