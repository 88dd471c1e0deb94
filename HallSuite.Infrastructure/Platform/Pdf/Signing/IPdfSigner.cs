namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>What a signature says beside the certificate.</summary>
/// <param name="Name">The organ that signs.</param>
/// <param name="Reason">Why, in a few words; may be empty.</param>
/// <param name="Location">Where; may be empty.</param>
/// <param name="At">When, as the signer's clock says it; a time stamp proves it.</param>
public sealed record PdfSignatureInfo(string Name, string Reason, string Location, DateTimeOffset At);

/// <summary>
/// Signs documents. Electronic seals under Chinese law (GB/T 38540, SM2) come from an accredited provider's own device or address: such a signer is
/// another implementation.
/// </summary>
public interface IPdfSigner
{
    /// <summary>Whether a document could be signed at this moment, as far as can be told without one.</summary>
    /// <exception cref="PdfException">A <c>document.certificate-…</c> refusal.</exception>
    void CheckReady(DateTimeOffset at);

    /// <summary>The document with a signature behind it; what was there before stays byte for byte, earlier signatures too.</summary>
    /// <exception cref="PdfException">A <c>document.certificate-…</c> refusal, <c>document.not-signable</c> or <c>document.time-stamp-refused</c>; nothing may be issued then.</exception>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> pdf, PdfSignatureInfo info, CancellationToken cancel);
}
