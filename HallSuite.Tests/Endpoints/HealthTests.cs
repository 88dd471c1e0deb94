using System.Net;
using System.Net.Http.Json;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace HallSuite.Tests.Endpoints;

/// <summary><c>/healthz</c>: for load balancers, monitors and screens that wait for the server.</summary>
public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Health_WhenTheDatabaseAnswers_TellsVersionAndBoot(DatabaseProvider provider)
    {
        await using var web = await HallWeb.CreateAsync(provider);
        using var anyone = web.Visitor();

        using var answer = await anyone.GetAsync("/healthz", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var health = await answer.Content.ReadFromJsonAsync<HealthAnswer>(Cancel);
        Assert.Equal(("ok", 32), (health!.Status, health.Boot.Length));
        Assert.Matches(@"^\d+\.\d+\.\d+", health.Version);
        Assert.Equal(health, await anyone.GetFromJsonAsync<HealthAnswer>("/healthz", Cancel));
    }

    [Fact]
    public async Task Health_AfterARestart_HasAnotherBoot()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var boots = new List<string>();
        for (var start = 0; start < 2; start++)
        {
            await using var web = await HallWeb.ListenAsync(sharedDatabase: database);
            using var anyone = web.Visitor();
            boots.Add((await anyone.GetFromJsonAsync<HealthAnswer>("/healthz", Cancel))!.Boot);
        }

        Assert.Equal(2, boots.Distinct().Count());
    }

    [Fact]
    public async Task Health_WhenTheDatabaseIsAway_Is503_AndRecoversByItself()
    {
        await using var web = await HallWeb.CreateAsync();
        using var anyone = web.Visitor();
        var file = Path.Combine(web.Database.Folder, "hall.db");
        SqliteConnection.ClearAllPools();
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);

        // A job of the hall may have opened the file anew just before it went.
        SqliteConnection.ClearAllPools();
        using var away = await anyone.GetAsync("/healthz", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal("database-unavailable", (await away.Content.ReadFromJsonAsync<HealthAnswer>(Cancel))!.Status);
        Directory.Delete(file);
        File.Move(file + ".away", file);
        await Eventually.HoldsAsync(async () => (await anyone.GetAsync("/healthz", Cancel)).IsSuccessStatusCode);
    }
}
