using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Matters;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>Limits of the law that are not a case's own clocks (DOMAIN §3, rule 13), and its numbers.</summary>
public class LegalLimitsTests
{
    private static readonly DateOnly ValidUntil = new(2026, 12, 31);

    [Fact]
    public void Limits_AreThoseOfTheLaw()
    {
        Assert.Equal((Limit.WorkingDays(5), Limit.WorkingDays(10)), (LegalLimits.Acceptance, LegalLimits.Issue));
        Assert.Equal((Limit.WorkingDays(20), Limit.WorkingDays(45)), (LegalLimits.Decision(Handling.Single), LegalLimits.Decision(Handling.Joint)));
        Assert.Equal((10, 15), (LegalLimits.LongestExtension(Handling.Single), LegalLimits.LongestExtension(Handling.Joint)));
        Assert.Equal((60, 6), (RefusalGrounds.ReconsiderationDays, RefusalGrounds.LawsuitMonths));
    }

    [Fact]
    public void Hearing_IsAskedForWithinFiveDaysAndHeldWithinTwenty()
    {
        Assert.Equal(new DateOnly(2026, 3, 9), HearingLimits.AskBy(Monday, WorkCalendar.Shipped).Day);
        Assert.Equal(new DateOnly(2026, 3, 30), HearingLimits.HoldBy(Monday, WorkCalendar.Shipped).Day);
    }

    [Theory]
    [InlineData(null, false, "2026-03-09", true)] // somebody may still ask
    [InlineData(null, false, "2026-03-10", false)]
    [InlineData("2026-03-09", false, "2026-03-20", true)] // asked in time, not heard
    [InlineData("2026-03-09", true, "2026-03-20", false)]
    [InlineData("2026-03-10", false, "2026-03-20", false)] // asked too late
    public void Hearing_HoldsUpTheDecisionUntilItIsHeldOrNobodyMayAsk(string? asked, bool held, string today, bool waits) =>
        Assert.Equal(waits, HearingLimits.HoldsUpDecision(Monday, asked is null ? null : DateOnly.Parse(asked, null), held, DateOnly.Parse(today, null), WorkCalendar.Shipped));

    [Fact]
    public void Renewal_IsAskedForThirtyDaysBefore()
    {
        Assert.Equal(new DateOnly(2026, 12, 1), RenewalLimits.AskBy(ValidUntil));
        Assert.True(RenewalLimits.IsInTime(new DateOnly(2026, 12, 1), ValidUntil));
        Assert.False(RenewalLimits.IsInTime(new DateOnly(2026, 12, 2), ValidUntil));
    }

    [Theory]
    [InlineData("2026-12-01", null, "2027-01-01", true)]
    [InlineData("2026-12-01", null, "2026-12-31", false)] // still valid
    [InlineData("2026-12-02", null, "2027-01-01", false)] // asked too late
    [InlineData("2026-12-01", "2026-12-31", "2027-01-01", false)] // decided in time
    [InlineData("2026-12-01", "2027-01-01", "2027-01-01", true)] // decided too late
    public void Renewal_NotDecidedWhenTheValidityEnds_CountsAsGranted(string asked, string? decided, string today, bool granted) =>
        Assert.Equal(granted, RenewalLimits.CountsAsGranted(DateOnly.Parse(asked, null), decided is null ? null : DateOnly.Parse(decided, null), ValidUntil, DateOnly.Parse(today, null)));
}
