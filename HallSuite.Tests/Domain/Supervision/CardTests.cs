using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Supervision;

/// <summary>What follows from a card of each colour.</summary>
public sealed class CardTests
{
    // Accepted on Monday 2 March; the promise of ten working days ends on the 16th.
    private const int BlueDay = 10;
    private const int YellowDay = 15;
    private const int RedDay = 16;

    private static readonly DateOnly Today = Monday.AddDays(RedDay);

    private static readonly DocumentId Paper = new(Id(800));

    private readonly Case file = CaseScene.Accepted();

    [Fact]
    public void Urge_WhileTheLimitIsBlue_IsDoneOnce()
    {
        var card = CardOf(Light.Blue, BlueDay);

        card.Urge(Promise).ShouldPass();
        card.Take(Paper, "催〔2026〕1号", CaseScene.On(BlueDay));

        Assert.Equal((Paper, "催〔2026〕1号", CaseScene.On(BlueDay)), (card.Paper, card.PaperNumber, card.FollowedAt));
        card.Urge(Promise).ShouldBeRefused("card.paper-already-sent");
    }

    [Fact]
    public void Urge_WhenTheLimitIsYellowAlready_IsRefused()
    {
        var card = CardOf(Light.Blue, BlueDay);
        file.TurnLights(CaseScene.On(YellowDay));

        card.Urge(Promise).ShouldBeRefused("card.light-is-off");
    }

    [Fact]
    public void Urge_ForACardOfAnotherColour_IsRefused() => CardOf(Light.Red, RedDay).Urge(Promise).ShouldBeRefused("card.wrong-colour");

    [Fact]
    public void AskToExplain_WithADayInReach_KeepsTheDay()
    {
        var card = CardOf(Light.Red, RedDay);

        card.AskToExplain(Promise, Today.AddDays(7), Today).ShouldPass();

        Assert.Equal(Today.AddDays(7), card.AnswerBy);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(Card.MostAnswerDays + 1)]
    public void AskToExplain_WithADayOutOfReach_IsRefused(int days)
    {
        var card = CardOf(Light.Red, RedDay);

        card.AskToExplain(Promise, Today.AddDays(days), Today).ShouldBeRefused("card.answer-by-out-of-range");

        Assert.Null(card.AnswerBy);
    }

    [Fact]
    public void AskToExplain_ForACardOfAnotherColour_IsRefused() =>
        CardOf(Light.Yellow, YellowDay).AskToExplain(Promise, Today.AddDays(7), Today).ShouldBeRefused("card.wrong-colour");

    [Fact]
    public void AskToExplain_WhenTheLimitIsOver_IsRefused()
    {
        var card = CardOf(Light.Red, RedDay);
        file.Withdraw("不办了。", CaseScene.By(CaseScene.Clerk, RedDay)).ShouldPass();

        card.AskToExplain(Promise, Today.AddDays(7), Today).ShouldBeRefused("card.light-is-off");
    }

    [Fact]
    public void LogCall_OnAYellowCard_IsKept_AlsoAgain()
    {
        var card = CardOf(Light.Yellow, YellowDay);

        var first = Call(card, " 周越 ", " 明天办结。 ").ShouldPass();
        Call(card, "周越", "今天办结。", hours: 3).ShouldPass();

        Assert.Equal(("周越", "明天办结。", card.Id, card.Hall, CaseScene.Head), (first.With, first.Promise, first.Card, first.Hall, first.By));
        Assert.Equal(CaseScene.On(YellowDay), card.FollowedAt);
    }

    [Theory]
    [InlineData(Light.Blue, BlueDay)]
    [InlineData(Light.Red, RedDay)]
    public void LogCall_OnACardOfAnotherColour_IsRefused(Light light, int day) => Call(CardOf(light, day), "周越", "明天办结。").ShouldBeRefused("card.wrong-colour");

    [Theory]
    [InlineData("", "明天办结。", "phone-call.without-person")]
    [InlineData("  ", "明天办结。", "phone-call.without-person")]
    [InlineData("周越", " ", "phone-call.without-promise")]
    public void LogCall_WithoutWhomOrWhat_IsRefused(string with, string promise, string code)
    {
        var card = CardOf(Light.Yellow, YellowDay);

        Call(card, with, promise).ShouldBeRefused(code);

        Assert.Null(card.FollowedAt);
    }

    [Fact]
    public void LogCall_WithTooMuch_IsRefused()
    {
        var card = CardOf(Light.Yellow, YellowDay);

        Call(card, new string('周', PhoneCall.WithLength + 1), "好").ShouldBeRefused("phone-call.without-person");
        Call(card, "周越", new string('好', PhoneCall.PromiseLength + 1)).ShouldBeRefused("phone-call.without-promise");
    }

    private Clock Promise => CaseScene.ClockOf(file, ClockKind.Committed);

    private static Result<PhoneCall> Call(Card card, string with, string promise, int hours = 0) =>
        card.LogCall(new PhoneCallId(Id(900 + hours)), CaseScene.Head, with, promise, CaseScene.On(YellowDay).AddHours(hours));

    /// <summary>The card of the promise on the day when its light has come on.</summary>
    private Card CardOf(Light light, int day)
    {
        var change = file.TurnLights(CaseScene.On(day)).Single(c => c.Kind == ClockKind.Committed && c.To == light);
        return Card.Give(new CardId(Id(700)), file, change, light, CaseScene.On(day));
    }
}
