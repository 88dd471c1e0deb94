using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Signing;

/// <summary>A certificate that cannot sign is found out before anything is issued.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void OfFile_WithoutItsKey_IsRefused() => AssertRefused("document.certificate-without-key", TestCertificates.Pfx(folder, withKey: false), null);

    [Fact]
    public void OfFile_ThatIsNotThere_IsRefused() => AssertRefused("document.certificate-missing", Path.Combine(folder.Path, "none", "none.pfx"), null);

    [Fact]
    public void OfFile_WithAWrongPassword_IsRefused()
    {
        AssertRefused("document.certificate-unreadable", TestCertificates.Pfx(folder, password: "right"), "wrong");
        AssertRefused("document.certificate-unreadable", TestCertificates.Pfx(folder, password: "right"), null);
    }

    [Fact]
    public void OfFile_ThatIsNoPfx_IsRefused()
    {
        var file = Path.Combine(folder.Path, "text.pfx");
        File.WriteAllText(file, "not a certificate");
        AssertRefused("document.certificate-unreadable", file, null);
    }

    [Fact]
    public void Of_WithThePasswordInAFile_OpensIt()
    {
        var password = Path.Combine(folder.Path, "password");
        File.WriteAllText(password, "right\n");
        using var certificate = SigningCertificate.Of(new SigningOptions { Pfx = TestCertificates.Pfx(folder, "right"), PfxPasswordFile = password });
        certificate.CheckValidAt(Paper.Info.At);
    }

    [Fact]
    public void Of_AThumbprintThatNoStoreHas_IsRefused()
    {
        var fault = Assert.Throws<PdfException>(() => SigningCertificate.Of(new SigningOptions { StoreThumbprint = new string('0', 40) }));
        Assert.Equal("document.certificate-missing", fault.Error.Code);
    }

    [Fact]
    public void TheDevelopmentCertificate_IsMadeOnce_ForItsOwnerAlone()
    {
        var place = Path.Combine(folder.Path, "keys");
        var made = new string[8];
        Parallel.For(0, made.Length, i =>
        {
            using var certificate = DevelopmentCertificate.In(place);
            made[i] = certificate.Own.Thumbprint;
        });
        Assert.Single(made.Distinct());
        var file = Assert.Single(Directory.GetFiles(place));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void WithoutACertificate_NothingIsSigned()
    {
        Assert.Empty(Faults(new SigningOptions()));
        Assert.Equal("document.certificate-unset", Assert.Throws<PdfException>(() => new NoSigner().CheckReady(DateTimeOffset.UnixEpoch)).Error.Code);
        Assert.Empty(Faults(new SigningOptions { Pfx = TestCertificates.Pfx(folder), TimeStampUrl = "http://tsa.example.cn" }));
    }

    [Fact]
    public void ACertificateOutOfDate_StopsNoStart_AndSignsNothing()
    {
        var expired = TestCertificates.Pfx(folder, from: new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), to: new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Empty(Faults(new SigningOptions { Pfx = expired }));
        using var certificate = SigningCertificate.OfFile(expired, null);
        Assert.Equal(
            "document.certificate-not-valid",
            Assert.Throws<PdfException>(() => new CertificateSigner(certificate, new NoTimeStamp()).CheckReady(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))).Error.Code);
    }

    [Fact]
    public void TheSettings_ThatCannotSign_SayWhy()
    {
        Assert.StartsWith("Signing: document.certificate-without-key (CN=", Assert.Single(Faults(new SigningOptions { Pfx = TestCertificates.Pfx(folder, withKey: false) })), StringComparison.Ordinal);
        Assert.Equal(
            ["Signing:TimeStampUrl is \"tsa\"; it must be an address such as http://tsa.example.cn.", "Signing:Pfx and Signing:StoreThumbprint are both set; only one certificate can sign."],
            Faults(new SigningOptions { Pfx = "a", StoreThumbprint = "b", TimeStampUrl = "tsa" }));
    }

    private static void AssertRefused(string code, string file, string? password) =>
        Assert.Equal(code, Assert.Throws<PdfException>(() => SigningCertificate.OfFile(file, password)).Error.Code);

    private static IEnumerable<string> Faults(SigningOptions options) => new SigningOptionsRules().Validate(null, options).Failures ?? [];
}
