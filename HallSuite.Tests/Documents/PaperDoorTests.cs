using System.Net;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.Pdf;
using HallSuite.Tests.TestKit;
using HallSuite.Web;

namespace HallSuite.Tests.Documents;

/// <summary>Samples for administrators alone, and the visitor's ticket on paper for whoever has its code.</summary>
public sealed class PaperDoorTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sample_IsAPdfToLookAt_AndAFileWhereAskedFor()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("admin", Role.Administrator);
        var admin = await web.SignedInAsync("admin");

        var shown = await admin.GetAsync(HallUrls.PaperSample(nameof(DocumentKind.Certificate)), Cancel);
        var file = await admin.GetAsync(HallUrls.PaperSample(nameof(DocumentKind.Certificate), download: true), Cancel);

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        Assert.Null(shown.Content.Headers.ContentDisposition);
        Assert.Equal(("attachment", "证照（样张）.pdf"), (file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentDisposition?.FileNameStar));
        await Paper.SoundAsync(await shown.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("99")]
    public async Task Sample_OfAKindThatIsNone_IsNotFound(string kind)
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("admin", Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await (await web.SignedInAsync("admin")).GetAsync(HallUrls.PaperSample(kind), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Samples_AreForAdministrators()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("clerk1", Role.WindowClerk);
        var clerk = await web.SignedInAsync("clerk1");

        Assert.NotEqual(HttpStatusCode.OK, (await clerk.GetAsync(HallUrls.PaperSample(nameof(DocumentKind.Receipt)), Cancel)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await clerk.GetAsync(HallUrls.AdminDocuments(), Cancel)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await web.Visitor().GetAsync(HallUrls.PaperSample(nameof(DocumentKind.Receipt)), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Ticket_OnPaper_HasTheNumberAndNothingOfItsHolder()
    {
        await using var scene = await KioskScene.OpenAsync();
        var code = await TakeAsync(scene);

        var answer = await scene.Web.Visitor().GetAsync(HallUrls.TicketPaper(code), Cancel);
        var text = await PaperKit.TextAsync(await answer.Content.ReadAsByteArrayAsync(Cancel));

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        PaperKit.Follow(text, scene.Sample.Hall.Name, "综合受理", "A001", "您前面没有人", "当日有效");
        Assert.DoesNotContain(KioskScene.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain(KioskScene.Citizen[^4..], text, StringComparison.Ordinal);
        Assert.DoesNotContain("样张", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticket_ThatIsOverOrUnknown_IsNotPrinted()
    {
        await using var scene = await KioskScene.OpenAsync();
        var code = await TakeAsync(scene);
        (await scene.Web.Get<GiveBackTicket>().ExecuteAsync(new(code), Actor.Visitor("127.0.0.1"), Cancel)).ShouldPass();

        Assert.Equal(HttpStatusCode.NotFound, (await scene.Web.Visitor().GetAsync(HallUrls.TicketPaper(code), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Web.Visitor().GetAsync(HallUrls.TicketPaper("nothing"), Cancel)).StatusCode);
    }

    [Fact]
    public async Task TheVisitorsPage_LeadsToThePaper_UntilTheTicketIsOver()
    {
        await using var scene = await KioskScene.OpenAsync();
        var code = await TakeAsync(scene);
        var link = $"href=\"{HallUrls.TicketPaper(code)}\"";

        Assert.Contains(link, await scene.Web.Visitor().GetStringAsync(HallUrls.Ticket(code), Cancel), StringComparison.Ordinal);
        (await scene.Web.Get<GiveBackTicket>().ExecuteAsync(new(code), Actor.Visitor("127.0.0.1"), Cancel)).ShouldPass();
        Assert.DoesNotContain(link, await scene.Web.Visitor().GetStringAsync(HallUrls.Ticket(code), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_AskedForTooOften_IsRefused()
    {
        await using var scene = await KioskScene.OpenAsync();
        using var stranger = scene.Web.Visitor();
        stranger.DefaultRequestHeaders.Add(HallWeb.AddressHeader, "203.0.113.9");
        HttpStatusCode[] answers = [];
        for (var round = 0; round < 20 && !answers.Contains(HttpStatusCode.TooManyRequests); round++)
        {
            answers = [.. (await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => stranger.GetAsync(HallUrls.TicketPaper("guess"), Cancel)))).Select(a => a.StatusCode)];
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    private static async Task<string> TakeAsync(KioskScene scene) => (await scene.Web.Get<TakeTicket>().ExecuteAsync(
        new(scene.Sample.Hall.Id, "A", KioskScene.Name, KioskScene.Citizen, IdentityType.Citizen, null, Entitlement.None), Actor.System("test"), Cancel)).ShouldPass().Code;
}
