using HallSuite.Domain.Applicants;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Queueing;

/// <summary>Tickets in any state, for the tests of the queue.</summary>
internal static class Tickets
{
    public static readonly DateTimeOffset Nine = new(2026, 9, 28, 9, 0, 0, TimeSpan.Zero);
    public static readonly HallId Hall = new(Id(900));
    public static readonly LaneId LaneA = new(Id(1));
    public static readonly LaneId LaneB = new(Id(2));
    public static readonly WindowId One = new(Id(101));
    public static readonly WindowId Two = new(Id(102));

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static DateTimeOffset At(int minutes) => Nine.AddMinutes(minutes);

    public static Ticket Taken(Entitlement entitlement = Entitlement.None, string? openTicket = null) => TryTake(entitlement, openTicket).ShouldPass();

    public static Result<Ticket> TryTake(Entitlement entitlement = Entitlement.None, string? openTicket = null) => Ticket.Take(
        new TicketId(Id(1000)),
        new TicketTaking(Hall, LaneA, "A", 12, new DateOnly(2026, 9, 28), 12, "code", null, entitlement, IdentityType.Citizen,
            new SealedText("sealed"), new LookupHash("hash"), new SealedText("name")),
        openTicket,
        Nine);

    public static Ticket In(TicketState state)
    {
        var ticket = Taken();
        if (state is TicketState.Waiting)
            return ticket;
        if (state is TicketState.Cancelled)
        {
            ticket.GiveBack(1, At(1)).ShouldPass();
            return ticket;
        }

        if (state is TicketState.Lapsed)
        {
            ticket.Lapse(At(600)).ShouldPass();
            return ticket;
        }

        ticket.Call(One, 1, At(10)).ShouldPass();
        if (state is TicketState.Missed)
            ticket.Miss(At(12)).ShouldPass();
        if (state is TicketState.Serving or TicketState.Served or TicketState.Held)
            ticket.Serve(At(11)).ShouldPass();
        if (state is TicketState.Served)
            ticket.Finish(At(16)).ShouldPass();
        if (state is TicketState.Held)
            ticket.Hold(At(13)).ShouldPass();
        Assert.Equal(state, ticket.State);
        return ticket;
    }
}
