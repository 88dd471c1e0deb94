using System.Net;
using System.Text;
using System.Text.Json;
using HallSuite.Domain.Hall;

namespace HallSuite.Tests.TestKit;

/// <summary>What the outside surface answered.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, JsonElement Json, HttpResponseMessage Message)
{
    public JsonElement this[string field] => Json.GetProperty(field);

    public string? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public override string ToString() => $"{(int)Status} {Json}";
}

/// <summary>A device that calls the outside surface of the sample hall.</summary>
public sealed class ApiClient(HallWeb web, string? key, string hall = "sample") : IDisposable
{
    private readonly HttpClient http = web.Visitor();

    public ApiClient(HallWeb web, DeviceKind kind) : this(web, SampleDevices.KeyOf(kind))
    {
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Posts an object as JSON, or nothing.</summary>
    public Task<ApiAnswer> PostAsync(string path, object? body = null, string? once = null, string? language = null) => SendAsync(
        HttpMethod.Post, path, body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), once, language);

    /// <param name="path">Below the hall, or with a leading slash anywhere.</param>
    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, HttpContent? body = null, string? once = null, string? language = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/halls/{hall}/{path}") { Content = body };
        if (key is not null)
        {
            request.Headers.Add("X-Device-Key", key);
        }

        if (once is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", once);
        }

        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ApiAnswer(answer.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default, answer);
    }

    public void Dispose() => http.Dispose();
}
