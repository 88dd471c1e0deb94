using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Queueing.Tickets;

namespace HallSuite.Tests.Domain.Queueing;

public class WaitEstimateTests
{
    private static readonly LanePace Typical = new(PaceSample.None, PaceSample.None, 8);

    private static Arbitrary<LanePace> Paces =>
        (from today in Samples
         from recent in Samples
         from minutes in Gen.Choose(1, 60)
         select new LanePace(today, recent, minutes)).ToArbitrary();

    private static Gen<PaceSample> Samples =>
        from count in Gen.Choose(0, 500)
        from mean in Gen.Choose(1, 7200)
        from spread in Gen.Choose(0, 300)
        select count == 0 ? PaceSample.None : new PaceSample(count, mean, Math.Pow(mean * spread / 100.0, 2));

    [Fact]
    public void For_MorePeopleAhead_IsNeverShorterAndItsQuantilesAreInOrder() =>
        Prop.ForAll(Paces, Gen.Choose(1, 20).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (pace, windows, share) =>
        {
            var before = new WaitEstimate(0, 0, 0, false);
            for (var ahead = 0; ahead <= 60; ahead++)
            {
                var here = WaitEstimate.For(ahead, pace, new LaneWindows(windows, share / 100.0, 1));
                if (here.P10 < before.P10 || here.P50 < before.P50 || here.P90 < before.P90 || here.P10 > here.P50 || here.P50 > here.P90 || here.P10 < 0)
                    return false;
                before = here;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void For_MoreWindows_IsNeverLonger() =>
        Prop.ForAll(Paces, Gen.Choose(0, 60).ToArbitrary(), (pace, ahead) => Enumerable.Range(1, 15).All(windows =>
            WaitEstimate.For(ahead, pace, new LaneWindows(windows + 1)).P90 <= WaitEstimate.For(ahead, pace, new LaneWindows(windows)).P90)).QuickCheckThrowOnFailure();

    [Fact]
    public void For_NothingSeenYet_GoesByTheTypicalMinutes()
    {
        var wait = WaitEstimate.For(9, Typical, new LaneWindows(2));
        Assert.InRange(wait.P50, 32, 42); // 9½ services of 8 minutes at two windows: 38
        Assert.False(wait.NoWindow);
    }

    [Fact]
    public void For_AFastDay_BelievesTodayMoreThanLastWeeks()
    {
        var slow = new PaceSample(1000, 1200, 90000);
        var fast = new PaceSample(50, 300, 22500);
        Assert.InRange(new LanePace(fast, slow, 20).Blend().MeanSeconds, 300, 520);
        Assert.InRange(new LanePace(PaceSample.None, slow, 20).Blend().MeanSeconds, 1150, 1210);
    }

    [Fact]
    public void For_NoWindowOpen_TellsTheTimeOfOneAndSaysSo()
    {
        var none = WaitEstimate.For(3, Typical, new LaneWindows(0));
        Assert.True(none.NoWindow);
        Assert.Equal(WaitEstimate.For(3, Typical, new LaneWindows(1)) with { NoWindow = true }, none);
    }

    [Fact]
    public void For_AnIdleWindow_IsNoWait() => Assert.Equal(new WaitEstimate(0, 0, 0, false), WaitEstimate.For(0, Typical, new LaneWindows(2, 1, 1)));

    [Fact]
    public void Windows_SharedWithABusyLane_GiveThisOneItsPart()
    {
        var waiting = new Dictionary<LaneId, int> { [LaneA] = 5, [LaneB] = 15 };
        var shared = new WindowSkills([new WindowLane(LaneA, 1), new WindowLane(LaneB, 1)]);
        var own = new WindowSkills([new WindowLane(LaneA, 1)]);
        var other = new WindowSkills([new WindowLane(LaneB, 1)]);
        Assert.Equal(new LaneWindows(2, 0.625, 1), LaneWindows.Of(LaneA, waiting, [(shared, true), (own, false), (other, false)]));
        Assert.Equal(0, LaneWindows.Of(LaneA, waiting, [(other, true)]).Open);
    }

    [Theory]
    [InlineData(21, 29, 20, 30)]
    [InlineData(0, 0, 0, 5)]
    [InlineData(3, 4, 0, 5)]
    [InlineData(58, 92, 55, 100)]
    [InlineData(20, 20, 20, 25)]
    public void Range_ForPeople_IsRoundedOutwards(int p10, int p90, int from, int to) => Assert.Equal((from, to), new WaitEstimate(p10, p10, p90, false).Range());

    [Fact]
    public void LaneDay_ThroughADay_CountsNumbersOutcomesAndPace()
    {
        var day = LaneDay.Begin(Tickets.Hall, LaneA, new DateOnly(2026, 9, 28));
        Assert.Equal(1, day.TakeNumber(new TimeOnly(9, 9)).ShouldPass());
        Assert.Equal(2, day.TakeNumber(new TimeOnly(9, 10)).ShouldPass());
        Assert.Equal(3, day.TakeNumber(new TimeOnly(23, 59)).ShouldPass());
        day.CountServed(TimeSpan.FromMinutes(10), 300);
        day.CountServed(TimeSpan.FromMinutes(20), 500);
        day.CountMissed();
        day.CountRejoined();
        day.CountMissed();
        day.CountLapsed(TicketState.Missed);
        Assert.Equal((3, 2, 1, 0, 1800L), (day.Taken, day.Served, day.Missed, day.Lapsed, day.WaitSeconds));
        Assert.Equal(new PaceSample(2, 400, 10000), day.Pace());
        var buckets = day.TakenPerTenMinutes();
        Assert.Equal((144, 1, 1, 1, 3), (buckets.Length, buckets[54], buckets[55], buckets[143], buckets.Sum()));
        Assert.True(day.TakenBuckets.Length <= LaneDay.BucketTextLength);
    }
}
