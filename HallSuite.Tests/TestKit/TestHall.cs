using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HallSuite.Tests.TestKit;

/// <summary>
/// One node of HallSuite without its web part, on a database of its own or on one shared with other nodes. Domain time stands at
/// <see cref="Start"/> and runs; tests move it through <see cref="Clock"/>.
/// </summary>
public sealed class TestHall : IAsyncDisposable
{
    /// <summary>Monday, 10:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 28, 2, 0, 0, TimeSpan.Zero);

    private readonly IHost host;
    private TestDatabase? owned;
    private bool started;

    private TestHall(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public HallClock Clock => Get<HallClock>();

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>A node on an empty database, with further services if given; its background services (tail, listener, jobs) run only after <see cref="RunAsync"/>.</summary>
    public static async Task<TestHall> CreateAsync(
        DatabaseProvider provider, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var hall = On(database, settings, services);
        hall.owned = database;
        return hall;
    }

    /// <summary>One more node on a database that somebody else disposes.</summary>
    public static TestHall On(TestDatabase database, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var hall = Build(database.Provider, database.ConnectionString, database.Folder, settings, services);
        hall.Database = database;
        return hall;
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts tail, listener and jobs.</summary>
    public async Task<TestHall> RunAsync()
    {
        await host.StartAsync();
        started = true;
        return this;
    }

    /// <summary>Reads from the database, past every operation.</summary>
    public async Task<T> ReadAsync<T>(Func<HallDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<HallDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Puts rows in place for a test, as an operation of the system.</summary>
    public async Task SeedAsync(params object[] entities)
    {
        var order = new WorkOrder("Seed", Permission.ActAsSystem, Scope.Everything, Streams.Platform);
        var seeded = await Get<HallWork>().RunAsync(order, Actor.System("test"), (work, _) =>
        {
            work.Db.AddRange(entities);
            return Task.FromResult(Result.Ok);
        }, CancellationToken.None);
        Assert.True(seeded.IsOk, seeded.Error?.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (started)
        {
            await host.StopAsync();
        }

        host.Dispose();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }

    /// <summary>Tests hash hundreds of passwords, and nobody attacks them.</summary>
    internal static void QuickPasswords(PasswordHasherOptions options) => options.IterationCount = 1_000;

    internal static TestHall Build(DatabaseProvider provider, string connectionString, string folder, Dictionary<string, string?>? settings,
        Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider.ToString(),
            ["ConnectionStrings:Hall"] = connectionString,
            ["Data:Folder"] = folder,
            ["Clock:Start"] = Start.ToString("O"),
            ["Demo:Cases"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<PasswordHasherOptions>(QuickPasswords);
        services?.Invoke(builder.Services);
        builder.Services.AddHallSuite(builder.Configuration);
        return new TestHall(builder.Build());
    }
}
