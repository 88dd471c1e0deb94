using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Features.Supervision;

/// <summary>What follows from a card, was done and is awaited, in the words of the page.</summary>
internal static class SupervisionWords
{
    /// <summary>The policy behind a light: when it comes on and what follows (DOMAIN §6).</summary>
    /// <param name="policy">Null where the halls have different ones.</param>
    public static string Follows(Light light, CardPolicy? policy, IStringLocalizer<SupervisionText> texts) => (light, policy) switch
    {
        (Light.None, _) => "",
        (Light.Blue, null) => texts["FollowsBlueByHall"],
        (Light.Yellow, null) => texts["FollowsYellowByHall"],
        (Light.Red, null) => texts["FollowsRedByHall"],
        (Light.Blue, { ShortBlueDaysLeft: 0 }) => texts["FollowsBlueOnLastDay", policy.BlueDaysLeft, policy.LongLimitDays],
        (Light.Blue, _) => texts["FollowsBlue", policy.BlueDaysLeft, policy.LongLimitDays, policy.ShortBlueDaysLeft],
        (Light.Yellow, _) => texts["FollowsYellow", policy.YellowDaysOverdue],
        (Light.Red, _) => texts["FollowsRed", policy.RedDaysOverdue],
    };

    /// <summary>The line beneath the number of a light.</summary>
    public static string Line(LightSum sum, IStringLocalizer<SupervisionText> texts) => sum switch
    {
        { Count: 0 } => texts["SumNone"],
        { Light: Light.Red, Open: > 0 } => texts["SumRedOpen", sum.Open],
        { Light: Light.Red } => texts["SumRedDone", sum.Count],
        { Light: Light.Yellow, Open: > 0 } => texts["SumYellowOpen", sum.Open],
        { Light: Light.Yellow } => texts["SumYellowDone"],
        { Open: > 0 } => texts["SumBlueOpen", sum.NewToday, sum.Open],
        _ => texts["SumBlueDone", sum.NewToday],
    };

    /// <summary>What was done about a row, and beneath it what is awaited.</summary>
    public static (string Done, string Awaited) FollowUp(SupervisionRow row, ClockText clock, DateTimeOffset now, IStringLocalizer<SupervisionText> texts)
    {
        var done = row.FollowUp;
        return row.Due.Light switch
        {
            Light.None => ("", ""),
            Light.Blue when done.At is { } at => (texts["SlipSent", clock.Past(at, now)], done.PaperNumber),
            Light.Blue => (texts["SlipNotSent"], ""),
            Light.Yellow when done.LastCall is { } call => (texts["Called", clock.Past(call.At, now), call.With], call.Promise),
            Light.Yellow => (texts["NotCalled"], row.Silent ? texts["SilentWhy"] : ""),
            Light.Red when done.AnswerBy is { } by => (done.PaperNumber, texts["AnswerAwaited", DayText.Short(by)]),
            Light.Red => (texts["LetterNotSent"], ""),
        };
    }

    /// <summary>The one act of a row; it opens the limit beside the list.</summary>
    public static string Act(SupervisionRow row, IStringLocalizer<SupervisionText> texts) => row.Due.Light switch
    {
        Light.None => texts["LookAt"],
        Light.Blue => row.FollowUp.At is null ? texts["SendSlip"] : texts["LookAt"],
        Light.Yellow => row.FollowUp.At is null ? texts["LogCall"] : texts["LookAtCalls"],
        Light.Red => row.FollowUp.At is null ? texts["SendLetter"] : texts["LookAtLetter"],
    };

    /// <summary>Which limit: a step by its name, the others by what they are.</summary>
    public static string Limit(ClockKind kind, string stepName, EnumTexts words) => kind == ClockKind.Step ? stepName : words.Of(kind);

    /// <summary>What a light that comes on says of itself.</summary>
    public static string Turns(Light light, IStringLocalizer<SupervisionText> texts) => light switch
    {
        Light.None => "",
        Light.Blue => texts["TurnsBlue"],
        Light.Yellow => texts["TurnsYellow"],
        Light.Red => texts["TurnsRed"],
    };

    /// <summary>How many of the decided ones were in time, as <c>98.6%</c>; rounded down, so that only all of them are 100%. Null where nothing was decided.</summary>
    public static string? Rate(int inTime, int decided) =>
        decided == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(1000.0 * inTime / decided) / 10:0.#}%");
}
