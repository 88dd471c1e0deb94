using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>Someone trusted who says when a signature existed (RFC 3161).</summary>
public interface ITimeStampAuthority
{
    /// <summary>Bytes to keep free for the time stamp; 0 where there will be none.</summary>
    int Room { get; }

    /// <summary>The time stamp of a signature's value, coded; null where none is given.</summary>
    /// <exception cref="PdfException"><c>document.time-stamp-refused</c>.</exception>
    Task<byte[]?> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancel);
}

/// <summary>No time stamps: the signer's own clock is all there is.</summary>
public sealed class NoTimeStamp : ITimeStampAuthority
{
    public int Room => 0;

    public Task<byte[]?> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancel) => Task.FromResult<byte[]?>(null);
}

/// <summary>A time-stamp authority that is asked over HTTP (RFC 3161, 3.4).</summary>
/// <param name="client">Its timeout is how long a document waits.</param>
public sealed class HttpTimeStampAuthority(HttpClient client, Uri address) : ITimeStampAuthority
{
    private static readonly MediaTypeHeaderValue Query = new("application/timestamp-query");

    // The token carries the authority's own certificates, three or four of some 1.5 KB.
    public int Room => 12 * 1024;

    public async Task<byte[]?> StampAsync(ReadOnlyMemory<byte> signature, CancellationToken cancel)
    {
        try
        {
            var request = Rfc3161TimestampRequest.CreateFromData(
                signature.Span, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
            using var body = new ByteArrayContent(request.Encode());
            body.Headers.ContentType = Query;
            using var answer = await client.PostAsync(address, body, cancel);
            answer.EnsureSuccessStatusCode();
            var stamp = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancel), out _).AsSignedCms().Encode();
            return stamp.Length <= Room ? stamp : throw new PdfException(PdfErrors.TimeStampRefused(address.Host, $"{stamp.Length} > {Room} bytes"));
        }
        catch (Exception fault) when (fault is HttpRequestException or CryptographicException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new PdfException(PdfErrors.TimeStampRefused(address.Host, fault.Message), fault);
        }
    }
}
