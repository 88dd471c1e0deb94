using System.Net;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HallSuite.Tests.Endpoints;

/// <summary>What holds for every call of the outside surface: who is let in, what is refused, and how faults are told.</summary>
public sealed class OutsideSurfaceTests
{
    /// <summary>Every call that wants a device, with the kind it wants.</summary>
    public static TheoryData<string, string, DeviceKind> DeviceCalls => new()
    {
        { "POST", "tickets", DeviceKind.Kiosk },
        { "POST", "windows/1/open", DeviceKind.Caller },
        { "POST", "windows/1/pause", DeviceKind.Caller },
        { "POST", "windows/1/close", DeviceKind.Caller },
        { "POST", "windows/1/next", DeviceKind.Caller },
        { "POST", "tickets/0199c4d0-0000-7000-8000-000000000000/recall", DeviceKind.Caller },
        { "POST", "tickets/0199c4d0-0000-7000-8000-000000000000/serve", DeviceKind.Caller },
        { "POST", "tickets/0199c4d0-0000-7000-8000-000000000000/finish", DeviceKind.Caller },
        { "POST", "tickets/0199c4d0-0000-7000-8000-000000000000/miss", DeviceKind.Caller },
        { "POST", "tickets/0199c4d0-0000-7000-8000-000000000000/hold", DeviceKind.Caller },
        { "POST", "tickets/0199c4d0-0000-7000-8000-000000000000/rejoin", DeviceKind.Caller },
        { "GET", "queue", DeviceKind.Screen },
        { "GET", "statistics", DeviceKind.Screen },
    };

    [Theory, MemberData(nameof(DeviceCalls))]
    public async Task ACallForDevices_LetsInOneKindOnly(string method, string path, DeviceKind wanted)
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        var revoked = SampleDevices.New(sample, wanted, "revoked");
        revoked.Revoke(TestHall.Start);
        var elsewhere = new SampleHall(TestHall.Start, "elsewhere");
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample), revoked, .. elsewhere.Entities, SampleDevices.New(elsewhere, wanted, "elsewhere")]);

        async Task<(HttpStatusCode, string?)> AskAsync(string? key)
        {
            using var device = new ApiClient(web, key);
            var answer = await device.SendAsync(new HttpMethod(method), path, method == "POST" ? new StringContent(Body, null, "application/json") : null);
            return (answer.Status, answer.Code);
        }

        Assert.Equal((HttpStatusCode.Unauthorized, "device.unknown"), await AskAsync(null));
        Assert.Equal((HttpStatusCode.Unauthorized, "device.unknown"), await AskAsync("no such key"));
        Assert.Equal((HttpStatusCode.Unauthorized, "device.unknown"), await AskAsync("revoked"));
        Assert.Equal((HttpStatusCode.Unauthorized, "device.unknown"), await AskAsync(new string('k', 5000)));
        foreach (var other in Enum.GetValues<DeviceKind>().Where(k => k != wanted))
        {
            Assert.Equal((HttpStatusCode.Forbidden, "device.wrong-kind"), await AskAsync(SampleDevices.KeyOf(other)));
        }

        Assert.Equal((HttpStatusCode.Forbidden, "permission.denied"), await AskAsync("elsewhere"));
        var (status, code) = await AskAsync(SampleDevices.KeyOf(wanted));
        Assert.True(status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), $"{status} {code}");
    }

    [Theory, MemberData(nameof(DeviceCalls))]
    public async Task ACallForAHallThatIsNone_IsNotFound(string method, string path, DeviceKind kind)
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample)]);
        using var device = new ApiClient(web, SampleDevices.KeyOf(kind), "nowhere");

        var answer = await device.SendAsync(new HttpMethod(method), path, method == "POST" ? new StringContent(Body, null, "application/json") : null);

        Assert.Equal((HttpStatusCode.NotFound, "hall.unknown"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Lanes_AreForAnyone_WithTheWaitInMinutes()
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, sample.NewTicket(0, 1), sample.NewTicket(0, 2)]);
        using var anyone = new ApiClient(web, key: null);

        var lanes = await anyone.GetAsync("lanes");

        Assert.Equal(HttpStatusCode.OK, lanes.Status);
        Assert.Equal(3, lanes.Json.GetArrayLength());
        Assert.Equal(["lane", "name", "waiting", "openWindows", "wait"], lanes.Json[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ("A", "综合受理", 2, 2), (lanes.Json[0].GetProperty("lane").GetString(), lanes.Json[0].GetProperty("name").GetString(),
                lanes.Json[0].GetProperty("waiting").GetInt32(), lanes.Json[0].GetProperty("openWindows").GetInt32()));
        Assert.Equal("hall.unknown", (await anyone.GetAsync("/api/v1/halls/nowhere/lanes")).Code);
        Assert.Equal("hall.unknown", (await anyone.GetAsync("/api/v1/halls/nowhere/windows")).Code);
    }

    [Fact]
    public async Task Queue_ShowsLanesAndTheLastCalls()
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample), sample.NewTicket(0, 1, 5), sample.NewTicket(1, 1, 3)]);
        using var caller = new ApiClient(web, DeviceKind.Caller);
        await caller.PostAsync("windows/1/next");
        await caller.PostAsync("windows/2/next");
        using var screen = new ApiClient(web, DeviceKind.Screen);

        var queue = await screen.GetAsync("queue");

        Assert.Equal(["seq", "at", "lanes", "calls"], queue.Json.EnumerateObject().Select(p => p.Name));
        var calls = queue["calls"];
        Assert.Equal(["seq", "number", "window", "at"], calls[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            [(2L, "B001", 2), (1L, "A001", 1)],
            calls.EnumerateArray().Select(c => (c.GetProperty("seq").GetInt64(), c.GetProperty("number").GetString()!, c.GetProperty("window").GetInt32())));
        Assert.True(queue["seq"].GetInt64() >= 2);
    }

    [Fact]
    public async Task Statistics_HaveTheFieldsOfTheContract()
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample)]);
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);
        await kiosk.PostAsync("tickets", new { lane = "A", name = "王小明", idNumber = "11010519491231002X" });
        using var screen = new ApiClient(web, DeviceKind.Screen);

        var statistics = await screen.GetAsync("statistics");

        Assert.Equal(["seq", "at", "today", "windows", "trend", "cards"], statistics.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            """{"tickets":1,"served":0,"received":0,"accepted":0,"decided":0,"onTimeRate":null,"satisfaction":null}""", statistics["today"].GetRawText());
        Assert.Equal("""{"blue":0,"yellow":0,"red":0}""", statistics["cards"].GetRawText());
        Assert.Equal(3, statistics["windows"].GetArrayLength());
        Assert.Equal("""{"day":"2026-09-28","tickets":1,"served":0}""", statistics["trend"].EnumerateArray().Last().GetRawText());
    }

    [Fact]
    public async Task NothingPersonal_IsInWhatScreensAndAnyoneRead()
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample)]);
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);
        var code = (await kiosk.PostAsync("tickets", new { lane = "A", name = "欧阳振华", idNumber = "11010519491231002X" }))["url"].GetString()!.Split('/')[^1];
        using var caller = new ApiClient(web, DeviceKind.Caller);
        var seen = new List<string> { (await caller.PostAsync("windows/1/next")).ToString() };
        using var screen = new ApiClient(web, DeviceKind.Screen);
        foreach (var path in new[] { "queue", "statistics", "lanes", "windows" })
        {
            seen.Add((await screen.GetAsync(path)).ToString());
        }

        Assert.Contains(seen, s => s.Contains("A001"));
        Assert.All(seen, s =>
        {
            Assert.DoesNotContain("欧阳", s);
            Assert.DoesNotContain("19491231", s);
            Assert.DoesNotContain(code, s);
        });
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "request.address-unknown")]
    [InlineData("GET", "/api/v1/halls/sample/windows/abc/next", HttpStatusCode.NotFound, "request.address-unknown")]
    [InlineData("DELETE", "/api/v1/halls/sample/lanes", HttpStatusCode.MethodNotAllowed, "request.method-not-allowed")]
    [InlineData("PUT", "/api/v1/halls/sample/tickets", HttpStatusCode.MethodNotAllowed, "request.method-not-allowed")]
    [InlineData("GET", "/hubs/nothing", HttpStatusCode.NotFound, "request.address-unknown")]
    public async Task AnAddressThatIsNone_IsToldAsAProblem(string method, string path, HttpStatusCode status, string code)
    {
        await using var web = await HallWeb.CreateAsync();
        using var anyone = new ApiClient(web, key: null);

        var answer = await anyone.SendAsync(new HttpMethod(method), path);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task AFaultOfOurs_Is500WithoutDetails()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.SeedAsync(new SampleHall(TestHall.Start).Entities);
        await web.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE LaneDays RENAME TO Gone"));
        using var anyone = new ApiClient(web, key: null);

        var answer = await anyone.GetAsync("lanes");

        Assert.Equal((HttpStatusCode.InternalServerError, "request.failed"), (answer.Status, answer.Code));
        Assert.DoesNotContain("LaneDays", answer.ToString());
        Assert.DoesNotContain("at HallSuite", answer.ToString());
    }

    [Fact]
    public async Task ADatabaseThatIsAway_Is503FromReadsAndWrites_AndPasses()
    {
        await using var web = await HallWeb.CreateAsync(DatabaseProvider.Postgres);
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample)]);
        using var caller = new ApiClient(web, DeviceKind.Caller);
        var name = new NpgsqlConnectionStringBuilder(web.Database.ConnectionString).Database!;

        await RunOnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'", $"ALTER DATABASE {name} RENAME TO {name}_away");
        try
        {
            foreach (var answer in new[] { await caller.GetAsync("lanes"), await caller.GetAsync("windows"), await caller.PostAsync("windows/1/next") })
            {
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "database.unavailable"), (answer.Status, answer.Code));
                Assert.NotNull(answer.Message.Headers.RetryAfter);
            }
        }
        finally
        {
            await RunOnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}_away'", $"ALTER DATABASE {name}_away RENAME TO {name}");
        }

        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("lanes")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await caller.PostAsync("windows/1/next")).Status);
    }

    [Fact]
    public async Task TheDescription_NamesEveryCallAndTheKey()
    {
        await using var web = await HallWeb.CreateAsync();
        using var anyone = new ApiClient(web, key: null);

        var description = await anyone.GetAsync("/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, description.Status);
        var calls = description["paths"].EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name.Replace("/api/v1/halls/{hall}/", "", StringComparison.Ordinal)}")).Order();
        Assert.Equal(
            DeviceCalls.Select(c => $"{c.Data.Item1} {c.Data.Item2}".Replace("/1/", "/{no}/").Replace("0199c4d0-0000-7000-8000-000000000000", "{id}"))
                .Concat(["GET lanes", "GET windows", "GET /api/v1/calendar/due", "GET /api/v1/cases/{number}", "GET /api/v1/matters", "GET /api/v1/matters/{code}"]).Order(),
            calls);
        Assert.All(description["paths"].EnumerateObject().SelectMany(p => p.Value.EnumerateObject()), m => Assert.NotEmpty(m.Value.GetProperty("summary").GetString()!));
        Assert.Equal("X-Device-Key", description["components"].GetProperty("securitySchemes").GetProperty("deviceKey").GetProperty("name").GetString());
        Assert.True(description["paths"].GetProperty("/api/v1/halls/{hall}/tickets").GetProperty("post").TryGetProperty("requestBody", out _));
    }

    private const string Body = """{"lane":"A","name":"王小明","idNumber":"11010519491231002X"}""";

    private static async Task RunOnServerAsync(params string[] statements)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Databases.PostgresServer) { Database = "postgres", Pooling = false }.ConnectionString);
        await server.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, server);
            await command.ExecuteNonQueryAsync();
        }
    }
}
