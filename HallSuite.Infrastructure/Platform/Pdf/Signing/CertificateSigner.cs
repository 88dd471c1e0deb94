using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>
/// Signs with a certificate of its own (RSA or ECDSA, SHA-256), as PAdES wants it (ETSI EN 319 142-1, level B-B; B-T with a time stamp). It proves who
/// signed and that nothing was changed; it is no seal under GB/T 38540. Safe for any number of threads.
/// </summary>
public sealed class CertificateSigner(SigningCertificate certificate, ITimeStampAuthority authority) : IPdfSigner
{
    private const int RoomForAttributes = 2048;

    private static readonly Oid Sha256 = new("2.16.840.1.101.3.4.2.1");
    private static readonly Oid SigningCertificateAttribute = new("1.2.840.113549.1.9.16.2.47");
    private static readonly Oid TimeStampAttribute = new("1.2.840.113549.1.9.16.2.14");

    public void CheckReady(DateTimeOffset at) => certificate.CheckValidAt(at);

    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> pdf, PdfSignatureInfo info, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        certificate.CheckValidAt(info.At);
        var slot = PdfSignatureSlot.Append(pdf, info, Room());
        var cms = Sign(slot.SignedBytes);
        var signature = cms.SignerInfos[0];
        if (await authority.StampAsync(signature.GetSignature(), cancel) is { } stamp)
            signature.AddUnsignedAttribute(new AsnEncodedData(TimeStampAttribute, stamp));

        return slot.With(cms.Encode());
    }

    private SignedCms Sign(byte[] bytes)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate.Own)
        {
            DigestAlgorithm = Sha256,

            // The chain's own lookup would ask the network for what the PFX lacks.
            IncludeOption = System.Security.Cryptography.X509Certificates.X509IncludeOption.EndCertOnly,
        };
        foreach (var above in certificate.Above)
        {
            signer.Certificates.Add(above);
        }

        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateAttribute, SigningCertificateValue()));
        var cms = new SignedCms(new ContentInfo(bytes), detached: true);
        cms.ComputeSignature(signer);
        return cms;
    }

    /// <summary>Binds the certificate to the signature, so that no other with the same key can be put in its place (RFC 5035, 3).</summary>
    private byte[] SigningCertificateValue()
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        using (asn.PushSequence())
        using (asn.PushSequence())
        {
            asn.WriteOctetString(SHA256.HashData(certificate.Own.RawData));
        }

        return asn.Encode();
    }

    private int Room() => RoomForAttributes + certificate.Own.RawData.Length + certificate.Above.Sum(c => c.RawData.Length) + authority.Room;
}
