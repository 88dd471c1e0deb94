using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>A wait in minutes, told as a range: one in ten waits less than the first, half less than the second, nine in ten less than the third.</summary>
public sealed record WaitRange(int P10, int P50, int P90)
{
    public static WaitRange Of(WaitEstimate estimate) => new(estimate.P10, estimate.P50, estimate.P90);
}

/// <summary>A ticket after an act at a window.</summary>
/// <param name="Lane">The prefix of the lane it queues in; that of the number stays after a transfer.</param>
/// <param name="Window">The window that called it last; null while it waits.</param>
/// <param name="Calls">How often the present call was repeated.</param>
public sealed record TicketAnswer(
    TicketId Id, string Number, string Lane, TicketState State, int? Window, DateTimeOffset TakenAt, DateTimeOffset? CalledAt,
    DateTimeOffset? ServingAt, DateTimeOffset? EndedAt, int Calls)
{
    internal static TicketAnswer Of(Ticket ticket, string lane) => new(
        ticket.Id, ticket.Text, lane, ticket.State, ticket.WindowNumber, ticket.TakenAt, ticket.CalledAt, ticket.ServingAt, ticket.EndedAt, ticket.Calls);
}

/// <summary>A window as the public may see it.</summary>
/// <param name="Lanes">Prefixes of the lanes it serves, the preferred first.</param>
/// <param name="Number">The ticket called or served there; null when nobody is.</param>
public sealed record WindowAnswer(int No, string Name, int Floor, WindowKind Kind, WindowState State, IReadOnlyList<string> Lanes, string? Number);
