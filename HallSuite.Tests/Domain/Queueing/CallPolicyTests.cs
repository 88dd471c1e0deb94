using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using static HallSuite.Tests.Domain.Queueing.Tickets;

namespace HallSuite.Tests.Domain.Queueing;

public class CallPolicyTests
{
    private static readonly TimeSpan Ageing = TimeSpan.FromMinutes(30);
    private static readonly LaneId LaneC = new(Id(3));
    private static readonly LaneId[] Lanes = [LaneA, LaneB, LaneC, new(Id(4))];
    private static readonly WindowSkills Skills = new([new(LaneA, 1), new(LaneB, 2), new(LaneC, 2)]);

    /// <summary>Up to 60 minutes of arrivals in four lanes, of which the window serves three; some sent to one of two windows.</summary>
    private static Arbitrary<WaitingTicket[]> Queues =>
        (from rough in Gen.ListOf(
            from lane in Gen.Elements(Lanes)
            from priority in Gen.Frequency((6, Gen.Constant(PriorityClass.Ordinary)), (2, Gen.Constant(PriorityClass.Entitled)), (2, Gen.Constant(PriorityClass.Booked)))
            from minute in Gen.Choose(0, 60)
            from reserved in Gen.Frequency((8, Gen.Constant((WindowId?)null)), (1, Gen.Constant((WindowId?)One)), (1, Gen.Constant((WindowId?)Two)))
            select new WaitingTicket(default, lane, priority, At(minute), 0, reserved))
         select rough.Select((t, i) => t with { Id = new TicketId(Id(i + 1)), Sequence = i + 1 }).ToArray()).ToArbitrary();

    private static NextCall? Next(IEnumerable<WaitingTicket> waiting, int minute = 60) => CallPolicy.Next(waiting, Skills, One, At(minute), Ageing);

    private static WaitingTicket Waiting(int number, LaneId lane, int minute, PriorityClass priority = PriorityClass.Ordinary, WindowId? reserved = null) =>
        new(new TicketId(Id(number)), lane, priority, At(minute), number, reserved);

    private static void ShouldCall(NextCall? next, int number, CallReason reason) => Assert.Equal((new TicketId(Id(number)), reason), (next!.Value.Ticket.Id, next.Value.Reason));

    [Fact]
    public void Next_WhenNobodyWaits_IsNobody() => Assert.Null(Next([]));

    [Fact]
    public void Next_AmongOrdinaryTicketsOfOneLane_IsTheEarliest() =>
        ShouldCall(Next([Waiting(1, LaneA, 5), Waiting(2, LaneA, 3)], 10), 2, CallReason.EarliestOfRank);

    [Fact]
    public void Next_WhenTakenAtOneMoment_IsTheSmallerSequence() =>
        ShouldCall(Next([Waiting(2, LaneA, 5), Waiting(1, LaneA, 5)], 10), 1, CallReason.EarliestOfRank);

    [Fact]
    public void Next_WhenTheWindowPrefersALane_TakesItBeforeAnEarlierOne() =>
        ShouldCall(Next([Waiting(1, LaneB, 1), Waiting(2, LaneA, 5)], 10), 2, CallReason.Preferred);

    [Fact]
    public void Next_WhenRanksTie_IsTheEarliest() =>
        ShouldCall(Next([Waiting(1, LaneC, 2), Waiting(2, LaneB, 1)], 10), 2, CallReason.EarliestOfRank);

    [Fact]
    public void Next_WhenSomeoneIsEntitled_GoesBeforeOrdinaryWhateverTheRank() =>
        ShouldCall(Next([Waiting(1, LaneA, 1), Waiting(2, LaneB, 5, PriorityClass.Entitled)], 10), 2, CallReason.Priority);

    [Fact]
    public void Next_WhenABookingIsCheckedIn_GoesBeforeTheEntitled() =>
        ShouldCall(Next([Waiting(1, LaneA, 1, PriorityClass.Entitled), Waiting(2, LaneB, 5, PriorityClass.Booked)], 10), 2, CallReason.Priority);

    [Fact]
    public void Next_WhenATicketIsAged_GoesBeforePriorityAndIgnoresRank()
    {
        WaitingTicket[] waiting = [Waiting(1, LaneB, 0), Waiting(2, LaneA, 5, PriorityClass.Booked)];
        ShouldCall(Next(waiting, 29), 2, CallReason.Priority);
        ShouldCall(Next(waiting, 30), 1, CallReason.Aged);
    }

    [Fact]
    public void Next_WhenATicketWasSentToThisWindow_GoesFirst() =>
        ShouldCall(Next([Waiting(1, LaneA, 0), Waiting(2, LaneB, 40, reserved: One)]), 2, CallReason.Transferred);

    [Fact]
    public void Next_WhenOnlyOthersCanBeServed_IsNobody() =>
        Assert.Null(Next([Waiting(1, Lanes[3], 0), Waiting(2, LaneA, 0, reserved: Two), Waiting(3, Lanes[3], 0, reserved: One)]));

    [Fact]
    public void Next_WhateverTheQueue_IsNeverAnUnservedLaneNorAnothersTicket() =>
        Prop.ForAll(Queues, waiting => Next(waiting) is not { } next || (Skills.RankOf(next.Ticket.Lane) is not null && next.Ticket.ReservedWindow != Two))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Next_WhateverTheQueue_LeavesNoWindowIdleWhileItCouldServe() =>
        Prop.ForAll(Queues, waiting => Next(waiting) is not null == waiting.Any(t => Skills.RankOf(t.Lane) is not null && t.ReservedWindow != Two))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Next_WhateverTheOrderOfTheInput_IsTheSame() =>
        Prop.ForAll(Queues, waiting => Next(waiting) == Next(waiting.Reverse()) && Next(waiting) == Next(waiting.OrderBy(t => t.Lane.Value).ThenByDescending(t => t.QueuedAt)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Next_AmongTheHeads_IsTheSameAsAmongAll() =>
        Prop.ForAll(Queues, waiting =>
        {
            var heads = waiting.GroupBy(t => (t.Lane, t.Class, t.ReservedWindow)).Select(g => g.OrderBy(t => t.QueuedAt).ThenBy(t => t.Sequence).First());
            return Next(heads) == Next(waiting);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_WhileAnAgedTicketWaits_CallsNobodyWhoCameAfterIt() =>
        Prop.ForAll(Queues, waiting =>
        {
            var callable = waiting.Where(t => Skills.RankOf(t.Lane) is not null && t.ReservedWindow is null).ToList();
            return callable.Where(t => CallPolicy.IsAged(t, At(60), Ageing)).All(aged => Next(callable)!.Value.Ticket.QueuedAt <= aged.QueuedAt);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_UnderAnEndlessStreamOfPriority_LetsNobodyStarve()
    {
        // One service takes two minutes and every two minutes another booking for the preferred lane checks in.
        var waiting = new List<WaitingTicket> { Waiting(1, LaneB, 0) };
        for (var minute = 0; minute <= 60; minute += 2)
        {
            waiting.Add(Waiting(100 + minute, LaneA, minute, PriorityClass.Booked));
            var next = Next(waiting, minute)!.Value;
            if (next.Ticket.Id == new TicketId(Id(1)))
            {
                Assert.Equal((30, CallReason.Aged), (minute, next.Reason));
                return;
            }

            waiting.Remove(next.Ticket);
        }

        Assert.Fail("The ordinary ticket starved.");
    }

    [Fact]
    public void Rejoin_WhenMoreWait_ComesBehindThree()
    {
        WaitingTicket[] lane = [Waiting(2, LaneA, 2), Waiting(3, LaneA, 3), Waiting(4, LaneA, 4), Waiting(5, LaneA, 5)];
        var place = RejoinPolicy.PlaceFor(Waiting(1, LaneA, 1), lane, 3, 99, At(10), Ageing);
        Assert.Equal(new RejoinPlace(At(4), 99, PriorityClass.Ordinary), place);
    }

    [Fact]
    public void Rejoin_WhenNobodyWaits_KeepsItsPlace() =>
        Assert.Equal(new RejoinPlace(At(1), 1, PriorityClass.Booked), RejoinPolicy.PlaceFor(Waiting(1, LaneA, 1, PriorityClass.Booked), [], 3, 99, At(10), Ageing));

    [Fact]
    public void Rejoin_WhateverTheLane_HasTheWantedNumberBeforeItOrEveryone() =>
        Prop.ForAll(Queues, waiting =>
        {
            var lane = waiting.Where(t => t.Lane == LaneA && t.ReservedWindow is null).ToList();
            if (lane.Count == 0)
                return true;
            var own = lane[0];
            var others = lane.Skip(1).ToList();
            var place = RejoinPolicy.PlaceFor(own, others, 3, 1000, At(60), Ageing);
            var rejoined = own with { QueuedAt = place.QueuedAt, Sequence = place.Sequence, Class = place.Class };
            var before = CallPolicy.InOrder([.. others, rejoined], At(60), Ageing).ToList().IndexOf(rejoined);
            return before >= Math.Min(3, others.Count);
        }).QuickCheckThrowOnFailure();
}
