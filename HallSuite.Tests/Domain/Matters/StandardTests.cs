using System.Text.Json;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Matters;

public class StandardTests
{
    private static readonly DateOnly Later = Monday.AddDays(7);

    [Fact]
    public void Draft_IsInForceOnNoDay()
    {
        var draft = Draft();
        Assert.Equal(StandardState.Draft, draft.State);
        Assert.False(draft.IsInForceOn(Monday));
        Assert.False(draft.IsInForceOn(DateOnly.MaxValue));
    }

    [Fact]
    public void Publish_IsInForceFromItsFirstDayOn()
    {
        var standard = Draft();
        standard.Publish(MatterKind.Licence, Later, null, Monday, Nine).ShouldPass();
        Assert.False(standard.IsInForceOn(Later.AddDays(-1)));
        Assert.True(standard.IsInForceOn(Later));
        Assert.True(standard.IsInForceOn(Later.AddYears(50)));
    }

    [Fact]
    public void Publish_WhenItBeginsInThePast_IsRefused() => Draft().Publish(MatterKind.Licence, Monday.AddDays(-1), null, Monday, Nine).ShouldBeRefused("standard.effective-past");

    [Fact]
    public void Publish_WhenIncomplete_IsRefusedAndEndsNoOther()
    {
        var current = InForce();
        Draft(Content with { Steps = [], OnTheSpot = false }, 2).Publish(MatterKind.Licence, Later, current, Monday, Nine).ShouldBeRefused("standard.steps-missing");
        Assert.Null(current.EffectiveUntil);
    }

    [Fact]
    public void Publish_OfASuccessor_EndsTheOtherTheDayBefore()
    {
        var (current, next) = (InForce(), Draft(number: 2));
        next.Publish(MatterKind.Licence, Later, current, Monday, Nine).ShouldPass();
        Assert.Equal(StandardState.Retired, current.State);
        Assert.All(Enumerable.Range(0, 30).Select(Monday.AddDays), day => Assert.True(current.IsInForceOn(day) != next.IsInForceOn(day)));
    }

    [Fact]
    public void Publish_OfASuccessorOnTheSameDay_IsRefused()
    {
        var current = Draft();
        current.Publish(MatterKind.Licence, Later, null, Monday, Nine).ShouldPass();
        var next = Draft(number: 2);
        next.Publish(MatterKind.Licence, Later, current, Monday, Nine).ShouldBeRefused("standard.last-day-too-early");
        Assert.Equal((StandardState.Draft, StandardState.Published), (next.State, current.State));
    }

    [Fact]
    public void Publish_WhenPublished_IsRefused() => InForce().Publish(MatterKind.Licence, Later, null, Monday, Nine).ShouldBeRefused("standard.wrong-state");

    [Fact]
    public void Revise_WhenPublished_IsRefusedAndChangesNothing()
    {
        var standard = InForce();
        standard.Revise(new StandardContent()).ShouldBeRefused("standard.wrong-state");
        Assert.Same(Content, standard.Content);
    }

    [Fact]
    public void Revise_OfADraft_ReplacesItWhole()
    {
        var draft = Draft(new StandardContent());
        draft.Revise(Content).ShouldPass();
        Assert.Same(Content, draft.Content);
    }

    [Fact]
    public void Retire_IsInForceThroughItsLastDay()
    {
        var standard = InForce();
        standard.Retire(Later, Monday).ShouldPass();
        Assert.True(standard.IsInForceOn(Later));
        Assert.False(standard.IsInForceOn(Later.AddDays(1)));
        standard.Retire(Later, Monday).ShouldBeRefused("standard.wrong-state");
    }

    [Fact]
    public void Retire_WhenItsLastDayIsLongPast_IsRefused() => InForce().Retire(Later.AddDays(-2), Later).ShouldBeRefused("standard.last-day-too-early");

    [Fact]
    public void Retire_WithYesterday_IsInForceNoMore()
    {
        var standard = InForce();
        standard.Retire(Later.AddDays(-1), Later).ShouldPass();
        Assert.False(standard.IsInForceOn(Later));
    }

    [Fact]
    public void Retire_OfADraft_IsRefused() => Draft().Retire(Later, Monday).ShouldBeRefused("standard.wrong-state");

    [Fact]
    public void Content_WrittenAsTextAndReadAgain_IsTheSame()
    {
        var text = JsonSerializer.Serialize(Content);
        var read = JsonSerializer.Deserialize<StandardContent>(text)!;
        Assert.Equal(text, JsonSerializer.Serialize(read));
        Assert.Equal(Content.Committed, read.Committed);
        Assert.Equal(Content.StatutoryDays, read.StatutoryDays);
        Assert.Equal(Content.Materials, read.Materials);
        Assert.Equal(Content.Steps, read.Steps);
        read.Check(MatterKind.Licence).ShouldPass();
    }
}
