using System.Net;
using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Endpoints;

/// <summary>The tablet at a window and the rating on the ticket's own page, without any script.</summary>
public sealed class EvaluatorPageTests
{
    private const string Tablet = "/evaluator/sample/window/1";
    private static readonly Actor System = Actor.System("test");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AKeyInTheAddress_IsSwappedForACookie_AndThePageRests()
    {
        await using var scene = await KioskScene.OpenAsync();
        var tablet = await AtAsync(scene);

        Assert.Equal(Tablet, tablet.Path);
        Assert.Contains(tablet.Cookies, c => c.StartsWith("hallsuite-evaluator=", StringComparison.Ordinal) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("test-Evaluator", tablet.Sources[^1]);
        Assert.Contains("/hubs/hall?device=Evaluator", tablet.Sources[^1]);
        Assert.Contains("欢迎来到1 号窗口", tablet.Text);
        Assert.False(tablet.Has("button[name=grade]"));
    }

    [Theory]
    [InlineData("no-such-key", HttpStatusCode.Unauthorized, "device.unknown")]
    [InlineData("test-Screen", HttpStatusCode.Forbidden, "device.wrong-kind")]
    [InlineData("test-Kiosk", HttpStatusCode.Forbidden, "device.wrong-kind")]
    public async Task AWrongKey_OpensNoEvaluator(string key, HttpStatusCode status, string code)
    {
        await using var scene = await KioskScene.OpenAsync();

        var page = await scene.Anyone().OpenAsync($"{Tablet}?key={key}");

        Assert.Equal(status, page.Answer.StatusCode);
        Assert.Contains(code, page.Text);
        Assert.Empty(page.Cookies);
    }

    [Theory]
    [InlineData("/screen/sample/queue")]
    [InlineData("/kiosk/sample")]
    public async Task AnEvaluatorsKey_OpensNothingElse(string address)
    {
        await using var scene = await KioskScene.OpenAsync();

        var page = await scene.Anyone().OpenAsync($"{address}?key=test-Evaluator");

        Assert.Equal(HttpStatusCode.Forbidden, page.Answer.StatusCode);
        Assert.Contains("device.wrong-kind", page.Text);
    }

    [Theory]
    [InlineData("/evaluator/sample/window/99", HttpStatusCode.NotFound, "window.unknown")]
    [InlineData("/evaluator/nowhere/window/1", HttpStatusCode.NotFound, "hall.unknown")]
    public async Task AWindowThatIsNone_SaysWhatToDo(string address, HttpStatusCode status, string code)
    {
        await using var scene = await KioskScene.OpenAsync();
        var tablet = await AtAsync(scene);

        await tablet.OpenAsync(address);

        Assert.Equal(status, tablet.Answer.StatusCode);
        Assert.Contains(code, tablet.Text);
        Assert.Contains("评价器暂停使用", tablet.Text);
    }

    [Fact]
    public async Task OneTouch_Rates_AndTheTabletForgets()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (ticket, code) = await ServedAsync(scene);
        var tablet = await AtAsync(scene);
        Assert.Equal(["非常满意", "满意", "基本满意", "不满意", "非常不满意"], tablet.Page.QuerySelectorAll("button[name=grade]").Select(b => b.TextContent.Trim()));
        var twice = tablet.Form("button[value=Satisfied]");

        await tablet.PressAsync("button[value=Satisfied]");

        Assert.Equal(Tablet, tablet.Path);
        Assert.Contains("谢谢您的评价", tablet.Text);
        Assert.DoesNotContain("A001", tablet.Text);
        Assert.DoesNotContain(code, tablet.Sources[^1]);
        Assert.Equal(HttpStatusCode.Redirect, (await tablet.SendAsync(twice.Address, twice.Body)).StatusCode);
        var rating = await scene.Web.ReadAsync(db => db.Set<ServiceRating>().SingleAsync(Cancel));
        Assert.Equal((ticket, Grade.Satisfied, RatingChannel.Evaluator), (rating.Ticket, rating.Grade, rating.Channel));

        scene.Web.Clock.Move(RatingPolicy.ThankFor);
        await tablet.OpenAsync(Tablet);
        Assert.DoesNotContain("谢谢", tablet.Text);
    }

    [Fact]
    public async Task ALowGrade_AsksWhyInOneMoreTouch()
    {
        await using var scene = await KioskScene.OpenAsync();
        await ServedAsync(scene);
        var tablet = await AtAsync(scene);

        await tablet.PressAsync("button[value=VeryDissatisfied]");
        Assert.StartsWith($"{Tablet}/why", tablet.Path);
        Assert.Equal(0, await scene.Web.ReadAsync(db => db.Set<ServiceRating>().CountAsync(Cancel)));
        await tablet.PressAsync("button[value=LongWait]");

        Assert.Equal(Tablet, tablet.Path);
        var rating = await scene.Web.ReadAsync(db => db.Set<ServiceRating>().SingleAsync(Cancel));
        Assert.Equal((Grade.VeryDissatisfied, RatingReason.LongWait), (rating.Grade, rating.Reason));
    }

    [Fact]
    public async Task TheLanguageOfTheAddress_StaysThroughEveryTouch()
    {
        await using var scene = await KioskScene.OpenAsync();
        await ServedAsync(scene);
        var tablet = await scene.Anyone().OpenAsync($"{Tablet}?lang=en&key=test-Evaluator");
        Assert.Contains("Very satisfied", tablet.Text);

        await tablet.PressAsync("button[value=Dissatisfied]");
        Assert.Contains("The wait was too long", tablet.Text);
        await tablet.PressAsync("button[value=Other]");

        Assert.Equal($"{Tablet}?lang=en", tablet.Path);
        Assert.Contains("Thank you", tablet.Text);
    }

    [Fact]
    public async Task AForgedTouch_WithoutATicketOrAGrade_RatesNothing()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (ticket, _) = await ServedAsync(scene);
        var tablet = await AtAsync(scene);

        await tablet.PressAsync("button[value=Satisfied]", ("ticket", "nothing"));
        await tablet.PressAsync("button[value=Satisfied]", ("ticket", Guid.NewGuid().ToString()));
        await tablet.OpenAsync($"{Tablet}/why?grade=99&ticket={ticket.Value}");
        await tablet.PressAsync("button[value=Other]");

        Assert.Equal(0, await scene.Web.ReadAsync(db => db.Set<ServiceRating>().CountAsync(Cancel)));
    }

    [Fact]
    public async Task TheTicketsPage_OffersToRateOnceServiceBegan_AndSaysWhatWasGiven()
    {
        await using var scene = await KioskScene.OpenAsync();
        var kiosk = await scene.AtTicketAsync();
        var waiting = Assert.Single(await scene.TicketsAsync());
        kiosk.Dispose();
        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{waiting.Code}");
        Assert.False(page.Has("a[href$='/rate']"));
        await page.OpenAsync($"/portal/ticket/{waiting.Code}/rate");
        Assert.False(page.Has("form.portal-rate"));

        await ServeAsync(scene, waiting.Id);
        await page.OpenAsync($"/portal/ticket/{waiting.Code}");
        await page.FollowAsync("a[href$='/rate']");
        Assert.Equal("no-store", page.Answer.Headers.CacheControl?.ToString());
        await page.PressAsync(".portal-btn-primary", ("grade", "VerySatisfied"), ("comment", "小林很耐心。"));

        Assert.Equal($"/portal/ticket/{waiting.Code}", page.Path);
        Assert.Contains("已评价：非常满意", page.Text);
        Assert.DoesNotContain("小林", page.Sources[^1]);
        var rating = await scene.Web.ReadAsync(db => db.Set<ServiceRating>().SingleAsync(Cancel));
        Assert.Equal((Grade.VerySatisfied, "小林很耐心。", RatingChannel.TicketPage), (rating.Grade, rating.Comment, rating.Channel));
        await page.OpenAsync($"/portal/ticket/{waiting.Code}/rate");
        Assert.False(page.Has("form.portal-rate"));
        Assert.Contains("已评价：非常满意", page.Text);
    }

    [Fact]
    public async Task ALowGradeOnThePhone_WithoutAReason_IsAskedFor_AndKeepsWhatWasTyped()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (_, code) = await ServedAsync(scene);
        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{code}/rate");

        await page.PressAsync(".portal-btn-primary");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Answer.StatusCode);
        await page.PressAsync(".portal-btn-primary", ("grade", "Dissatisfied"), ("comment", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Answer.StatusCode);
        Assert.Contains("请选一个原因", page.One("[role=alert]").TextContent);
        Assert.True(page.Has("input[value=Dissatisfied][checked]"));

        await page.PressAsync(".portal-btn-primary", ("reason", "Manner"));
        Assert.Equal($"/portal/ticket/{code}", page.Path);
        Assert.Equal(RatingReason.Manner, await scene.Web.ReadAsync(db => db.Set<ServiceRating>().Select(r => r.Reason).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task AGoodGradeOnThePhone_DropsAReasonThatWasChosenBefore()
    {
        await using var scene = await KioskScene.OpenAsync();
        var (_, code) = await ServedAsync(scene);
        var page = await scene.Anyone().OpenAsync($"/portal/ticket/{code}/rate");

        await page.PressAsync(".portal-btn-primary", ("grade", "FairlySatisfied"), ("reason", "Manner"));

        Assert.Null(await scene.Web.ReadAsync(db => db.Set<ServiceRating>().Select(r => r.Reason).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task TheRatingOfATicketThatIsNone_Is404()
    {
        await using var scene = await KioskScene.OpenAsync();

        var page = await scene.Anyone().OpenAsync("/portal/ticket/nothing/rate");

        Assert.Equal(HttpStatusCode.NotFound, page.Answer.StatusCode);
        Assert.Contains("没有找到这张号票", page.Text);
    }

    private static Task<PageVisitor> AtAsync(KioskScene scene) => scene.Anyone().OpenAsync($"{Tablet}?key={SampleDevices.KeyOf(DeviceKind.Evaluator)}");

    private static async Task<(TicketId Ticket, string Code)> ServedAsync(KioskScene scene)
    {
        var ticket = scene.Sample.NewTicket(0, 1);
        await scene.Web.SeedAsync(ticket);
        await ServeAsync(scene, ticket.Id);
        return (ticket.Id, ticket.Code);
    }

    private static async Task ServeAsync(KioskScene scene, TicketId ticket)
    {
        var hall = scene.Sample.Hall.Id;
        (await scene.Web.Get<CallNextTicket>().ExecuteAsync(new(hall, 1), System, Cancel)).ShouldPass();
        (await scene.Web.Get<ServeTicket>().ExecuteAsync(new(hall, ticket), System, Cancel)).ShouldPass();
        (await scene.Web.Get<FinishTicket>().ExecuteAsync(new(hall, ticket), System, Cancel)).ShouldPass();
    }
}
