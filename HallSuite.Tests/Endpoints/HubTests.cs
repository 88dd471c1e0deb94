using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Screens.Relay;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Endpoints;

/// <summary>The hub of CONTRACT §3, as a foreign screen uses it.</summary>
public sealed class HubTests
{
    private static readonly string ScreenKey = SampleDevices.KeyOf(DeviceKind.Screen);

    [Theory]
    [InlineData("queue")]
    [InlineData("statistics")]
    public async Task Watch_AnswersTheSnapshotOfTheMatchingGet(string topic)
    {
        await using var web = await OpenAsync(waiting: 2);
        using var screen = new ApiClient(web, DeviceKind.Screen);
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);

        var snapshot = await hub.InvokeAsync("Watch", "sample", topic);

        var read = await screen.GetAsync(topic);
        Assert.Equal(Timeless(read.Json), Timeless(snapshot));
    }

    [Fact]
    public async Task Watch_OfAWindow_AnswersThatWindow()
    {
        await using var web = await OpenAsync(waiting: 1);
        using var anyone = new ApiClient(web, key: null);
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);

        var snapshot = await hub.InvokeAsync("Watch", "sample", "window:3");

        var window = (await anyone.GetAsync("windows")).Json[2];
        Assert.All(window.EnumerateObject(), field => Assert.Equal(field.Value.GetRawText(), snapshot.GetProperty(field.Name).GetRawText()));
        Assert.True(snapshot.GetProperty("seq").GetInt64() > 0);
    }

    [Fact]
    public async Task ACall_ReachesEveryTopicWithALargerNumber()
    {
        await using var web = await OpenAsync(waiting: 1);
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);
        var before = (await hub.InvokeAsync("Watch", "sample", "queue")).GetProperty("seq").GetInt64();
        await hub.InvokeAsync("Watch", "sample", "statistics");
        await hub.InvokeAsync("Watch", "sample", "window:1");
        await hub.InvokeAsync("Watch", "sample", "window:2");

        await CallAsync(web, 1);

        var seen = new Dictionary<string, JsonElement>();
        while (seen.Count < 3)
        {
            var push = await hub.NextAsync(p => p.Method == "Changed", seconds: 5);
            Assert.True(push.Arguments[1].GetInt64() > before);
            Assert.Equal(push.Arguments[1].GetInt64(), push.Arguments[2].GetProperty("seq").GetInt64());
            seen[push.Arguments[0].GetString()!] = push.Arguments[2];
        }

        Assert.Equal("A001", seen["queue"].GetProperty("calls")[0].GetProperty("number").GetString());
        Assert.Equal("A001", seen["window:1"].GetProperty("number").GetString());
        Assert.Equal("A001", seen["statistics"].GetProperty("windows")[0].GetProperty("number").GetString());
        Assert.False(seen.ContainsKey("window:2"), "nothing changed at window 2");
    }

    [Fact]
    public async Task ManyChanges_GiveAtMostFiveSnapshotsASecond_AndTheLastIsTheLast()
    {
        await using var web = await OpenAsync(waiting: 40);
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);
        await hub.InvokeAsync("Watch", "sample", "queue");
        var (call, miss) = (web.Get<CallNextTicket>(), web.Get<MissTicket>());

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 40; i++)
        {
            var called = (await call.ExecuteAsync(new(HallOf(web), 1), Actor.System("test"), CancellationToken.None)).Value;
            await miss.ExecuteAsync(new(HallOf(web), called.Id), Actor.System("test"), CancellationToken.None);
        }

        var last = await hub.NextAsync(p => p.Arguments[2].GetProperty("calls")[0].GetProperty("seq").GetInt64() == 40);
        var pushes = 1 + hub.Pending().Count();
        Assert.Equal("A040", last.Arguments[2].GetProperty("calls")[0].GetProperty("number").GetString());
        Assert.True(pushes <= 2 + watch.Elapsed.TotalSeconds * 5, $"{pushes} pushes in {watch.Elapsed}");
    }

    [Theory]
    [InlineData("sample", "weather", "request.topic-unknown")]
    [InlineData("sample", "window:", "request.topic-unknown")]
    [InlineData("sample", "window:99", "window.unknown")]
    [InlineData("nowhere", "queue", "hall.unknown")]
    public async Task Watch_OfWhatIsNone_IsRefused(string hall, string topic, string code)
    {
        await using var web = await OpenAsync();
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);

        var refusal = await Assert.ThrowsAsync<HubRefusedException>(() => hub.InvokeAsync("Watch", hall, topic));

        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public async Task Watch_OfAnotherHall_IsRefused()
    {
        await using var web = await OpenAsync();
        await web.SeedAsync(new SampleHall(TestHall.Start, "elsewhere").Entities);
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);

        var refusal = await Assert.ThrowsAsync<HubRefusedException>(() => hub.InvokeAsync("Watch", "elsewhere", "queue"));

        Assert.Equal("permission.denied", refusal.Code);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("no such key", HttpStatusCode.Unauthorized)]
    [InlineData("test-Kiosk", HttpStatusCode.Forbidden)]
    public async Task TheHub_LetsInScreensOnly(string? key, HttpStatusCode status)
    {
        await using var web = await OpenAsync();
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(
            new Uri($"{web.Url.Replace("http", "ws")}/hubs/hall{(key is null ? "" : $"?key={key}")}"), TestContext.Current.CancellationToken));

        Assert.Equal(status, socket.HttpStatusCode);
    }

    [Theory]
    [InlineData(Role.HallManager, null)]
    [InlineData(Role.Auditor, "permission.denied")]
    public async Task Staff_WatchByTheirSession_IfTheirPostLetsThem(Role role, string? code)
    {
        await using var web = await OpenAsync();
        await web.HireAsync("someone", role);
        using var browser = web.Visitor();
        var signedIn = await browser.PostFormAsync("/login", new() { ["username"] = "someone", ["password"] = HallWeb.Password });
        var session = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("hall-session", StringComparison.Ordinal)).Split(';')[0];
        await using var hub = await HubClient.ConnectAsync(web.Url, cookies: session);

        if (code is null)
        {
            Assert.True((await hub.InvokeAsync("Watch", "sample", "queue")).GetProperty("seq").GetInt64() > 0);
        }
        else
        {
            Assert.Equal(code, (await Assert.ThrowsAsync<HubRefusedException>(() => hub.InvokeAsync("Watch", "sample", "queue"))).Code);
        }
    }

    [Fact]
    public async Task AScreenThatIsRevoked_LosesItsConnection_OthersStay()
    {
        await using var web = await OpenAsync();
        var sample = HallOf(web);
        var spare = Device.Register(new DeviceId(Guid.CreateVersion7()), sample, DeviceKind.Screen, "spare", Infrastructure.Hall.DeviceKeys.HashOf("spare"), null, TestHall.Start).Value;
        await web.SeedAsync(spare);
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);
        await using var revoked = await HubClient.ConnectAsync(web.Url, "spare");
        await hub.InvokeAsync("Watch", "sample", "queue");
        await revoked.InvokeAsync("Watch", "sample", "queue");

        var order = new WorkOrder("Revoke", Permission.ActAsSystem, Scope.Everything, Streams.Platform);
        await web.Get<HallWork>().RunAsync(order, Actor.System("test"), async (work, cancel) =>
            (await work.Db.Set<Device>().SingleAsync(d => d.Id == spare.Id, cancel)).Revoke(work.Now), CancellationToken.None);
        await web.Get<ScreenRelay>().CheckAsync(CancellationToken.None);

        await Eventually.HoldsAsync(() => revoked.Closed.IsCompleted);
        Assert.Equal(JsonValueKind.Object, (await hub.InvokeAsync("Watch", "sample", "statistics")).ValueKind);
    }

    [Fact]
    public async Task AGroup_EndsWithItsLastWatcher()
    {
        await using var web = await OpenAsync();
        var relay = web.Get<ScreenRelay>();
        var first = await HubClient.ConnectAsync(web.Url, ScreenKey);
        var second = await HubClient.ConnectAsync(web.Url, ScreenKey);
        await first.InvokeAsync("Watch", "sample", "queue");
        await first.InvokeAsync("Watch", "sample", "queue");
        await second.InvokeAsync("Watch", "sample", "queue");
        await second.InvokeAsync("WatchPicture", "sample", "queue", "zh-CN");
        Assert.Equal(2, relay.Groups);

        await second.DisposeAsync();
        await Eventually.HoldsAsync(() => relay.Groups == 1);
        await first.DisposeAsync();
        await Eventually.HoldsAsync(() => relay.Groups == 0);
    }

    [Theory]
    [InlineData("queue", "zh-CN", "正在叫号")]
    [InlineData("queue", "en", "Now calling")]
    [InlineData("window/1", "zh-CN", "请到本窗口")]
    [InlineData("big", "en", "Waiting now", "plan-window is-busy")]
    public async Task OurOwnScreens_GetThePictureAndEachChangeOfIt(string view, string culture, string words, string sign = "A001")
    {
        await using var web = await OpenAsync(waiting: 1);
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);
        var first = await hub.InvokeAsync("WatchPicture", "sample", view, culture);
        Assert.DoesNotContain(sign, first.GetProperty("html").GetString());

        await CallAsync(web, 1);

        var push = await hub.NextAsync(p => p.Method == "Picture" && p.Arguments[2].GetString()!.Contains(sign), seconds: 5);
        Assert.Equal(view, push.Arguments[0].GetString());
        Assert.True(push.Arguments[1].GetInt64() > first.GetProperty("seq").GetInt64());
        Assert.Contains(words, push.Arguments[2].GetString());
    }

    [Theory]
    [InlineData("statistics")]
    [InlineData("big")]
    public async Task ACaseThatIsReceived_AndARating_ReachTheBigScreen(string what)
    {
        await using var web = await OpenAsync(waiting: 1);
        await web.SeedAsync([.. Operations.Cases.CaseOffice.Departments(), Domain.Matters.Standards.NewMatter(), Domain.Matters.Standards.InForce()]);
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);
        var first = what == "big" ? await hub.InvokeAsync("WatchPicture", "sample", what, "zh-CN") : await hub.InvokeAsync("Watch", "sample", what);
        var clerk = Actor.Staff(await web.HireAsync("clerk", Role.WindowClerk), "test");
        var opened = (await web.Get<OpenCase>().ExecuteAsync(
            new(HallOf(web), Domain.Matters.Standards.Code.Text, Operations.Cases.CaseOffice.Person, null), clerk, CancellationToken.None)).ShouldPass();

        (await web.Get<CompleteOnTheSpot>().ExecuteAsync(
            new(opened.Seen, CaseScene.Findings(), [Domain.Matters.Standards.Good, Domain.Matters.Standards.True], Operations.Cases.CaseOffice.AtCounter),
            clerk, CancellationToken.None)).ShouldPass();
        var decided = await hub.NextAsync(p => Shows(p, "今日办结</span><b>1<", "decided", "1"), seconds: 10);
        Assert.True(decided.Arguments[1].GetInt64() > first.GetProperty("seq").GetInt64());

        await CallAsync(web, 1);
        var ticket = await web.ReadAsync(db => db.Set<Ticket>().SingleAsync());
        (await web.Get<ServeTicket>().ExecuteAsync(new(HallOf(web), ticket.Id), Actor.System("test"), CancellationToken.None)).ShouldPass();
        (await web.Get<GiveRating>().ExecuteAsync(
            new(new RatedVisit.OfCode(ticket.Code), new(Grade.Satisfied)), Actor.Visitor("203.0.113.7"), CancellationToken.None)).ShouldPass();
        var rated = await hub.NextAsync(p => Shows(p, "1 人评价", "satisfaction", "1"), seconds: 10);
        Assert.True(rated.Arguments[1].GetInt64() > decided.Arguments[1].GetInt64());

        static bool Shows(HubClient.Push push, string words, string field, string value) => push.Method == "Picture"
            ? System.Net.WebUtility.HtmlDecode(push.Arguments[2].GetString()!).Contains(words)
            : push.Arguments[2].GetProperty("today").GetProperty(field).GetRawText() == value;
    }

    [Fact]
    public async Task AnEvaluator_WatchesItsOwnQuestion_AndNothingElse()
    {
        await using var web = await OpenAsync();
        var sample = await web.ReadAsync(db => db.Set<ServiceHall>().SingleAsync());
        await web.SeedAsync(Device.Register(
            new DeviceId(Guid.CreateVersion7()), sample.Id, DeviceKind.Evaluator, "2 号窗口", Infrastructure.Hall.DeviceKeys.HashOf("at-two"), 2, TestHall.Start).Value);
        await using var tablet = await HubClient.ConnectAsync(web.Url, "at-two");
        await using var screen = await HubClient.ConnectAsync(web.Url, ScreenKey);

        Assert.Contains("<div", (await tablet.InvokeAsync("WatchPicture", "sample", "evaluator/2", "zh-CN")).GetProperty("html").GetString());
        Assert.Equal("window.other-seat", (await Assert.ThrowsAsync<HubRefusedException>(() => tablet.InvokeAsync("WatchPicture", "sample", "evaluator/1", "zh-CN"))).Code);
        Assert.Equal("device.wrong-kind", (await Assert.ThrowsAsync<HubRefusedException>(() => tablet.InvokeAsync("WatchPicture", "sample", "window/2", "zh-CN"))).Code);
        Assert.Equal("device.wrong-kind", (await Assert.ThrowsAsync<HubRefusedException>(() => tablet.InvokeAsync("Watch", "sample", "queue"))).Code);
        Assert.Equal("device.wrong-kind", (await Assert.ThrowsAsync<HubRefusedException>(() => screen.InvokeAsync("WatchPicture", "sample", "evaluator/2", "zh-CN"))).Code);

        await web.Get<ScreenRelay>().CheckAsync(CancellationToken.None);
        Assert.Equal(JsonValueKind.Object, (await tablet.InvokeAsync("WatchPicture", "sample", "evaluator/2", "en")).ValueKind);
    }

    [Theory]
    [InlineData("big", "fr")]
    [InlineData("kitchen", "en")]
    public async Task APictureThatIsNone_IsRefused(string view, string culture)
    {
        await using var web = await OpenAsync();
        await using var hub = await HubClient.ConnectAsync(web.Url, ScreenKey);

        Assert.Equal("request.topic-unknown", (await Assert.ThrowsAsync<HubRefusedException>(() => hub.InvokeAsync("WatchPicture", "sample", view, culture))).Code);
    }

    private static async Task<HallWeb> OpenAsync(int waiting = 0)
    {
        // No jobs: the first round of one may come between two reads that a test compares.
        var web = await HallWeb.ListenAsync(settings: new() { ["Jobs:Enabled"] = "false" });
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample), .. Enumerable.Range(1, waiting).Select(n => sample.NewTicket(0, n, 60 - n))]);
        return web;
    }

    private static HallId HallOf(HallWeb web) => web.ReadAsync(db => Task.FromResult(db.Set<ServiceHall>().Single(h => h.Code == "sample").Id)).Result;

    private static async Task CallAsync(HallWeb web, int window) =>
        Assert.True((await web.Get<CallNextTicket>().ExecuteAsync(new(HallOf(web), window), Actor.System("test"), CancellationToken.None)).IsOk);

    private static string Timeless(JsonElement snapshot) =>
        string.Join('\n', snapshot.EnumerateObject().Where(p => p.Name != "at").Select(p => $"{p.Name}: {p.Value.GetRawText()}"));
}
