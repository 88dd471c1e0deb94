using System.Text;
using System.Text.RegularExpressions;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Signing;

/// <summary>A signature is valid for whoever checks it, until a byte is changed; signing again spoils no earlier signature.</summary>
public sealed class SignatureTests : IDisposable
{
    private const int Trials = 1500;

    private static readonly PdfSignatureInfo Info = new("某市政务服务中心", "受理通知", "某市", Paper.Info.At);

    private readonly TemporaryFolder folder = new();
    private readonly SigningCertificate certificate;
    private readonly CertificateSigner signer;

    public SignatureTests()
    {
        certificate = SigningCertificate.OfFile(TestCertificates.Pfx(folder), null);
        signer = new CertificateSigner(certificate, new NoTimeStamp());
    }

    public void Dispose()
    {
        certificate.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignAsync_ADocument_IsValidForOtherPrograms(bool compress)
    {
        var pdf = Document(compress);
        var signed = await signer.SignAsync(pdf, Info, TestContext.Current.CancellationToken);

        await Paper.SoundAsync(signed);
        var said = await CheckAsync(signed);
        Assert.Contains("Signature Validation: Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
        Assert.Contains("SHA-256", said, StringComparison.Ordinal);
        Assert.Contains("某市政务服务中心", said, StringComparison.Ordinal);
        Assert.Equal(pdf, signed[..pdf.Length]);
        Assert.Equal(await Paper.TextAsync(pdf), await Paper.TextAsync(signed));
    }

    [Fact]
    public async Task SignAsync_WithAnEllipticKey_IsValidToo()
    {
        using var elliptic = SigningCertificate.OfFile(TestCertificates.Pfx(folder, elliptic: true), null);
        var signed = await new CertificateSigner(elliptic, new NoTimeStamp()).SignAsync(Document(), Info, TestContext.Current.CancellationToken);
        Assert.Contains("Signature is Valid.", await CheckAsync(signed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignAsync_WithAnAuthoritysCertificate_BringsItAlong()
    {
        using var chained = SigningCertificate.OfFile(TestCertificates.PfxWithChain(folder), null);
        var signed = await new CertificateSigner(chained, new NoTimeStamp()).SignAsync(Document(), Info, TestContext.Current.CancellationToken);
        var cms = SignedPaper.CmsIn(signed);
        Assert.Equal(["CN=CA", "CN=某市政务服务中心"], cms.Certificates.Select(c => c.Subject).Order());
        Assert.Equal("CN=某市政务服务中心", cms.SignerInfos[0].Certificate!.Subject);
        Assert.Contains("Signature is Valid.", await CheckAsync(signed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneChangedByte_AnywhereInTheDocument_IsFoundOut()
    {
        var pdf = Document(compress: false);
        var signed = await signer.SignAsync(pdf, Info, TestContext.Current.CancellationToken);
        foreach (var at in new[] { Paper.Clear(pdf).IndexOf(" Td", StringComparison.Ordinal) - 1, Paper.Clear(signed).IndexOf("/M(D:2026", StringComparison.Ordinal) + 6 })
        {
            var changed = signed.ToArray();
            changed[at] = changed[at] == '1' ? (byte)'2' : (byte)'1';
            var said = await CheckAsync(changed);
            Assert.DoesNotContain("Signature is Valid", said, StringComparison.Ordinal);
            Assert.Contains("Digest Mismatch", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignAsync_ASignedDocument_KeepsTheFirstSignatureValid(bool compress)
    {
        var first = await signer.SignAsync(Document(compress), Info, TestContext.Current.CancellationToken);
        var second = await signer.SignAsync(first, Info with { Reason = "送达" }, TestContext.Current.CancellationToken);
        var third = await signer.SignAsync(second, Info with { Reason = "归档" }, TestContext.Current.CancellationToken);

        await Paper.SoundAsync(third);
        Assert.Equal(second, third[..second.Length]);
        var said = await CheckAsync(third);
        Assert.Equal(3, Regex.Count(said, "Signature is Valid"));
        Assert.Equal(3, Regex.Matches(said, "Signature Field Name: (Signature\\d)").Select(m => m.Groups[1].Value).Distinct().Count());
        Assert.Equal(2, Regex.Count(said, "Not total document signed"));
    }

    [Fact]
    public async Task SignAsync_FromManyThreads_IsValidEachTime()
    {
        var pdf = Document();
        var signed = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => signer.SignAsync(pdf, Info, CancellationToken.None), TestContext.Current.CancellationToken)));

        // RSA signs the same bytes the same way.
        Assert.All(signed, s => Assert.Equal(signed[0], s));
    }

    [Fact]
    public async Task SignAsync_WhenTheCertificateIsNotValidThen_IsRefused()
    {
        foreach (var at in new[] { new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 1, 2, 0, 0, 0, TimeSpan.Zero) })
        {
            var fault = await Assert.ThrowsAsync<PdfException>(() => signer.SignAsync(Document(), Info with { At = at }, TestContext.Current.CancellationToken));
            Assert.Equal("document.certificate-not-valid", fault.Error.Code);
        }
    }

    [Fact]
    public async Task SignAsync_ACancelledOrder_SignsNothing() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => signer.SignAsync(Document(), Info, new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("")]
    [InlineData("startxref\n0\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 99999999\ntrailer<</Size 3>>startxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer<</Size 3/Root 1 0 R/Prev 9>>startxref\n9\n%%EOF")]
    public async Task SignAsync_WhatIsNoDocumentOfOurs_IsRefused(string file)
    {
        var fault = await Assert.ThrowsAsync<PdfException>(() => signer.SignAsync(Encoding.ASCII.GetBytes(file), Info, TestContext.Current.CancellationToken));
        Assert.Equal("document.not-signable", fault.Error.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ADocumentThatWasChangedAnywhere_IsReadOrRefused(bool compress)
    {
        var random = new Random(32000);
        var sound = Document(compress);
        var refused = 0;
        for (var i = 0; i < Trials; i++)
        {
            var changed = sound.ToArray();
            for (var changes = random.Next(1, 20); changes > 0; changes--)
            {
                // The end is what is read.
                changed[^random.Next(1, random.Next(2) == 0 ? 300 : 3000)] = (byte)random.Next(256);
            }

            try
            {
                PdfSignatureSlot.Append(changed, Info, 100);
            }
            catch (PdfException fault)
            {
                Assert.Equal("document.not-signable", fault.Error.Code);
                refused++;
            }
        }

        Assert.InRange(refused, 1, Trials);
    }

    private static byte[] Document(bool compress = true) => Paper.Of(
        writer =>
        {
            writer.BeginPage(Paper.Width, Paper.Height).Say("受理通知书 𠮷", 100);
            writer.BeginPage(Paper.Width, Paper.Height).Say("第二页", 100);
        },
        compress);

    private static async Task<string> CheckAsync(byte[] pdf) => (await OutsideProgram.RunOnAsync("pdfsig", pdf, "{file}")).Text;
}
