using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
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
        standard.Publish(MatterKind.Licence, Later, [], Monday, Nine).ShouldPass();
        Assert.False(standard.IsInForceOn(Later.AddDays(-1)));
        Assert.True(standard.IsInForceOn(Later));
        Assert.True(standard.IsInForceOn(Later.AddYears(50)));
    }

    [Fact]
    public void Publish_WhenItBeginsInThePast_IsRefused() => Draft().Publish(MatterKind.Licence, Monday.AddDays(-1), [], Monday, Nine).ShouldBeRefused("standard.effective-past");

    [Fact]
    public void Publish_WhenIncomplete_IsRefusedAndEndsNoOther()
    {
        var current = InForce();
        Draft(Content with { Steps = [], OnTheSpot = false }, 2).Publish(MatterKind.Licence, Later, [current], Monday, Nine).ShouldBeRefused("standard.steps-missing");
        Assert.Null(current.EffectiveUntil);
    }

    [Fact]
    public void Publish_OfASuccessor_EndsTheOtherTheDayBefore()
    {
        var (current, next) = (InForce(), Draft(number: 2));
        next.Publish(MatterKind.Licence, Later, [current], Monday, Nine).ShouldPass();
        Assert.Equal(StandardState.Retired, current.State);
        Assert.All(Enumerable.Range(0, 30).Select(Monday.AddDays), day => Assert.True(current.IsInForceOn(day) != next.IsInForceOn(day)));
    }

    [Fact]
    public void Publish_OfASuccessorOnTheSameDay_IsRefused()
    {
        var current = Draft();
        current.Publish(MatterKind.Licence, Later, [], Monday, Nine).ShouldPass();
        var next = Draft(number: 2);
        next.Publish(MatterKind.Licence, Later, [current], Monday, Nine).ShouldBeRefused("standard.last-day-too-early");
        Assert.Equal((StandardState.Draft, StandardState.Published), (next.State, current.State));
    }

    [Fact]
    public void Publish_WhileARetiredVersionIsStillInForce_IsRefusedAndSaysItsLastDay()
    {
        var retired = InForce();
        retired.Retire(Later, Monday).ShouldPass();
        Assert.Equal(Later, Assert.Single(Draft(number: 2).Publish(MatterKind.Licence, Later, [retired], Monday, Nine).ShouldBeRefused("standard.overlaps").Arguments));
        Draft(number: 2).Publish(MatterKind.Licence, Later.AddDays(1), [retired], Monday, Nine).ShouldPass();
    }

    [Fact]
    public void Publish_WhenPublished_IsRefused() => InForce().Publish(MatterKind.Licence, Later, [], Monday, Nine).ShouldBeRefused("standard.wrong-state");

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

    /// <summary>Whoever publishes and retires whatever, on whatever day: a case is never received under two versions.</summary>
    [Fact]
    public void Publish_AndRetire_InAnyOrder_LeaveAtMostOneInForceOnADay() =>
        Prop.ForAll((from retires in Gen.Elements(false, false, true) from today in Gen.Choose(0, 5) from ahead in Gen.Choose(-2, 20) select (retires, today, ahead)).ListOf().ToArbitrary(), acts =>
        {
            var (versions, today) = (new List<Standard>(), Monday);
            foreach (var (retires, days, ahead) in acts)
            {
                today = today.AddDays(days);
                var current = versions.Find(v => v.State == StandardState.Published);
                if (retires)
                {
                    current?.Retire(today.AddDays(ahead), today);
                    continue;
                }

                var next = Draft(number: versions.Count + 1);
                if (next.Publish(MatterKind.Licence, today.AddDays(ahead), versions, today, Nine).IsOk)
                    versions.Add(next);
            }

            return Enumerable.Range(0, 400).Select(Monday.AddDays).All(day => versions.Count(v => v.IsInForceOn(day)) <= 1);
        }).QuickCheckThrowOnFailure();

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
