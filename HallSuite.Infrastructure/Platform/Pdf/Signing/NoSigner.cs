namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>Where no certificate is configured: the hall serves, and whoever would issue a document is told what is missing before a number is used.</summary>
public sealed class NoSigner : IPdfSigner
{
    public void CheckReady(DateTimeOffset at) => throw new PdfException(PdfErrors.CertificateUnset);

    public Task<byte[]> SignAsync(ReadOnlyMemory<byte> pdf, PdfSignatureInfo info, CancellationToken cancel) => throw new PdfException(PdfErrors.CertificateUnset);
}
