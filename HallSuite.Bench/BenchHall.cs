using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HallSuite.Bench;

/// <summary>A node of HallSuite on a database of its own, with one large hall: 8 lanes, 900 windows (unless fewer are asked for) that serve three lanes each.</summary>
internal sealed class BenchHall : IAsyncDisposable
{
    public const int Windows = 900;
    public const int Lanes = 8;

    private readonly IHost host;
    private readonly string folder;
    private readonly bool kept;

    private BenchHall(IHost host, DatabaseProvider provider, string folder, bool kept, string connectionString, ServiceHall hall, List<Lane> lanes, Device caller) =>
        (this.host, Provider, this.folder, this.kept, ConnectionString, Hall, LaneList, Caller) =
        (host, provider, folder, kept, connectionString, hall, lanes, Actor.Device(caller.Id, "bench"));

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    public ServiceHall Hall { get; }

    public List<Lane> LaneList { get; }

    public Actor Caller { get; }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <param name="start">When the hall's time begins; null for now.</param>
    /// <param name="keptIn">A folder in which the hall stays for the next run, which finds it there; null for one that goes with the run.</param>
    public static async Task<BenchHall> CreateAsync(DatabaseProvider provider, int waiting, int windows = Windows, DateTimeOffset? start = null, string? keptIn = null)
    {
        var folder = keptIn is null ? Directory.CreateTempSubdirectory("hall-bench-").FullName : Directory.CreateDirectory(keptIn).FullName;
        var connection = $"Data Source={Path.Combine(folder, "hall.db")}";
        if (provider == DatabaseProvider.Postgres)
        {
            connection = await MakeDatabaseAsync(folder, keptIn is not null);
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider.ToString(),
            ["ConnectionStrings:Hall"] = connection,
            ["Data:Folder"] = folder,
            ["Demo:Enabled"] = "false",
            ["Clock:Start"] = start?.ToString("O"),
        });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddHallSuite(builder.Configuration);
        var host = builder.Build();
        await host.Services.PrepareHallAsync(CancellationToken.None);
        var found = await FindAsync(host) ?? await FillAsync(host, waiting, windows);
        return new BenchHall(host, provider, folder, keptIn is not null, connection, found.Hall, found.Lanes, found.Caller);
    }

    private static async Task<string> MakeDatabaseAsync(string folder, bool kept)
    {
        var note = Path.Combine(folder, "database");
        var name = kept && File.Exists(note) ? await File.ReadAllTextAsync(note) : null;
        if (name is null)
        {
            name = $"bench_{Guid.NewGuid():N}";
            await RunOnServerAsync($"CREATE DATABASE {name}");
            await File.WriteAllTextAsync(note, name);
        }

        return new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 60 }.ConnectionString;
    }

    public static string PostgresServer => Environment.GetEnvironmentVariable("HALL_TEST_POSTGRES") ?? "";

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (kept)
        {
            return;
        }

        Directory.Delete(folder, recursive: true);
        if (Provider == DatabaseProvider.Postgres)
        {
            await RunOnServerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
        }
    }

    private static async Task RunOnServerAsync(string sql)
    {
        await using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresServer) { Database = "postgres", Pooling = false }.ConnectionString);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What an earlier run left; null in a new database.</summary>
    private static async Task<(ServiceHall Hall, List<Lane> Lanes, Device Caller)?> FindAsync(IHost host)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<HallDbContext>>().CreateDbContextAsync();
        return await db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Code == "bench") is { } hall
            ? (hall, await db.Set<Lane>().AsNoTracking().OrderBy(l => l.Prefix).ToListAsync(), await db.Set<Device>().AsNoTracking().SingleAsync())
            : null;
    }

    private static async Task<(ServiceHall Hall, List<Lane> Lanes, Device Caller)> FillAsync(IHost host, int waiting, int windowCount)
    {
        var now = host.Services.GetRequiredService<HallClock>().Now;
        var hall = ServiceHall.Create(new HallId(Guid.CreateVersion7()), "bench", "量测厅", null, "Asia/Shanghai", OpeningHours.AlwaysOpen, codeTaken: false, zoneIsKnown: true).Value;
        var lanes = Enumerable.Range(0, Lanes).Select(i => Lane.Create(
            new LaneId(Guid.CreateVersion7()), hall.Id, ((char)('A' + i)).ToString(), $"业务 {i + 1}", $"Lane {i + 1}", i, 8, prefixTaken: false).Value).ToList();
        var windows = Enumerable.Range(1, windowCount).Select(number =>
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
        return filled.IsOk ? (hall, lanes, caller) : throw new InvalidOperationException(filled.Error!.ToString());
    }
}
