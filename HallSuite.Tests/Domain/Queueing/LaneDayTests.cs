using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Queueing;

public sealed class LaneDayTests
{
    private static readonly DateOnly Day = new(2026, 9, 28);

    [Fact]
    public void TakeNumber_WhenThePrefixWasGivenOutFurther_GoesOnAfterIt()
    {
        var day = LaneDay.Begin(Tickets.Hall, Tickets.LaneA, Day);

        Assert.Equal(6, day.TakeNumber(new TimeOnly(9, 0), lastOfPrefix: 5).ShouldPass());
        Assert.Equal(7, day.TakeNumber(new TimeOnly(9, 0), lastOfPrefix: 5).ShouldPass());
        Assert.Equal(2, day.Taken);
    }

    [Fact]
    public void TakeNumber_WhenTheNumbersAreUsedUp_IsRefused() =>
        LaneDay.Begin(Tickets.Hall, Tickets.LaneA, Day).TakeNumber(new TimeOnly(9, 0), LaneDay.HighestNumber).ShouldBeRefused("queue.numbers-used-up");

    [Theory]
    [InlineData(TicketState.Waiting, 0, 0, 0, 0)]
    [InlineData(TicketState.Called, 0, 0, 0, 0)]
    [InlineData(TicketState.Serving, 0, 0, 0, 0)]
    [InlineData(TicketState.Held, 0, 0, 0, 0)]
    [InlineData(TicketState.Served, 1, 0, 0, 0)]
    [InlineData(TicketState.Missed, 0, 1, 0, 0)]
    [InlineData(TicketState.Cancelled, 0, 0, 1, 0)]
    [InlineData(TicketState.Lapsed, 0, 0, 0, 1)]
    public void Recount_CountsATicketByHowItEnded(TicketState state, int served, int missed, int cancelled, int lapsed)
    {
        var counted = Recount(Tickets.LaneA, Tickets.In(state));

        Assert.Equal((1, 12, served, missed, cancelled, lapsed), (counted.Taken, counted.LastNumber, counted.Served, counted.Missed, counted.Cancelled, counted.Lapsed));
        Assert.Equal(served == 0 ? (0, 0) : (600, 300), (counted.WaitSeconds, counted.ServiceSeconds));
        Assert.Equal(1, counted.TakenPerTenMinutes()[54]);
    }

    [Fact]
    public void Recount_OfATransferredTicket_CountsItAsTakenInTheOneLaneAndServedInTheOther()
    {
        var ticket = Tickets.In(TicketState.Serving);
        ticket.Transfer(Tickets.LaneB, null, Tickets.At(15)).ShouldPass();
        ticket.Call(Tickets.Two, 2, Tickets.At(16)).ShouldPass();
        ticket.Serve(Tickets.At(16)).ShouldPass();
        ticket.Finish(Tickets.At(20)).ShouldPass();

        Assert.Equal((1, 0), (Recount(Tickets.LaneA, ticket).Taken, Recount(Tickets.LaneA, ticket).Served));
        Assert.Equal((0, 1, 240), (Recount(Tickets.LaneB, ticket).Taken, Recount(Tickets.LaneB, ticket).Served, Recount(Tickets.LaneB, ticket).ServiceSeconds));
    }

    [Fact]
    public void Correct_NamesWhatDiffersAndTakesItOver()
    {
        var day = LaneDay.Begin(Tickets.Hall, Tickets.LaneA, Day);
        day.TakeNumber(new TimeOnly(9, 0), lastOfPrefix: 30).ShouldPass();
        day.CountMissed();

        var differing = day.Correct(Recount(Tickets.LaneA, Tickets.In(TicketState.Served)));

        Assert.Equal(["Served", "Missed", "WaitSeconds", "ServiceSeconds", "ServiceSecondsSquared"], differing);
        Assert.Equal((1, 0, 300), (day.Served, day.Missed, day.ServiceSeconds));
        Assert.Empty(day.Correct(Recount(Tickets.LaneA, Tickets.In(TicketState.Served))));
    }

    [Fact]
    public void Correct_NeverTakesTheCounterBack()
    {
        var day = LaneDay.Begin(Tickets.Hall, Tickets.LaneA, Day);
        day.TakeNumber(new TimeOnly(9, 0), lastOfPrefix: 30).ShouldPass();

        day.Correct(Recount(Tickets.LaneA, Tickets.Taken()));

        Assert.Equal(31, day.LastNumber);
    }

    [Theory]
    [InlineData(" 440125021000 ", "440125021000")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void ReadMatter_TakesWhatStandsThere(string? raw, string? matter) => Assert.Equal(matter, Ticket.ReadMatter(raw).ShouldPass());

    [Theory]
    [InlineData("440125\n021000")]
    [InlineData("44012502100044012502100044012502100044012")]
    public void ReadMatter_OfWhatIsNoCode_IsRefused(string raw) => Ticket.ReadMatter(raw).ShouldBeRefused("ticket.matter-invalid");

    private static LaneDay Recount(LaneId lane, Ticket ticket) =>
        LaneDay.Recount(Tickets.Hall, lane, Day, [ticket], at => TimeOnly.FromDateTime(at.UtcDateTime));
}
