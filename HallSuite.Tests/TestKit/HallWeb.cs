using System.Net;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HallSuite.Tests.TestKit;

/// <summary>
/// The whole of HallSuite as it is served, in Development, on an empty database and data folder of its own and without the demo hall.
/// Domain time stands at <see cref="TestHall.Start"/> and runs. In memory, or on a real port where a browser or a web socket needs one.
/// </summary>
public sealed class HallWeb : WebApplicationFactory<Program>
{
    /// <summary>A request with this header comes from the address in it; all others come from this machine.</summary>
    public const string AddressHeader = "X-Test-Address";

    /// <summary>The password of everyone hired by <see cref="HireAsync"/>.</summary>
    public const string Password = "Correct-horse-9";

    private readonly TestDatabase database;
    private readonly Dictionary<string, string?> settings;
    private readonly bool ownsDatabase;
    private string environment = "Development";

    private HallWeb(TestDatabase database, bool ownsDatabase, Dictionary<string, string?>? settings) =>
        (this.database, this.ownsDatabase, this.settings) = (database, ownsDatabase, settings ?? []);

    public TestDatabase Database => database;

    public HallClock Clock => Get<HallClock>();

    /// <summary>The address on the real port; empty in memory.</summary>
    public string Url { get; private set; } = "";

    /// <summary>A server in memory.</summary>
    public static async Task<HallWeb> CreateAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, Dictionary<string, string?>? settings = null, string environment = "Development")
    {
        var web = new HallWeb(await TestDatabase.CreateAsync(provider), ownsDatabase: true, settings) { environment = environment };
        _ = web.Server;
        return web;
    }

    /// <summary>A server on a free port of this machine; one more node where a database is given, which its owner disposes.</summary>
    public static async Task<HallWeb> ListenAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, Dictionary<string, string?>? settings = null, TestDatabase? sharedDatabase = null)
    {
        var web = new HallWeb(sharedDatabase ?? await TestDatabase.CreateAsync(provider), ownsDatabase: sharedDatabase is null, settings);
        web.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        web.StartServer();
        web.Url = web.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return web;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser without a session: it keeps cookies and does not follow redirects.</summary>
    public HttpClient Visitor()
    {
        return Url.Length == 0
            ? CreateDefaultClient(new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler())
            : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Url) };
    }

    /// <summary>A browser in which this person has signed in, through the form.</summary>
    public async Task<HttpClient> SignedInAsync(string userName, string password = Password)
    {
        var browser = Visitor();
        var answer = await browser.PostFormAsync("/login", new() { ["username"] = userName, ["password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>The cookies of a browser in which this person has signed in; for a server on a real port.</summary>
    public async Task<IEnumerable<Cookie>> SessionAsync(string userName, string password)
    {
        using var browser = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(browser, disposeHandler: false) { BaseAddress = new Uri(Url) };
        var answer = await client.PostFormAsync("/login", new() { ["username"] = userName, ["password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser.CookieContainer.GetCookies(client.BaseAddress);
    }

    /// <summary>Takes a person on with posts that reach everything, as the system.</summary>
    public async Task<StaffId> HireAsync(string userName, params Role[] roles)
    {
        var system = Actor.System("test");
        var hired = await Get<HireStaff>().ExecuteAsync(new(userName, $"{userName} 某", Password, MustChangePassword: false), system, CancellationToken.None);
        Assert.True(hired.IsOk, hired.Error?.ToString());
        foreach (var role in roles)
        {
            var given = await Get<GivePost>().ExecuteAsync(new(hired.Value, role, null, null), system, CancellationToken.None);
            Assert.True(given.IsOk, given.Error?.ToString());
        }

        return hired.Value;
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

    /// <summary>Reads from the database, past every operation.</summary>
    public async Task<T> ReadAsync<T>(Func<HallDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<HallDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Database:Provider", database.Provider.ToString());
        builder.UseSetting("ConnectionStrings:Hall", database.ConnectionString);
        builder.UseSetting("Data:Folder", database.Folder);
        if (environment == "Development")
        {
            // Elsewhere a start with a clock of one's own is refused.
            builder.UseSetting("Clock:Start", TestHall.Start.ToString("O"));
        }

        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("Demo:Cases", "false");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, AddressFilter>().Configure<PasswordHasherOptions>(TestHall.QuickPasswords));
    }

    /// <summary>Gives requests an address, which a server in memory has not.</summary>
    private sealed class AddressFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, proceed) =>
            {
                var asked = context.Request.Headers[AddressHeader].ToString();
                context.Connection.RemoteIpAddress = asked.Length > 0 ? IPAddress.Parse(asked) : context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
                await proceed(context);
            });
            next(app);
        };
    }
}
