using System.Net;
using System.Text;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Endpoints;

/// <summary>POST …/tickets (CONTRACT §3): a kiosk takes a number.</summary>
public sealed class TicketCallTests
{
    private const string Citizen = "11010519491231002X";
    private const string WrongCheckDigit = "110105194912310021";

    private static readonly object Wanted = new { lane = "A", name = "王小明", idNumber = Citizen };

    [Fact]
    public async Task Take_AtAKiosk_GivesNumberPlaceWaitAndTheVisitorsOwnPage()
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var taken = await kiosk.PostAsync("tickets", Wanted);

        Assert.Equal(HttpStatusCode.Created, taken.Status);
        Assert.Equal(("A001", "A", 0), (taken["number"].GetString(), taken["lane"].GetString(), taken["ahead"].GetInt32()));
        Assert.Equal(["p10", "p50", "p90"], taken["wait"].EnumerateObject().Select(p => p.Name));
        Assert.True(taken["id"].TryGetGuid(out _));
        var url = taken["url"].GetString()!;
        Assert.Equal(url, taken.Message.Headers.Location?.OriginalString);
        using var visitor = web.Visitor();
        var page = await visitor.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("A001", await page.TextAsync());
        Assert.DoesNotContain(Citizen, taken.ToString());
    }

    [Fact]
    public async Task Take_ByTheSamePersonAgain_IsAConflictThatSaysTheNumber()
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);
        await kiosk.PostAsync("tickets", Wanted);

        var again = await kiosk.PostAsync("tickets", Wanted);

        Assert.Equal((HttpStatusCode.Conflict, "ticket.already-open"), (again.Status, again.Code));
        Assert.Contains("A001", again["detail"].GetString());
    }

    [Theory]
    [InlineData("zh-CN", "请求有误")]
    [InlineData("en-GB,en;q=0.8", "The request is wrong")]
    [InlineData("fr", "请求有误")]
    public async Task Take_WithAWrongCheckDigit_IsRefusedInTheCallersLanguage(string language, string title)
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var refused = await kiosk.PostAsync("tickets", new { lane = "A", name = "王小明", idNumber = WrongCheckDigit }, language: language);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "id-number.invalid"), (refused.Status, refused.Code));
        Assert.Equal("application/problem+json", refused.Message.Content.Headers.ContentType?.MediaType);
        Assert.Equal((title, 422, "urn:hallsuite:error:id-number.invalid"), (refused["title"].GetString(), refused["status"].GetInt32(), refused["type"].GetString()));
        Assert.NotEqual("id-number.invalid", refused["detail"].GetString());
        Assert.DoesNotContain(WrongCheckDigit, refused.ToString());
        Assert.Equal(0, await web.ReadAsync(db => db.Set<Ticket>().CountAsync()));
    }

    [Theory]
    [InlineData("passport", "E12345678")]
    [InlineData("hk-macao", "H12345678")]
    [InlineData("taiwan", "12345678")]
    public async Task Take_UnderAnotherDocument_Works(string idType, string idNumber)
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var taken = await kiosk.PostAsync("tickets", new { lane = "B", name = "Ana Díaz", idNumber, idType, entitlement = "aged", matter = (string?)null });

        Assert.Equal(HttpStatusCode.Created, taken.Status);
        Assert.Equal(PriorityClass.Entitled, await web.ReadAsync(db => db.Set<Ticket>().Select(t => t.Class).SingleAsync()));
    }

    [Theory]
    [InlineData("""{"name":"王小明","idNumber":"11010519491231002X"}""", "lane")]
    [InlineData("""{"lane":"A","idNumber":"11010519491231002X"}""", "name")]
    [InlineData("""{"lane":"A","name":"王小明","idNumber":null}""", "idNumber")]
    [InlineData("""{"lane":"A","name":"王小明","idNumber":42}""", "idNumber")]
    [InlineData("""{"lane":"A","name":"王小明","idNumber":"11010519491231002X","idType":"library-card"}""", "idType")]
    [InlineData("""{"lane":"A","name":"王小明","idNumber":"11010519491231002X","idType":1}""", "idType")]
    [InlineData("""["A"]""", "$")]
    [InlineData("null", "$")]
    public async Task Take_WithAFieldMissingOrOfTheWrongKind_SaysWhichOne(string body, string field)
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var refused = await kiosk.SendAsync(HttpMethod.Post, "tickets", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "request.field-invalid"), (refused.Status, refused.Code));
        Assert.Contains($"“{field}”", refused["detail"].GetString());
    }

    [Theory]
    [InlineData("lane=A", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("{\"lane\":\"A\"", "application/json; charset=utf-8")]
    public async Task Take_WithABodyThatIsNoJson_Is400(string body, string type)
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var refused = await kiosk.SendAsync(HttpMethod.Post, "tickets", Typed(body, type));

        Assert.Equal((HttpStatusCode.BadRequest, "request.not-json"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Take_WithABodySaidToBeSomethingElse_Is415(string? type)
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var refused = await kiosk.SendAsync(HttpMethod.Post, "tickets", Typed("{}", type));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "request.media-type"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_With50Megabytes_Is413AndTheAnswerArrives(bool tellsItsLength)
    {
        await using var web = await HallWeb.ListenAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample)]);
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);
        HttpContent body = Typed(new string('x', 50 * 1024 * 1024), "application/json");
        if (!tellsItsLength)
        {
            body.Headers.ContentLength = null;
            body = new Chunked(body);
        }

        var refused = await kiosk.SendAsync(HttpMethod.Post, "tickets", body);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request.too-large"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Take_WhileTheHallIsClosed_IsAConflict()
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        sample.Hall.SetOpeningHours(OpeningHours.Never);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample)]);
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var refused = await kiosk.PostAsync("tickets", Wanted);

        Assert.Equal((HttpStatusCode.Conflict, "hall.closed"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Take_InALaneThatIsNone_IsNotFound()
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var refused = await kiosk.PostAsync("tickets", new { lane = "Z", name = "王小明", idNumber = Citizen });

        Assert.Equal((HttpStatusCode.NotFound, "lane.unknown"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Take_SentTwiceWithOneKey_GivesOneTicketAndTheSameAnswer()
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var first = await kiosk.PostAsync("tickets", Wanted, once: "press-1");
        var second = await kiosk.PostAsync("tickets", Wanted, once: "press-1");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
        Assert.Equal(first.Json.GetRawText(), second.Json.GetRawText());
        Assert.Equal(1, await web.ReadAsync(db => db.Set<Ticket>().CountAsync()));
    }

    [Fact]
    public async Task Take_RefusedAndSentAgainWithOneKey_GetsTheSameRefusal()
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);
        var wanted = new { lane = "A", name = "王小明", idNumber = WrongCheckDigit };

        var first = await kiosk.PostAsync("tickets", wanted, once: "press-1");
        var second = await kiosk.PostAsync("tickets", wanted, once: "press-1");

        Assert.Equal((first.Status, first.Code), (second.Status, second.Code));
        Assert.Equal("id-number.invalid", second.Code);
    }

    [Fact]
    public async Task Take_WithAKeyThatCameWithAnotherBody_IsRefused()
    {
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);
        await kiosk.PostAsync("tickets", Wanted, once: "press-1");

        var other = await kiosk.PostAsync("tickets", new { lane = "B", name = "王小明", idNumber = Citizen }, once: "press-1");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency.key-reused"), (other.Status, other.Code));
    }

    [Theory]
    [InlineData("two words", 1)]
    [InlineData("k", 101)]
    public async Task Take_WithAKeyThatIsNone_IsRefused(string text, int times)
    {
        var key = string.Concat(Enumerable.Repeat(text, times));
        await using var web = await OpenAsync();
        using var kiosk = new ApiClient(web, DeviceKind.Kiosk);

        var refused = await kiosk.PostAsync("tickets", Wanted, once: key);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency.key-invalid"), (refused.Status, refused.Code));
    }

    private static async Task<HallWeb> OpenAsync()
    {
        var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample)]);
        return web;
    }

    private static ByteArrayContent Typed(string body, string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return content;
    }

    /// <summary>A body whose length nobody knows before it ends.</summary>
    private sealed class Chunked : HttpContent
    {
        private readonly HttpContent inner;

        public Chunked(HttpContent inner)
        {
            this.inner = inner;
            Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
