using Microsoft.AspNetCore.SignalR;

namespace HallSuite.Web.Screens.Relay;

/// <summary>
/// One connection in one group. A message goes out at once; while the connection still takes the one before, only the newest waits.
/// So a slow screen skips pictures, costs one message of memory, and holds up nobody.
/// </summary>
internal sealed class Watcher(HubConnectionContext connection)
{
    private readonly Lock gate = new();
    private SerializedHubMessage? waiting;
    private bool isWriting;

    public string Id => connection.ConnectionId;

    public void Post(SerializedHubMessage message)
    {
        lock (gate)
        {
            if (isWriting)
            {
                waiting = message;
                return;
            }

            isWriting = true;
        }

        _ = WriteAsync(message);
    }

    private async Task WriteAsync(SerializedHubMessage first)
    {
        for (var message = first; message is not null; message = Next())
        {
            // A connection that is gone takes messages without an error; the hub hears of its end and leaves the group.
            await connection.WriteAsync(message, connection.ConnectionAborted);
        }
    }

    private SerializedHubMessage? Next()
    {
        lock (gate)
        {
            var next = waiting;
            waiting = null;
            isWriting = next is not null;
            return next;
        }
    }
}
