using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;

namespace HallSuite.Web.Api;

/// <summary>What hangs on the walls, as data: the same snapshots that the hub sends.</summary>
internal static class ScreenReads
{
    public static void MapScreenReads(this RouteGroupBuilder halls)
    {
        halls.MapGet("/lanes", LanesAsync).ForAnyone().Produces<IReadOnlyList<LaneJson>>()
            .WithSummary("The lanes that give out tickets, with the people waiting and the wait in minutes.");
        halls.MapGet("/queue", QueueAsync).ForDevices(DeviceKind.Screen).Produces<QueueJson>()
            .WithSummary("The queue screen: lanes and the last 20 calls.");
        halls.MapGet("/statistics", StatisticsAsync).ForDevices(DeviceKind.Screen).Produces<StatisticsJson>()
            .WithSummary("The big screen: counts of the day, windows, the day's course.");
    }

    private static Task<IResult> LanesAsync(string hall, ApiCall call, QueueBoardQueries board, CancellationToken cancel) => call.InHallAsync(
        hall, async at => Result.Of(await board.ReadLanesAsync(at, cancel)), lanes => Results.Ok(lanes.Select(LaneJson.Of)));

    private static Task<IResult> QueueAsync(string hall, ApiCall call, QueueBoardQueries board, CancellationToken cancel) =>
        call.InHallAsync(hall, at => board.ReadAsync(call.Device, at, cancel), seen => Results.Ok(QueueJson.Of(seen)));

    private static Task<IResult> StatisticsAsync(string hall, ApiCall call, HallStatisticsQueries statistics, CancellationToken cancel) =>
        call.InHallAsync(hall, at => statistics.ReadAsync(call.Device, at, cancel), seen => Results.Ok(StatisticsJson.Of(seen)));
}
