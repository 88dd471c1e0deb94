using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Queueing.Tickets;

namespace HallSuite.Tests.Domain.Queueing;

public class TicketTests
{
    private static readonly RejoinPlace Place = new(At(20), 40, PriorityClass.Ordinary);

    /// <summary>Where each act is allowed and what it leads to; every pair that is not here is refused.</summary>
    private static readonly Dictionary<(TicketState, TicketAct), TicketState> Allowed = new()
    {
        [(TicketState.Waiting, TicketAct.Call)] = TicketState.Called,
        [(TicketState.Waiting, TicketAct.Transfer)] = TicketState.Waiting,
        [(TicketState.Waiting, TicketAct.GiveBack)] = TicketState.Cancelled,
        [(TicketState.Waiting, TicketAct.Lapse)] = TicketState.Lapsed,
        [(TicketState.Called, TicketAct.Recall)] = TicketState.Called,
        [(TicketState.Called, TicketAct.Serve)] = TicketState.Serving,
        [(TicketState.Called, TicketAct.Miss)] = TicketState.Missed,
        [(TicketState.Called, TicketAct.Hold)] = TicketState.Held,
        [(TicketState.Called, TicketAct.Transfer)] = TicketState.Waiting,
        [(TicketState.Called, TicketAct.GiveBack)] = TicketState.Cancelled,
        [(TicketState.Called, TicketAct.Lapse)] = TicketState.Lapsed,
        [(TicketState.Serving, TicketAct.Finish)] = TicketState.Served,
        [(TicketState.Serving, TicketAct.Hold)] = TicketState.Held,
        [(TicketState.Serving, TicketAct.Transfer)] = TicketState.Waiting,
        [(TicketState.Serving, TicketAct.Lapse)] = TicketState.Lapsed,
        [(TicketState.Served, TicketAct.EraseIdentity)] = TicketState.Served,
        [(TicketState.Missed, TicketAct.Rejoin)] = TicketState.Waiting,
        [(TicketState.Missed, TicketAct.GiveBack)] = TicketState.Cancelled,
        [(TicketState.Missed, TicketAct.Lapse)] = TicketState.Missed,
        [(TicketState.Held, TicketAct.Resume)] = TicketState.Serving,
        [(TicketState.Held, TicketAct.Transfer)] = TicketState.Waiting,
        [(TicketState.Held, TicketAct.Lapse)] = TicketState.Lapsed,
        [(TicketState.Cancelled, TicketAct.EraseIdentity)] = TicketState.Cancelled,
        [(TicketState.Lapsed, TicketAct.EraseIdentity)] = TicketState.Lapsed,
    };

    public static TheoryData<TicketState, TicketAct> EveryPair()
    {
        var pairs = new TheoryData<TicketState, TicketAct>();
        foreach (var state in Enum.GetValues<TicketState>())
        {
            foreach (var act in Enum.GetValues<TicketAct>())
                pairs.Add(state, act);
        }

        return pairs;
    }

    private static Result Do(Ticket ticket, TicketAct act) => act switch
    {
        TicketAct.Call => ticket.Call(One, 1, At(30)),
        TicketAct.Recall => ticket.Recall(3, At(30)),
        TicketAct.Serve => ticket.Serve(At(30)),
        TicketAct.Finish => ticket.Finish(At(30)),
        TicketAct.Miss => ticket.Miss(At(30)),
        TicketAct.Hold => ticket.Hold(At(30)),
        TicketAct.Resume => ticket.Resume(One, 1, At(30)),
        TicketAct.Rejoin => ticket.Rejoin(Place, 1),
        TicketAct.Transfer => ticket.Transfer(LaneB, null, At(30)),
        TicketAct.Release => ticket.Release(),
        TicketAct.GiveBack => ticket.GiveBack(1, At(30)),
        TicketAct.Lapse => ticket.Lapse(At(30)),
        TicketAct.EraseIdentity => ticket.EraseIdentity(At(30)),
    };

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Act_InEveryState_IsDoneOrRefused(TicketState state, TicketAct act)
    {
        var ticket = In(state);
        var result = Do(ticket, act);
        if (Allowed.TryGetValue((state, act), out var becomes))
        {
            result.ShouldPass();
            Assert.Equal(becomes, ticket.State);
            return;
        }

        var error = result.ShouldBeRefused("ticket.wrong-state");
        Assert.Equal(ErrorKind.Conflict, error.Kind);
        Assert.Equal([state, act], error.Arguments);
        Assert.Equal(state, ticket.State);
    }

    [Fact]
    public void Take_WhenThePersonHoldsATicket_IsRefusedAndNamesIt() =>
        Assert.Equal("A007", Assert.Single(TryTake(openTicket: "A007").ShouldBeRefused("ticket.already-open").Arguments));

    [Theory]
    [InlineData("A", 7, "A007")]
    [InlineData("BC", 120, "BC120")]
    [InlineData("A", 1204, "A1204")]
    public void Text_OfANumber_HasThreeDigitsOrMore(string prefix, int number, string text) => Assert.Equal(text, Ticket.TextOf(prefix, number));

    [Theory]
    [InlineData(Entitlement.None, PriorityClass.Ordinary)]
    [InlineData(Entitlement.Booking, PriorityClass.Booked)]
    [InlineData(Entitlement.Pregnant, PriorityClass.Entitled)]
    public void Take_UnderAnEntitlement_GivesItsClass(Entitlement entitlement, PriorityClass expected) => Assert.Equal(expected, Taken(entitlement).Class);

    [Fact]
    public void Call_WhenAnotherWindowHasIt_NamesThatWindow()
    {
        var ticket = In(TicketState.Called);
        Assert.Equal(1, Assert.Single(ticket.Call(Two, 2, At(30)).ShouldBeRefused("ticket.taken-by-other").Arguments));
        Assert.Equal(One, ticket.Window);
    }

    [Fact]
    public void Call_WhenReservedForAnotherWindow_IsRefused()
    {
        var ticket = Taken();
        ticket.Transfer(LaneA, Two, At(1)).ShouldPass();
        ticket.Call(One, 1, At(2)).ShouldBeRefused("ticket.wrong-state");
        ticket.Call(Two, 2, At(2)).ShouldPass();
        Assert.Null(ticket.ReservedWindow);
    }

    [Fact]
    public void Recall_BeyondTheLimit_IsRefused()
    {
        var ticket = In(TicketState.Called);
        for (var i = 0; i < 3; i++)
            ticket.Recall(3, At(11 + i)).ShouldPass();
        ticket.Recall(3, At(20)).ShouldBeRefused("ticket.recall-limit");
        Assert.Equal(3, ticket.Calls);
        Assert.Equal(At(10), ticket.FirstCalledAt);
    }

    [Fact]
    public void Rejoin_WhenUsedUp_IsRefusedAndNoLongerOpen()
    {
        var ticket = In(TicketState.Missed);
        Assert.True(ticket.IsOpen(1));
        ticket.Rejoin(Place, 1).ShouldPass();
        Assert.Equal((At(20), 40L, Nine), (ticket.QueuedAt, ticket.Sequence, ticket.TakenAt));
        ticket.Call(Two, 2, At(40)).ShouldPass();
        Assert.Equal(0, ticket.Calls);
        ticket.Miss(At(42)).ShouldPass();
        Assert.False(ticket.IsOpen(1));
        ticket.Rejoin(Place, 1).ShouldBeRefused("ticket.rejoin-limit");
        ticket.GiveBack(1, At(43)).ShouldBeRefused("ticket.wrong-state");
    }

    [Fact]
    public void Rejoin_WhenTheDayIsOver_IsRefused()
    {
        var ticket = In(TicketState.Missed);
        ticket.Lapse(At(600)).ShouldPass();
        Assert.Equal(TicketState.Missed, ticket.State);
        Assert.False(ticket.IsOpen(1));
        ticket.Rejoin(Place, 1).ShouldBeRefused("ticket.wrong-state");
        ticket.Lapse(At(601)).ShouldBeRefused("ticket.wrong-state");
        ticket.EraseIdentity(At(602)).ShouldPass();
    }

    [Fact]
    public void Transfer_ToAnotherLane_KeepsNumberAndFirstWaitingTime()
    {
        var ticket = In(TicketState.Serving);
        ticket.Transfer(LaneB, Two, At(20)).ShouldPass();
        Assert.Equal(("A012", Nine, Nine, 12L), (ticket.Text, ticket.TakenAt, ticket.QueuedAt, ticket.Sequence));
        Assert.Equal((LaneB, Two, (WindowId?)null, 0L), (ticket.Lane, ticket.ReservedWindow!.Value, ticket.Window, ticket.ServiceSeconds));
        ticket.Release().ShouldPass();
        Assert.Null(ticket.ReservedWindow);
    }

    [Fact]
    public void Transfer_ToWhereItWaitsAlready_IsRefused() => Taken().Transfer(LaneA, null, At(1)).ShouldBeRefused("ticket.transfer-to-itself");

    [Fact]
    public void Finish_AfterAHold_CountsServiceWithoutTheTimeAway()
    {
        var ticket = In(TicketState.Held); // served from minute 11 to 13
        ticket.Resume(Two, 2, At(30)).ShouldPass();
        ticket.Finish(At(35)).ShouldPass();
        Assert.Equal(7 * 60, ticket.ServiceSeconds);
        Assert.Equal(TimeSpan.FromMinutes(10), ticket.Wait);
        Assert.Equal((Two, 2), (ticket.Window, ticket.WindowNumber));
    }

    [Fact]
    public void EraseIdentity_OfAnEndedTicket_LeavesNothingOfThePersonAndIsDoneOnce()
    {
        var ticket = In(TicketState.Served);
        ticket.EraseIdentity(At(99)).ShouldPass();
        Assert.Equal((null, null, null), (ticket.IdentitySealed, ticket.IdentityLookup, ticket.NameSealed));
        ticket.EraseIdentity(At(100)).ShouldBeRefused("ticket.wrong-state");
    }

    [Theory]
    [InlineData(TicketState.Waiting, true)]
    [InlineData(TicketState.Called, true)]
    [InlineData(TicketState.Serving, true)]
    [InlineData(TicketState.Held, true)]
    [InlineData(TicketState.Missed, true)]
    [InlineData(TicketState.Served, false)]
    [InlineData(TicketState.Cancelled, false)]
    [InlineData(TicketState.Lapsed, false)]
    public void IsOpen_InEachState_IsAsTheRuleSays(TicketState state, bool open) => Assert.Equal(open, In(state).IsOpen(1));

    [Fact]
    public void CallEntry_OfARepeatedCall_SaysSo()
    {
        var ticket = In(TicketState.Called);
        Assert.False(CallEntry.Of(ticket, 1, 1, 2, At(10)).Repeat);
        ticket.Recall(3, At(11)).ShouldPass();
        var entry = CallEntry.Of(ticket, 2, 1, 2, At(11));
        Assert.Equal((true, "A012", 2L, 2), (entry.Repeat, entry.Number, entry.Seq, entry.Floor));
    }
}
