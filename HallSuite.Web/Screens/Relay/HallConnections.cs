using System.Collections.Concurrent;
using HallSuite.Web.Api;
using Microsoft.AspNetCore.SignalR;

namespace HallSuite.Web.Screens.Relay;

/// <summary>
/// The open connections of this node. SignalR's own groups wait for their slowest member and cannot drop what it has not taken yet;
/// the relay therefore writes to each connection itself, a message that was serialised once for all.
/// </summary>
internal sealed class HallConnections(ILogger<DefaultHubLifetimeManager<HallHub>> log) : DefaultHubLifetimeManager<HallHub>(log)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> open = new();

    public IEnumerable<HubConnectionContext> All => open.Values;

    /// <summary>The connection, or null when it has closed meanwhile.</summary>
    public HubConnectionContext? Find(string id) => open.GetValueOrDefault(id);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        open[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        open.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }
}
