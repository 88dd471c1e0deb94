using System.Globalization;
using System.Text.Json;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Web.Api;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace HallSuite.Web.Screens.Relay;

/// <summary>The topics of the hub (CONTRACT §3): each is the snapshot of the matching GET.</summary>
internal sealed class Snapshots(QueueBoardQueries board, WindowListQueries windows, WindowScreenQueries screen, HallStatisticsQueries statistics, IOptions<JsonOptions> json)
{
    private const string QueueTopic = "queue";
    private const string StatisticsTopic = "statistics";
    private const string WindowTopic = "window:";

    private static readonly Actor Reader = Actor.System("screens");

    /// <summary>The group of a topic; null when there is no such topic.</summary>
    public static FeedKey? KeyOf(HallId hall, string topic) => topic switch
    {
        QueueTopic or StatisticsTopic => new FeedKey(FeedKind.Data, hall, topic, null, HasCounts: topic == StatisticsTopic),
        _ when topic.StartsWith(WindowTopic, StringComparison.Ordinal)
            && int.TryParse(topic.AsSpan(WindowTopic.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var window)
            => new FeedKey(FeedKind.Data, hall, string.Create(CultureInfo.InvariantCulture, $"{WindowTopic}{window}"), window),
        _ => null,
    };

    public async Task<Result<Frame>> ReadAsync(FeedKey key, CancellationToken cancel)
    {
        if (key.Window is { } window)
        {
            return await WindowAsync(key, window, cancel);
        }

        return key.Name == QueueTopic
            ? await FrameAsync(key, board.ReadAsync(Reader, key.Hall, cancel), QueueJson.Of, s => s.Seq, s => s with { Seq = 0, At = default })
            : await FrameAsync(key, statistics.ReadAsync(Reader, key.Hall, cancel), StatisticsJson.Of, s => s.Seq, s => s with { Seq = 0, At = default });
    }

    private async Task<Result<Frame>> WindowAsync(FeedKey key, int number, CancellationToken cancel)
    {
        // The screen's query first: it carries the counter, which is read before the data.
        if (!(await screen.ReadAsync(Reader, key.Hall, number, cancel)).TryGet(out var seen, out var unknown))
        {
            return unknown;
        }

        return (await windows.ReadAsync(key.Hall, cancel)).FirstOrDefault(w => w.No == number) is { } window
            ? Of(key, seen.Seq, WindowSnapshotJson.Of(seen.Seq, seen.At, window), WindowJson.Of(window))
            : HallErrors.WindowUnknown;
    }

    private async Task<Result<Frame>> FrameAsync<TRead, TJson>(
        FeedKey key, Task<Result<TRead>> read, Func<TRead, TJson> toJson, Func<TJson, long> seqOf, Func<TJson, TJson> timeless) where TJson : class
    {
        if (!(await read).TryGet(out var value, out var refusal))
        {
            return refusal;
        }

        var snapshot = toJson(value);
        return Of(key, seqOf(snapshot), snapshot, timeless(snapshot));
    }

    private Frame Of(FeedKey key, long seq, object snapshot, object timeless) =>
        new(seq, snapshot, JsonSerializer.Serialize(timeless, json.Value.SerializerOptions), "Changed", [key.Name, seq, snapshot]);
}
