using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HallSuite.Bench;

/// <summary>A node of HallSuite on a database of its own, with one large hall: 8 lanes, 900 windows that serve three lanes each.</summary>
internal sealed class BenchHall : IAsyncDisposable
{
    public const int Windows = 900;
    public const int Lanes = 8;

    private readonly IHost host;
    private readonly string folder;

    private BenchHall(IHost host, string folder, string connectionString, ServiceHall hall, List<Lane> lanes, Device caller) =>
        (this.host, this.folder, ConnectionString, Hall, LaneList, Caller) = (host, folder, connectionString, hall, lanes, Actor.Device(caller.Id, "bench"));

    public string ConnectionString { get; }

    public ServiceHall Hall { get; }

    public List<Lane> LaneList { get; }

    public Actor Caller { get; }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<BenchHall> CreateAsync(DatabaseProvider provider, int waiting)
    {
        var folder = Directory.CreateTempSubdirectory("hall-bench-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "hall.db")}";
        if (provider == DatabaseProvider.Postgres)
        {
            var server = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = "postgres", Pooling = false };
            var name = $"bench_{Guid.NewGuid():N}";
            await using var open = new NpgsqlConnection(server.ConnectionString);
            await open.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", open);
            await create.ExecuteNonQueryAsync();
            connection = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 60 }.ConnectionString;
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider.ToString(),
            ["ConnectionStrings:Hall"] = connection,
            ["Data:Folder"] = folder,
            ["Demo:Enabled"] = "false",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddHallSuite(builder.Configuration);
        var host = builder.Build();
        await host.Services.PrepareHallAsync(CancellationToken.None);
        return await FillAsync(host, folder, connection, waiting);
    }

    public static string PostgresServer => Environment.GetEnvironmentVariable("HALL_TEST_POSTGRES") ?? "";

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<BenchHall> FillAsync(IHost host, string folder, string connection, int waiting)
    {
        var now = TimeProvider.System.GetUtcNow();
        var hall = ServiceHall.Create(new HallId(Guid.CreateVersion7()), "bench", "量测厅", null, "Asia/Shanghai", OpeningHours.AlwaysOpen, codeTaken: false, zoneIsKnown: true).Value;
        var lanes = Enumerable.Range(0, Lanes).Select(i => Lane.Create(
            new LaneId(Guid.CreateVersion7()), hall.Id, ((char)('A' + i)).ToString(), $"业务 {i + 1}", $"Lane {i + 1}", i, 8, prefixTaken: false).Value).ToList();
        var windows = Enumerable.Range(1, Windows).Select(number =>
        {
            var window = ServiceWindow.Create(new WindowId(Guid.CreateVersion7()), hall, number, $"{number} 号窗口", 1, WindowKind.General, numberTaken: false).Value;
            window.SetLanes(Enumerable.Range(0, 3).Select(i => new WindowLane(lanes[(number + i) % Lanes].Id, i + 1)));
            window.Open(null, now);
            return window;
        });
        var caller = Device.Register(new DeviceId(Guid.CreateVersion7()), hall.Id, DeviceKind.Caller, "caller", "bench", null, now).Value;
        var tickets = Enumerable.Range(0, waiting).Select(i =>
        {
            var lane = lanes[i % Lanes];
            var id = Guid.CreateVersion7();
            var taking = new TicketTaking(
                hall.Id, lane.Id, lane.Prefix, (i / Lanes) + 1, DateOnly.FromDateTime(now.UtcDateTime), i, id.ToString("N"), null,
                i % 10 == 0 ? Entitlement.Aged : Entitlement.None, IdentityType.Citizen, new SealedText("sealed"), new LookupHash(id.ToString("N")), null);
            return Ticket.Take(new TicketId(id), taking, null, now.AddSeconds(i - waiting)).Value;
        });
        var order = new WorkOrder("Fill", Permission.ActAsSystem, Scope.Everything, Streams.Platform);
        var filled = await host.Services.GetRequiredService<HallWork>().RunAsync(order, Actor.System("bench"), (work, _) =>
        {
            work.Db.AddRange([hall, .. lanes, .. windows, caller, .. tickets]);
            return Task.FromResult(Result.Ok);
        }, CancellationToken.None);
        return filled.IsOk ? new BenchHall(host, folder, connection, hall, lanes, caller) : throw new InvalidOperationException(filled.Error!.ToString());
    }
}
