using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Web.Devices;
using HallSuite.Web.Screens.Relay;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace HallSuite.Web.Api;

/// <summary>
/// Live snapshots for screens and staff (CONTRACT §3, <c>/hubs/hall</c>). A refusal is a hub exception whose text is the error code.
/// What is pushed, and how often, is the business of <see cref="ScreenRelay"/>.
/// </summary>
[Authorize(Policy = DevicePolicies.Watcher)]
[DeviceDoor(DeviceKind.Screen, DeviceKind.Evaluator, IsPage = false)]
internal sealed class HallHub(HallDirectory halls, Access access, Pictures pictures, ScreenRelay relay) : Hub
{
    /// <summary>Begins to watch <c>queue</c>, <c>statistics</c> or <c>window:{no}</c>, and answers with its snapshot.</summary>
    public Task<object> Watch(string hall, string topic) => JoinAsync(hall, id => Snapshots.KeyOf(id, topic));

    /// <summary>Internal: the same for one of our own screens, as HTML.</summary>
    public Task<object> WatchPicture(string hall, string view, string culture) => JoinAsync(hall, id => Pictures.KeyOf(id, view, culture));

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await relay.LeaveAsync(Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<object> JoinAsync(string code, Func<HallId, FeedKey?> keyOf)
    {
        try
        {
            var cancel = Context.ConnectionAborted;
            var actor = CurrentViewer.Of(Context.User) ?? throw Refused(HallErrors.DeviceUnknown);
            if (!(await halls.FindAsync(code, cancel)).TryGet(out var hall, out var unknown))
            {
                throw Refused(unknown);
            }

            var wanted = keyOf(hall.Id);
            if (await access.RefusalAsync(actor, wanted?.Needs ?? Permission.ViewQueue, hall.Id, cancel) is { } denied)
            {
                throw Refused(denied);
            }

            var key = wanted ?? throw Refused(RequestErrors.TopicUnknown);

            // The relay reads for everyone in a group alike; an evaluator belongs to one window.
            if (key.IsQuestion && (await pictures.TakeAsync(key, actor, cancel)).Error is { } elsewhere)
            {
                throw Refused(elsewhere);
            }

            var joined = await relay.JoinAsync(Context.ConnectionId, actor, key) ?? throw new OperationCanceledException(cancel);
            return joined.TryGet(out var frame, out var refusal) ? frame.Content : throw Refused(refusal);
        }
        catch (Exception fault) when (DatabaseFaults.OutageOf(fault) is { } outage)
        {
            throw Refused(outage);
        }
    }

    private static HubException Refused(Error refusal) => new(refusal.Code);
}
