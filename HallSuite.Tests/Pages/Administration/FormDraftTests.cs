using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Web.Features.Hall;
using HallSuite.Web.Shared.Forms;

namespace HallSuite.Tests.Pages.Administration;

public sealed class FormDraftTests
{
    [Fact]
    public void AnUntouchedForm_FollowsWhatIsSaved()
    {
        var draft = new FormDraft<string>("一");
        draft.Follow("二");
        Assert.Equal(("二", "二", false, false), (draft.Seen, draft.Wanted, draft.IsTouched, draft.IsOvertaken));
    }

    [Fact]
    public void AFormBeingWritten_KeepsWhatWasTypedAndWhatWasSeen()
    {
        var draft = new FormDraft<string>("一") { Wanted = "我" };
        draft.Follow("一");
        Assert.False(draft.IsOvertaken);
        draft.Follow("他");
        Assert.Equal(("一", "我", "他", true), (draft.Seen, draft.Wanted, draft.Latest, draft.IsOvertaken));
    }

    [Fact]
    public void AFormThatWantedTheSame_HasNothingToSave()
    {
        var draft = new FormDraft<string>("一") { Wanted = "二" };
        draft.Follow("二");
        Assert.Equal((false, false), (draft.IsTouched, draft.IsOvertaken));
    }

    [Fact]
    public void AnOvertakenForm_KeepsMineOrTakesTheirs()
    {
        var (mine, theirs) = (new FormDraft<string>("一") { Wanted = "我" }, new FormDraft<string>("一") { Wanted = "我" });
        mine.Follow("他");
        theirs.Follow("他");
        mine.KeepMine();
        theirs.TakeTheirs();
        Assert.Equal(("他", "我", false), (mine.Seen, mine.Wanted, mine.IsOvertaken));
        Assert.Equal(("他", "他", false), (theirs.Seen, theirs.Wanted, theirs.IsTouched));
    }

    [Fact]
    public void ASavedForm_FollowsWhatTheHallMadeOfIt()
    {
        var draft = new FormDraft<string>("一") { Wanted = " 二 " };
        draft.Saved(draft.Wanted);
        draft.Follow("二"); // without the blanks
        Assert.Equal(("二", false), (draft.Wanted, draft.IsTouched));
    }

    [Fact]
    public void AFormWrittenOnWhileItWasSaved_KeepsWhatWasWrittenSince()
    {
        var draft = new FormDraft<string>("一") { Wanted = "二" };
        var sent = draft.Wanted;
        draft.Wanted = "三";
        draft.Saved(sent);
        draft.Follow("二");
        Assert.Equal(("二", "三", true, false), (draft.Seen, draft.Wanted, draft.IsTouched, draft.IsOvertaken));
    }

    [Theory]
    [InlineData("09:00", "17:00", 480, false)]
    [InlineData("22:00", "06:00", 480, true)]
    [InlineData("08:00", "08:00", 1440, true)]
    [InlineData("20:00", "00:00", 240, true)]
    [InlineData("09:00", "", 0, false)]
    [InlineData("", "09:00", 0, false)]
    public void AnOpening_AsTyped_LastsUntilItsEnd(string from, string to, int minutes, bool nextDay)
    {
        var span = new HoursSpan(DayOfWeek.Monday, from, to);
        Assert.Equal((minutes, nextDay), (span.Minutes, span.EndsNextDay));
    }

    [Theory]
    [InlineData("9", "09:00")]
    [InlineData(" 17 ", "17:00")]
    [InlineData("930", "09:30")]
    [InlineData("0930", "09:30")]
    [InlineData("9:5", "09:05")]
    [InlineData("9.30", "09:30")]
    [InlineData("9：30", "09:30")]
    [InlineData("24:00", "00:00")]
    [InlineData("24:30", "24:30")]
    [InlineData("9:60", "9:60")]
    [InlineData("九点", "九点")]
    [InlineData("", "")]
    public void ATime_AsItMayBeTyped_IsTidied(string typed, string tidy) => Assert.Equal(tidy, HoursSpan.Tidy(typed));

    [Fact]
    public void HoursForm_OfSavedHours_GivesThemBack()
    {
        OpeningSpan[] week = [new(DayOfWeek.Sunday, new(22, 0), 480), new(DayOfWeek.Monday, new(9, 0), 180), new(DayOfWeek.Saturday, new(9, 0), 1440)];
        var form = HoursForm.Of(OpeningHours.Of(week).Value);
        Assert.Equal(DayOfWeek.Monday, form.Spans[0].Day);
        Assert.Equal(
            week.Order(Comparer<OpeningSpan>.Create((a, b) => a.Day.CompareTo(b.Day))),
            OpeningHours.Of(form.Spans.Select(s => s.Typed())).Value.Spans);
        Assert.Equal(HoursForm.Of(OpeningHours.AlwaysOpen), form.WithAlways(true));
        Assert.Equal(form, form.WithAlways(true).WithAlways(false));
    }

    [Fact]
    public void SkillsForm_ThatSaysTheSame_IsEqualWhateverTheOrder()
    {
        var (a, b) = (new LaneId(Guid.NewGuid()), new LaneId(Guid.NewGuid()));
        var form = new SkillsForm([new(a, 1), new(b, 2)]);
        Assert.Equal(form, new SkillsForm([new(b, 2), new(a, 1)]));
        Assert.Equal(form.GetHashCode(), new SkillsForm([new(b, 2), new(a, 1)]).GetHashCode());
        Assert.NotEqual(form, form.With(b, 1));
        Assert.Equal(form, form.With(b, null).With(b, 2));
    }
}
