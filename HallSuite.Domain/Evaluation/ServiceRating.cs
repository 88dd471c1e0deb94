using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;

namespace HallSuite.Domain.Evaluation;

/// <summary>
/// What a visitor says of one service (好差评, DOMAIN §1): at most one for each ticket, given by the visitor alone, once service has begun and until the service
/// day is over. Written once, never changed. There is no identity in it.
/// </summary>
public sealed class ServiceRating
{
    public const int CommentLength = 500;

    private ServiceRating()
    {
    }

    /// <summary>The ticket that was served, and the key: a service is rated once.</summary>
    public TicketId Ticket { get; private set; }

    public HallId Hall { get; private set; }

    /// <summary>The service day of the ticket.</summary>
    public DateOnly Day { get; private set; }

    public WindowId Window { get; private set; }

    /// <summary>The lane in which it was served.</summary>
    public LaneId Lane { get; private set; }

    /// <summary>Who served; null where nobody was known to sit there.</summary>
    public StaffId? Clerk { get; private set; }

    public Grade Grade { get; private set; }

    public RatingReason? Reason { get; private set; }

    /// <summary>Empty for none.</summary>
    public string Comment { get; private set; } = "";

    public RatingChannel Channel { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Rates the service of a ticket at the window where it was served last.</summary>
    /// <param name="isRated">Whether there is a rating of this ticket.</param>
    /// <param name="isOpen">Whether its day can still be rated (<see cref="RatingPolicy.IsOpen"/>).</param>
    public static Result<ServiceRating> Give(Ticket ticket, RatingAnswer answer, RatingChannel channel, Actor who, bool isRated, bool isOpen, DateTimeOffset now)
    {
        if (who.Kind == ActorKind.Staff)
            return EvaluationErrors.ByStaff;
        if (!IsServed(ticket) || ticket.Window is not { } window)
            return EvaluationErrors.NotServed;
        if (isRated)
            return EvaluationErrors.AlreadyGiven;
        if (!isOpen)
            return EvaluationErrors.TooLate;
        if (Paragraphs.ReadOptional(answer.Comment, CommentLength) is not { } comment)
            return EvaluationErrors.CommentInvalid;
        if (Grades.OwesReason(answer.Grade) && answer.Reason is null && comment.Length == 0)
            return EvaluationErrors.ReasonMissing;
        if (!Grades.OwesReason(answer.Grade) && answer.Reason is not null)
            return EvaluationErrors.ReasonUnasked;
        return new ServiceRating
        {
            Ticket = ticket.Id,
            Hall = ticket.Hall,
            Day = ticket.ServiceDay,
            Window = window,
            Lane = ticket.Lane,
            Clerk = ticket.Clerk,
            Grade = answer.Grade,
            Reason = answer.Reason,
            Comment = comment,
            Channel = channel,
            At = now,
        };
    }

    /// <summary>Whether service began and was not taken back: a ticket that was sent on to another lane waits to be served there.</summary>
    public static bool IsServed(Ticket ticket) => ticket.ServingAt is not null && ticket.State switch
    {
        TicketState.Serving or TicketState.Held or TicketState.Served or TicketState.Lapsed => true,
        TicketState.Waiting or TicketState.Called or TicketState.Missed or TicketState.Cancelled => false,
    };
}
