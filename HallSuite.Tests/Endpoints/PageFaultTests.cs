using System.Net;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Npgsql;

namespace HallSuite.Tests.Endpoints;

/// <summary>A database that is away and comes back, as people at the pages see it.</summary>
public sealed class PageFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/login")]
    [InlineData("/account")]
    public async Task Page_WhileTheDatabaseIsAway_SaysSoAndIsThereAgainAfterwards(string address)
    {
        await using var web = await HallWeb.CreateAsync(DatabaseProvider.Postgres);
        await web.HireAsync("clerk1", Role.WindowClerk);
        using var browser = address == "/login" ? web.Visitor() : await web.SignedInAsync("clerk1");
        var name = new NpgsqlConnectionStringBuilder(web.Database.ConnectionString).Database!;

        await OnServerAsync($"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        await OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await OnServerAsync($"ALTER DATABASE {name} RENAME TO {name}_away");
        var away = await browser.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("系统暂时不可用", await away.TextAsync());

        await OnServerAsync($"ALTER DATABASE {name}_away RENAME TO {name}");
        await OnServerAsync($"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address, Cancel)).StatusCode);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Databases.PostgresServer) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
