using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Privacy;
using Microsoft.AspNetCore.Http.Features;

namespace HallSuite.Web.Api;

/// <summary>
/// Reads the body of a POST once, whole and bounded, before anything else does: what is too large is refused, and an
/// <c>Idempotency-Key</c> becomes the key and the hash by which the operation knows the same request again.
/// </summary>
internal sealed class ApiBody(RequestDelegate next)
{
    /// <summary>In bytes; the largest request of CONTRACT §3 is far below.</summary>
    public const int Limit = 64 * 1024;

    public const string IdempotencyHeader = "Idempotency-Key";
    public const int LongestIdempotencyKey = 100;

    // The server reads away what we refuse, up to here, so that the caller sees the answer instead of a broken connection.
    private const long DrainLimit = 128 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context, Problems problems, PersonalData personal)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = DrainLimit;
        }

        if (context.Request.ContentLength > Limit || await ReadAsync(context.Request.Body, context.RequestAborted) is not { } body)
        {
            await problems.WriteAsync(context, RequestErrors.TooLarge(Limit));
            return;
        }

        if (context.Request.Headers.TryGetValue(IdempotencyHeader, out var header))
        {
            var key = header.ToString();
            if (key.Length is 0 or > LongestIdempotencyKey || key.Any(c => c is <= ' ' or > '~'))
            {
                await problems.WriteAsync(context, RequestErrors.KeyInvalid(LongestIdempotencyKey));
                return;
            }

            context.Features.Set(new OnceKey(key, HashOf(context.Request, body, personal)));
        }

        context.Request.Body = new MemoryStream(body, writable: false);
        await next(context);
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var body = new MemoryStream();
        var buffer = new byte[8 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > Limit)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    // Keyed, because the body of a ticket holds an identity number: a plain hash of so few possibilities would give it away.
    private static string HashOf(HttpRequest request, byte[] body, PersonalData personal) =>
        personal.Lookup("once", $"{request.Method}\n{request.PathBase}{request.Path}\n{Convert.ToBase64String(body)}").Value;
}
