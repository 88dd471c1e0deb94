using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace HallSuite.Bench.Hub;

/// <summary>Many screens on one hub: web sockets that speak SignalR's JSON protocol and note when a push came that holds what they wait for.</summary>
internal sealed class Watchers : IAsyncDisposable
{
    private const byte End = 0x1e;

    private readonly List<ClientWebSocket> sockets = [];
    private readonly CancellationTokenSource stop = new();
    private byte[] expected = [];
    private double[] arrived = [];
    private int arrivals;
    private long began;
    private TaskCompletionSource allArrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The text of the last push that was seen, so that the bare server can send the same bytes.</summary>
    public string LastPush { get; private set; } = "";

    public static async Task<Watchers> ConnectAsync(string url, string query, int count)
    {
        var watchers = new Watchers();
        foreach (var batch in Enumerable.Range(0, count).Chunk(50))
        {
            await Task.WhenAll(batch.Select(_ => watchers.AddAsync($"{url.Replace("http", "ws", StringComparison.Ordinal)}/hubs/hall{query}")));
        }

        watchers.arrived = new double[count];
        return watchers;
    }

    /// <summary>Runs an act and waits until every watcher has a push with this text; the times in milliseconds from before the act.</summary>
    public async Task<double[]> UntilAllSeeAsync(string text, Func<Task> act)
    {
        allArrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref arrivals, 0);
        began = Stopwatch.GetTimestamp();
        Volatile.Write(ref expected, Encoding.UTF8.GetBytes(text));
        await act();
        await allArrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return [.. arrived];
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }
    }

    private async Task AddAsync(string address)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(address), CancellationToken.None);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        await SendAsync(socket, """{"type":1,"invocationId":"1","target":"Watch","arguments":["demo","queue"]}""");
        var watching = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (sockets)
        {
            sockets.Add(socket);
        }

        _ = PumpAsync(socket, watching);
        await watching.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task PumpAsync(ClientWebSocket socket, TaskCompletionSource watching)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        byte[]? seen = null;
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var got = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), stop.Token);
                length += got.Count;
                if (length == 0 || buffer[length - 1] != End)
                {
                    continue;
                }

                var frame = buffer.AsMemory(0, length);
                var wanted = Volatile.Read(ref expected);
                if (wanted.Length > 0 && !ReferenceEquals(seen, wanted) && frame.Span.IndexOf(wanted) >= 0 && frame.Span.IndexOf("\"Changed\""u8) >= 0)
                {
                    seen = wanted;
                    Note(frame);
                }

                if (frame.Span.IndexOf("\"type\":3"u8) >= 0)
                {
                    watching.TrySetResult();
                }

                length = 0;
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            watching.TrySetException(fault);
        }
    }

    private void Note(ReadOnlyMemory<byte> frame)
    {
        var place = Interlocked.Increment(ref arrivals);
        arrived[place - 1] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (place == arrived.Length)
        {
            LastPush = Encoding.UTF8.GetString(frame.Span).TrimEnd((char)End);
            allArrived.TrySetResult();
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string json) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json + (char)End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
