using System.Net;
using System.Text.Json;
using HallSuite.Domain.Hall;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Endpoints;

/// <summary>What a caller box does at a window and with a ticket (CONTRACT §3).</summary>
public sealed class CallerTests
{
    [Fact]
    public async Task Windows_AreListedForAnyone()
    {
        await using var web = await OpenAsync(waiting: 1);
        using var caller = new ApiClient(web, DeviceKind.Caller);
        await caller.PostAsync("windows/1/next");
        using var anyone = new ApiClient(web, key: null);

        var list = await anyone.GetAsync("windows");

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(
            """[{"no":1,"name":"1 号窗口","floor":1,"kind":"general","state":"open","lanes":["A","B"],"number":"A001"},{"no":2,"name":"2 号窗口","floor":1,"kind":"general","state":"open","lanes":["B"]},{"no":3,"name":"3 号窗口","floor":1,"kind":"general","state":"open","lanes":["A","B","C"]}]""",
            list.Json.GetRawText());
    }

    [Fact]
    public async Task Window_PausesOpensAndCloses()
    {
        await using var web = await OpenAsync();
        using var caller = new ApiClient(web, DeviceKind.Caller);

        Assert.Equal("paused", (await caller.PostAsync("windows/2/pause"))["state"].GetString());
        Assert.Equal("open", (await caller.PostAsync("windows/2/open"))["state"].GetString());
        Assert.Equal("paused", (await caller.PostAsync("windows/2/pause", new { reason = "equipment", note = "打印机" }))["state"].GetString());
        var closed = await caller.PostAsync("windows/2/close");
        Assert.Equal((HttpStatusCode.OK, 2, "closed"), (closed.Status, closed["no"].GetInt32(), closed["state"].GetString()));
    }

    [Theory]
    [InlineData("windows/1/open", "window.wrong-state")]
    [InlineData("windows/99/open", "window.unknown")]
    [InlineData("windows/99/next", "window.unknown")]
    public async Task Window_InAStateThatDoesNotAllowIt_IsRefused(string path, string code)
    {
        await using var web = await OpenAsync();
        using var caller = new ApiClient(web, DeviceKind.Caller);

        var refused = await caller.PostAsync(path);

        Assert.Equal((code == "window.unknown" ? HttpStatusCode.NotFound : HttpStatusCode.Conflict, code), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Pause_WithAReasonThatIsNone_SaysTheField()
    {
        await using var web = await OpenAsync();
        using var caller = new ApiClient(web, DeviceKind.Caller);

        var refused = await caller.PostAsync("windows/1/pause", new { reason = "siesta" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "request.field-invalid"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Next_CallsTheFirst()
    {
        await using var web = await OpenAsync(waiting: 2);
        using var caller = new ApiClient(web, DeviceKind.Caller);

        var called = await caller.PostAsync("windows/1/next");

        Assert.Equal(HttpStatusCode.OK, called.Status);
        Assert.Equal(["id", "number", "lane", "calledAt"], called.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("A001", "A"), (called["number"].GetString(), called["lane"].GetString()));
        Assert.EndsWith("Z", called["calledAt"].GetString());
    }

    [Fact]
    public async Task Next_WhenNobodyWaits_HasNoContent()
    {
        await using var web = await OpenAsync();
        using var caller = new ApiClient(web, DeviceKind.Caller);

        var none = await caller.PostAsync("windows/1/next", once: "again");
        var again = await caller.PostAsync("windows/1/next", once: "again");

        Assert.Equal((HttpStatusCode.NoContent, JsonValueKind.Undefined), (none.Status, none.Json.ValueKind));
        Assert.Equal(HttpStatusCode.NoContent, again.Status);
    }

    [Fact]
    public async Task Next_WithATicketStillThere_IsBusy()
    {
        await using var web = await OpenAsync(waiting: 2);
        using var caller = new ApiClient(web, DeviceKind.Caller);
        await caller.PostAsync("windows/1/next");

        var busy = await caller.PostAsync("windows/1/next");

        Assert.Equal((HttpStatusCode.Conflict, "window.busy"), (busy.Status, busy.Code));
    }

    [Fact]
    public async Task Next_AtAPausedWindow_IsInTheWrongState()
    {
        await using var web = await OpenAsync(waiting: 1);
        using var caller = new ApiClient(web, DeviceKind.Caller);
        await caller.PostAsync("windows/1/pause");

        var refused = await caller.PostAsync("windows/1/next");

        Assert.Equal((HttpStatusCode.Conflict, "window.wrong-state"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Ticket_GoesThroughItsLife()
    {
        await using var web = await OpenAsync(waiting: 1);
        using var caller = new ApiClient(web, DeviceKind.Caller);
        var id = (await caller.PostAsync("windows/1/next"))["id"].GetString();

        Assert.Equal(1, (await caller.PostAsync($"tickets/{id}/recall"))["calls"].GetInt32());
        Assert.Equal("missed", (await caller.PostAsync($"tickets/{id}/miss"))["state"].GetString());
        Assert.Equal("waiting", (await caller.PostAsync($"tickets/{id}/rejoin"))["state"].GetString());
        await caller.PostAsync("windows/1/next");
        Assert.Equal("serving", (await caller.PostAsync($"tickets/{id}/serve"))["state"].GetString());
        var served = await caller.PostAsync($"tickets/{id}/finish");
        Assert.Equal((HttpStatusCode.OK, "served", "A001", 1), (served.Status, served["state"].GetString(), served["number"].GetString(), served["window"].GetInt32()));
        Assert.Equal(
            ["id", "number", "lane", "state", "window", "takenAt", "calledAt", "servingAt", "endedAt", "calls"], served.Json.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Ticket_CanBeHeld()
    {
        await using var web = await OpenAsync(waiting: 1);
        using var caller = new ApiClient(web, DeviceKind.Caller);
        var id = (await caller.PostAsync("windows/1/next"))["id"].GetString();

        Assert.Equal("held", (await caller.PostAsync($"tickets/{id}/hold"))["state"].GetString());
    }

    [Theory]
    [InlineData("recall")]
    [InlineData("serve")]
    [InlineData("finish")]
    [InlineData("miss")]
    [InlineData("hold")]
    [InlineData("rejoin")]
    public async Task Ticket_InAStateThatDoesNotAllowIt_IsRefused(string act)
    {
        await using var web = await OpenAsync(waiting: 1);
        using var caller = new ApiClient(web, DeviceKind.Caller);
        var id = (await caller.PostAsync("windows/1/next"))["id"].GetString();
        await caller.PostAsync($"tickets/{id}/serve");
        await caller.PostAsync($"tickets/{id}/finish");

        var refused = await caller.PostAsync($"tickets/{id}/{act}");

        Assert.Equal((HttpStatusCode.Conflict, "ticket.wrong-state"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Ticket_ThatIsNone_IsNotFound()
    {
        await using var web = await OpenAsync();
        using var caller = new ApiClient(web, DeviceKind.Caller);

        var refused = await caller.PostAsync($"tickets/{Guid.NewGuid()}/serve");

        Assert.Equal((HttpStatusCode.NotFound, "ticket.unknown"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task ACallerOfOneWindow_ActsAtThatWindowOnly()
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync(
            [.. sample.Entities, sample.NewTicket(0, 1), sample.NewTicket(1, 1), SampleDevices.New(sample, DeviceKind.Caller, "box-1", 1), SampleDevices.New(sample, DeviceKind.Caller, "box-2", 2)]);
        using var first = new ApiClient(web, "box-1");
        using var second = new ApiClient(web, "box-2");
        var called = await first.PostAsync("windows/1/next");

        Assert.Equal(HttpStatusCode.OK, called.Status);
        Assert.Equal((HttpStatusCode.Conflict, "window.other-seat"), StatusOf(await second.PostAsync("windows/1/pause")));
        Assert.Equal((HttpStatusCode.Conflict, "window.other-seat"), StatusOf(await first.PostAsync("windows/2/next")));
        Assert.Equal((HttpStatusCode.Conflict, "ticket.taken-by-other"), StatusOf(await second.PostAsync($"tickets/{called["id"].GetString()}/serve")));
    }

    private static (HttpStatusCode, string?) StatusOf(ApiAnswer answer) => (answer.Status, answer.Code);

    private static async Task<HallWeb> OpenAsync(int waiting = 0)
    {
        var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample), .. Enumerable.Range(1, waiting).Select(n => sample.NewTicket(0, n, 10 - n))]);
        return web;
    }
}
