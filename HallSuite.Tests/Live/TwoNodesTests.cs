using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Npgsql;

namespace HallSuite.Tests.Live;

/// <summary>Two hosts on one PostgreSQL: what happens on one is seen on the other, whatever becomes of the connection that tells it.</summary>
public sealed class TwoNodesTests
{
    [Fact]
    public async Task ACallOnOneNode_ReachesTheHubClientsOfTheOther()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var first = await OpenAsync(database, waiting: 3);
        await using var second = await HallWeb.ListenAsync(DatabaseProvider.Postgres, sharedDatabase: database);
        using var caller = new ApiClient(first, DeviceKind.Caller);
        await using var far = await HubClient.ConnectAsync(second.Url, SampleDevices.KeyOf(DeviceKind.Screen));
        await using var near = await HubClient.ConnectAsync(first.Url, SampleDevices.KeyOf(DeviceKind.Screen));
        await far.InvokeAsync("Watch", "sample", "queue");
        await far.InvokeAsync("WatchPicture", "sample", "queue", "zh-CN");
        await near.InvokeAsync("Watch", "sample", "queue");

        await caller.PostAsync("windows/1/next");

        var seen = await far.NextAsync(p => p.Method == "Changed" && LastCall(p) == "A001", seconds: 2);
        await far.NextAsync(p => p.Method == "Picture" && p.Arguments[2].GetString()!.Contains("A001"), seconds: 2);
        var own = await near.NextAsync(p => LastCall(p) == "A001", seconds: 2);
        Assert.Equal(own.Arguments[1].GetInt64(), seen.Arguments[1].GetInt64());
    }

    [Fact]
    public async Task KillingTheListenersConnection_LosesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres);
        await using var first = await OpenAsync(database, waiting: 3);
        await using var second = await HallWeb.ListenAsync(DatabaseProvider.Postgres, sharedDatabase: database);
        using var caller = new ApiClient(first, DeviceKind.Caller);
        await using var far = await HubClient.ConnectAsync(second.Url, SampleDevices.KeyOf(DeviceKind.Screen));
        await far.InvokeAsync("Watch", "sample", "queue");
        await caller.PostAsync("windows/1/next");
        await far.NextAsync(p => LastCall(p) == "A001", seconds: 5);

        Assert.True(await KillListenersAsync(database) >= 2, "each node listens");
        await caller.PostAsync("windows/3/next");
        await far.NextAsync(p => LastCall(p) == "A002", seconds: 5);

        // The listeners come back by themselves and tell the next call at once, long before the poll that stands in for them.
        await Eventually.HoldsAsync(async () => await ListenersAsync(database) >= 2);
        await caller.PostAsync("windows/4/next");
        await far.NextAsync(p => LastCall(p) == "A003", seconds: 5);
    }

    private static string? LastCall(HubClient.Push push) => push.Arguments[2].GetProperty("calls")[0].GetProperty("number").GetString();

    private static async Task<HallWeb> OpenAsync(TestDatabase database, int waiting)
    {
        var web = await HallWeb.ListenAsync(DatabaseProvider.Postgres, sharedDatabase: database);
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample), sample.NewWindow(4, (sample.Lanes[0], 1)), .. Enumerable.Range(1, waiting).Select(n => sample.NewTicket(0, n, 60 - n))]);
        return web;
    }

    private static Task<long> KillListenersAsync(TestDatabase database) => CountAsync(
        database, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'hallsuite-listener' AND datname = current_database()");

    private static Task<long> ListenersAsync(TestDatabase database) => CountAsync(
        database, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'hallsuite-listener' AND datname = current_database()");

    private static async Task<long> CountAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
