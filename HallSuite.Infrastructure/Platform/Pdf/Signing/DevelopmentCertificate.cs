using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

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
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            Make(file);
        }

        return SigningCertificate.OfFile(file, null);
    }

    private static void Make(string file)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=HallSuite development (not valid in law)", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        using var certificate = request.CreateSelfSigned(From, To);

        // Whole under another name first: whoever starts at the same instant must not read half of it.
        var own = $"{file}.{Guid.NewGuid():N}";
        var access = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var stream = new FileStream(own, access))
        {
            stream.Write(certificate.Export(X509ContentType.Pfx));
        }

        try
        {
            File.Move(own, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(own);
        }
    }
}
