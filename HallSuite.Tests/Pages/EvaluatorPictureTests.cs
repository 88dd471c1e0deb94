using System.Globalization;
using Bunit;
using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Hall;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Evaluator;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Pages;

/// <summary>What the tablet at a window shows at each moment, from parameters alone.</summary>
public sealed class EvaluatorPictureTests : BunitContext
{
    private static readonly DateTimeOffset Now = TestHall.Start;
    private static readonly TicketId Ticket = new(Guid.Parse("0199c4d0-0000-7000-8000-000000000001"));

    public EvaluatorPictureTests()
    {
        Services.AddLocalization();
        Services.AddSingleton<EnumTexts>().AddSingleton<ErrorTexts>();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
    }

    [Fact]
    public void WithNobodyThere_ItRests()
    {
        var picture = Picture(null);

        Assert.Equal("欢迎来到综合窗口", picture.Find("main h1").TextContent);
        Assert.Empty(picture.FindAll("button"));
        Assert.Single(picture.FindAll("main"));
    }

    [Fact]
    public void WhileServiceGoesOn_ItAsks_WithFiveFacesAndTheirWords()
    {
        var picture = Picture(new AskedVisit(Ticket, "A012", null, null));

        Assert.Equal("请您评价", picture.Find("h1").TextContent);
        Assert.Contains("A012", picture.Find(".kiosk-lead").TextContent);
        Assert.Equal(["非常满意", "满意", "基本满意", "不满意", "非常不满意"], picture.FindAll(".evaluator-grade b").Select(b => b.TextContent));
        Assert.All(picture.FindAll(".evaluator-grade"), b => Assert.Equal(EvaluatorPicture.FormId, b.GetAttribute("form")));
        Assert.Equal((Ticket.ToString(), EvaluatorPicture.FormId), (picture.Find("input[name=ticket]").GetAttribute("value"), picture.Find("input[name=ticket]").GetAttribute("form")));
        Assert.Single(picture.FindAll("main")); // it stops when the service ends, not before
    }

    [Fact]
    public void AfterTheService_ItAsksUntilItRests()
    {
        var picture = Picture(new AskedVisit(Ticket, "A012", Now.AddMinutes(2), null));

        Assert.Equal("2026-09-28T02:02:00.0000000Z", picture.Find("main.evaluator-ask").GetAttribute("data-until"));
        Assert.Equal("2026-09-28T02:02:00.0000000Z", picture.Find("main.evaluator-rest").GetAttribute("data-from"));
        Assert.True(picture.Find("main.evaluator-rest").HasAttribute("hidden"));
        Assert.Contains("欢迎来到", Picture(new AskedVisit(Ticket, "A012", Now, null)).Find("main:not([hidden]) h1").TextContent);
    }

    [Fact]
    public void AfterTheRating_ItThanks_AndForgetsTheNumber()
    {
        var picture = Picture(new AskedVisit(Ticket, "A012", null, Now.AddSeconds(8)));

        Assert.Equal("谢谢您的评价", picture.Find("main:not([hidden]) h1").TextContent);
        Assert.DoesNotContain("A012", picture.Markup);
        Assert.DoesNotContain(Ticket.ToString(), picture.Markup);
        Assert.Empty(picture.FindAll("button"));
        Assert.Equal("2026-09-28T02:00:08.0000000Z", picture.Find("main[hidden]").GetAttribute("data-from"));
        Assert.Contains("欢迎来到", Picture(new AskedVisit(Ticket, "A012", null, Now)).Find("main:not([hidden]) h1").TextContent);
    }

    [Fact]
    public void InEnglish_TheWordsAreEnglish()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal(
            ["Very satisfied", "Satisfied", "Fairly satisfied", "Dissatisfied", "Very dissatisfied"],
            Picture(new AskedVisit(Ticket, "A012", null, null)).FindAll(".evaluator-grade b").Select(b => b.TextContent));
    }

    [Fact]
    public void EachGrade_HasAFaceOfItsOwn() => Assert.Equal(5, Enum.GetValues<Grade>().Select(GradeLook.PathOf).Distinct().Count());

    private IRenderedComponent<EvaluatorPicture> Picture(AskedVisit? asked) => Render<EvaluatorPicture>(p => p
        .Add(e => e.Board, new EvaluatorBoard(9, Now, 5, "综合窗口", asked))
        .Add(e => e.Signs, new HallSigns("样例厅", "Asia/Shanghai", "", "12345", [new Floor(1, "1 楼")])));
}
