using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace HallSuite.Tests.TestKit;

/// <summary>A client of <c>/hubs/hall</c> that speaks SignalR's JSON protocol over a plain web socket, as a foreign screen would.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket socket = new();
    private readonly Channel<Push> pushes = Channel.CreateUnbounded<Push>();
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> asked = [];
    private readonly CancellationTokenSource stop = new();
    private Task pump = Task.CompletedTask;
    private int lastId;

    /// <summary>What the server sent by itself: the method and its arguments.</summary>
    public sealed record Push(string Method, JsonElement[] Arguments);

    /// <summary>Done when the server or the network ended the connection.</summary>
    public Task Closed => pump;

    public static async Task<HubClient> ConnectAsync(string url, string? key = null, string? cookies = null)
    {
        var client = new HubClient();
        if (cookies is not null)
        {
            client.socket.Options.SetRequestHeader("Cookie", cookies);
        }

        var address = $"{url.Replace("http", "ws", StringComparison.Ordinal)}/hubs/hall{(key is null ? "" : $"?key={key}")}";
        await client.socket.ConnectAsync(new Uri(address), TestContext.Current.CancellationToken);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        client.pump = client.PumpAsync();
        return client;
    }

    /// <summary>Calls a method of the hub; a refusal is a <see cref="HubRefusedException"/> with its error code.</summary>
    public async Task<JsonElement> InvokeAsync(string method, params object[] arguments)
    {
        var id = Interlocked.Increment(ref lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (asked)
        {
            asked[id] = answer;
        }

        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    /// <summary>The next push that fits, within this time.</summary>
    public async Task<Push> NextAsync(Func<Push, bool> fits, double seconds = 10)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            var push = await pushes.Reader.ReadAsync(limit.Token);
            if (fits(push))
            {
                return push;
            }
        }
    }

    /// <summary>All pushes that have come and were not taken yet.</summary>
    public IEnumerable<Push> Pending()
    {
        while (pushes.Reader.TryRead(out var push))
        {
            yield return push;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        socket.Dispose();
        await pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private Task SendAsync(string json) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json + End), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    private async Task PumpAsync()
    {
        var (buffer, text) = (new byte[64 * 1024], new MemoryStream());
        while (socket.State == WebSocketState.Open)
        {
            var got = await socket.ReceiveAsync(buffer, stop.Token);
            text.Write(buffer, 0, got.Count);
            if (got.EndOfMessage)
            {
                foreach (var message in Encoding.UTF8.GetString(text.ToArray()).Split(End, StringSplitOptions.RemoveEmptyEntries))
                {
                    Take(JsonDocument.Parse(message).RootElement);
                }

                text.SetLength(0);
            }
        }
    }

    private void Take(JsonElement message)
    {
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1:
                pushes.Writer.TryWrite(new Push(message.GetProperty("target").GetString()!, [.. message.GetProperty("arguments").EnumerateArray()]));
                break;
            case 3:
                TaskCompletionSource<JsonElement> answer;
                lock (asked)
                {
                    answer = asked[message.GetProperty("invocationId").GetString()!];
                }

                if (message.TryGetProperty("error", out var error))
                {
                    answer.SetException(new HubRefusedException(error.GetString()!));
                }
                else
                {
                    answer.SetResult(message.TryGetProperty("result", out var result) ? result : default);
                }

                break;
        }
    }
}

/// <summary>The hub refused; the message ends with the error code.</summary>
public sealed class HubRefusedException(string message) : Exception(message)
{
    public string Code => Message[(Message.LastIndexOf(' ') + 1)..];
}
