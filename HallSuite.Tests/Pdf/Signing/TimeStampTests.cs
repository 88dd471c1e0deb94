using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Signing;

/// <summary>A time stamp proves when a signature existed; without a good one nothing is issued.</summary>
public sealed class TimeStampTests : IDisposable
{
    private const string TokenAttribute = "1.2.840.113549.1.9.16.2.14";

    private static readonly Uri Address = new("http://tsa.example.cn/stamp");
    private static readonly DateTimeOffset Stamped = new(2026, 11, 22, 1, 30, 5, TimeSpan.Zero);

    private static readonly RSA AuthorityKey = RSA.Create(2048);

    private readonly TemporaryFolder folder = new();
    private readonly SigningCertificate certificate;

    public TimeStampTests() => certificate = SigningCertificate.OfFile(TestCertificates.Pfx(folder), null);

    public void Dispose()
    {
        certificate.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task SignAsync_WithAnAuthority_CarriesItsTimeStamp()
    {
        var signed = await SignAsync(new Answering(Answer));

        var token = Rfc3161TimestampToken.TryDecode(SignedPaper.CmsIn(signed).SignerInfos[0].UnsignedAttributes.Cast<CryptographicAttributeObject>().Single(a => a.Oid.Value == TokenAttribute).Values[0].RawData, out var read, out _) ? read : null;
        Assert.NotNull(token);
        Assert.Equal(Stamped, token.TokenInfo.Timestamp);
        Assert.True(token.VerifySignatureForData(SignedPaper.CmsIn(signed).SignerInfos[0].GetSignature(), out _));
        Assert.Contains("Signature is Valid.", (await OutsideProgram.RunOnAsync("pdfsig", signed, "{file}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignAsync_WhenTheAuthorityFails_IsRefused()
    {
        await AssertRefusedAsync(new Answering(_ => throw new HttpRequestException("no route")));
        await AssertRefusedAsync(new Answering(_ => new HttpResponseMessage(HttpStatusCode.InternalServerError)));
        await AssertRefusedAsync(new Answering(_ => new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) }));
        await AssertRefusedAsync(new Answering(_ => throw new TaskCanceledException("timeout")));
    }

    [Fact]
    public async Task SignAsync_WhenTheStampIsOfAnotherSignature_IsRefused()
    {
        byte[]? recorded = null;
        await SignAsync(new Answering(request =>
        {
            recorded = Token(request);
            return Response(recorded);
        }));
        await AssertRefusedAsync(new Answering(_ => Response(recorded!)));
    }

    private static HttpResponseMessage Answer(byte[] request) => Response(Token(request));

    private static HttpResponseMessage Response(byte[] token)
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        {
            using (asn.PushSequence())
            {
                asn.WriteInteger(0);
            }

            asn.WriteEncodedValue(token);
        }

        return new HttpResponseMessage { Content = new ByteArrayContent(asn.Encode()) };
    }

    /// <summary>What an authority does (RFC 3161, 2.4.2): signs the asked hash together with the time.</summary>
    private static byte[] Token(byte[] encoded)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(encoded, out var request, out _));
        var order = new CertificateRequest("CN=TSA", AuthorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        order.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        using var authority = order.CreateSelfSigned(Stamped.AddYears(-1), Stamped.AddYears(1));

        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.3.6.1.4.1.99999.1"), request!.HashAlgorithmId, request.GetMessageHash(), new byte[] { 7 }, Stamped, nonce: request.GetNonce());
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var signer = new CmsSigner(authority) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        using (asn.PushSequence())
        using (asn.PushSequence())
        {
            asn.WriteOctetString(SHA256.HashData(authority.RawData));
        }

        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), asn.Encode()));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private async Task AssertRefusedAsync(HttpMessageHandler handler)
    {
        var fault = await Assert.ThrowsAsync<PdfException>(() => SignAsync(handler));
        Assert.Equal("document.time-stamp-refused", fault.Error.Code);
        Assert.Equal("tsa.example.cn", fault.Error.Arguments[0]);
    }

    private async Task<byte[]> SignAsync(HttpMessageHandler handler)
    {
        using var client = new HttpClient(handler);
        var pdf = Paper.Of(writer => writer.BeginPage(Paper.Width, Paper.Height).Say("受理通知书", 100));
        return await new CertificateSigner(certificate, new HttpTimeStampAuthority(client, Address))
            .SignAsync(pdf, new PdfSignatureInfo("某市政务服务中心", "", "", Paper.Info.At), TestContext.Current.CancellationToken);
    }

    private sealed class Answering(Func<byte[], HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
    }
}
