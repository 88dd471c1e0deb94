using System.Globalization;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Queueing;

/// <summary>What a ticket is taken for and under which identity; the operation has drawn number, sequence and code already.</summary>
/// <param name="Number">From <see cref="LaneDay.TakeNumber"/>.</param>
/// <param name="Sequence">Rises with each place given in the hall; decides between equal moments.</param>
/// <param name="Code">The unguessable code of the visitor's own page.</param>
public sealed record TicketTaking(
    HallId Hall, LaneId Lane, string Prefix, int Number, DateOnly ServiceDay, long Sequence, string Code, string? MatterCode, Entitlement Entitlement,
    IdentityType IdentityType, SealedText Identity, LookupHash Lookup, SealedText? Name);

/// <summary>
/// A place in a lane on one service day (号票, DOMAIN §4). Number and first waiting time never change; a transfer keeps both.
/// An act that the state does not allow answers <c>ticket.wrong-state</c> and changes nothing.
/// </summary>
public sealed class Ticket : IVersioned
{
    public const int CodeLength = 32;
    public const int MatterCodeLength = 40;

    private Ticket()
    {
    }

    public TicketId Id { get; private set; }

    public HallId Hall { get; private set; }

    /// <summary>The lane it queues in; the prefix stays when this changes.</summary>
    public LaneId Lane { get; private set; }

    /// <summary>The lane it was taken in; reports count it there.</summary>
    public LaneId FirstLane { get; private set; }

    public string Prefix { get; private set; } = "";

    public int Number { get; private set; }

    /// <summary>The local date on which the opening began in which it was taken.</summary>
    public DateOnly ServiceDay { get; private set; }

    public TicketState State { get; private set; }

    /// <summary>Where it queues; a ticket that rejoins can lose its class, never its entitlement.</summary>
    public PriorityClass Class { get; private set; }

    public Entitlement Entitlement { get; private set; }

    /// <summary>The first waiting time.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>The moment by which it is ordered and ages: when it was taken, or the place it rejoined at.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>Decides between equal <see cref="QueuedAt"/>; smaller first.</summary>
    public long Sequence { get; private set; }

    /// <summary>The only window that may call it, after a transfer to that window; otherwise null.</summary>
    public WindowId? ReservedWindow { get; private set; }

    /// <summary>The window that called it last; null while waiting.</summary>
    public WindowId? Window { get; private set; }

    public int? WindowNumber { get; private set; }

    /// <summary>When it was called for the first time; the wait ends here.</summary>
    public DateTimeOffset? FirstCalledAt { get; private set; }

    /// <summary>When the present call was made.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>When the present stretch of service began.</summary>
    public DateTimeOffset? ServingAt { get; private set; }

    /// <summary>Who sat at the window when the present stretch of service began; null where nobody was known to.</summary>
    public StaffId? Clerk { get; private set; }

    /// <summary>When it was missed last.</summary>
    public DateTimeOffset? MissedAt { get; private set; }

    /// <summary>When it was over for good: served, cancelled, lapsed, or missed at the close of the day. Null as long as anything can still happen.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Seconds of service in the present lane, without the time it was held.</summary>
    public long ServiceSeconds { get; private set; }

    /// <summary>How often the present call was repeated.</summary>
    public int Calls { get; private set; }

    public int Rejoins { get; private set; }

    /// <summary>The unguessable code of the visitor's own page.</summary>
    public string Code { get; private set; } = "";

    public string? MatterCode { get; private set; }

    public IdentityType IdentityType { get; private set; }

    /// <summary>Null once erased.</summary>
    public SealedText? IdentitySealed { get; private set; }

    /// <summary>Finds the person's other tickets; null once erased.</summary>
    public LookupHash? IdentityLookup { get; private set; }

    public SealedText? NameSealed { get; private set; }

    public DateTimeOffset? IdentityErasedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>What is printed and called: <c>A012</c>; three digits or more.</summary>
    public string Text => TextOf(Prefix, Number);

    /// <summary>From the first waiting time to the first call; null before it.</summary>
    public TimeSpan? Wait => FirstCalledAt - TakenAt;

    /// <summary>What the call order needs to know of it.</summary>
    public WaitingTicket Place => new(Id, Lane, Class, QueuedAt, Sequence, ReservedWindow);

    public static string TextOf(string prefix, int number) => prefix + number.ToString("000", CultureInfo.InvariantCulture);

    /// <summary>The code of a matter as someone gave it; null when none was chosen.</summary>
    public static Result<string?> ReadMatter(string? raw) =>
        OneLine.ReadOptional(raw, MatterCodeLength) is not { } clean ? QueueErrors.MatterInvalid : clean.Length == 0 ? null : clean;

    /// <summary>Takes a place at the end of the lane.</summary>
    /// <param name="openTicket">The number of the person's open ticket for this service day and matter (lane, where none was chosen), if any.</param>
    public static Result<Ticket> Take(TicketId id, TicketTaking what, string? openTicket, DateTimeOffset now)
    {
        if (openTicket is not null)
            return QueueErrors.AlreadyOpen(openTicket);
        return new Ticket
        {
            Id = id,
            Hall = what.Hall,
            Lane = what.Lane,
            FirstLane = what.Lane,
            Prefix = what.Prefix,
            Number = what.Number,
            ServiceDay = what.ServiceDay,
            Class = PriorityClasses.Of(what.Entitlement),
            Entitlement = what.Entitlement,
            TakenAt = now,
            QueuedAt = now,
            Sequence = what.Sequence,
            Code = what.Code,
            MatterCode = what.MatterCode,
            IdentityType = what.IdentityType,
            IdentitySealed = what.Identity,
            IdentityLookup = what.Lookup,
            NameSealed = what.Name,
        };
    }

    /// <summary>
    /// Whether the ticket keeps its holder from taking another one: waiting, called, serving, held, or missed with a rejoin left
    /// (DOMAIN §4).
    /// </summary>
    public bool IsOpen(int rejoinLimit) => State switch
    {
        TicketState.Waiting or TicketState.Called or TicketState.Serving or TicketState.Held => true,
        TicketState.Missed => EndedAt is null && Rejoins < rejoinLimit,
        TicketState.Served or TicketState.Cancelled or TicketState.Lapsed => false,
    };

    /// <summary>Whether it occupies its window, so that the window cannot call another one.</summary>
    public bool OccupiesWindow => State is TicketState.Called or TicketState.Serving;

    /// <summary>Calls the ticket to a window. A ticket reserved for another window is refused.</summary>
    public Result Call(WindowId window, int windowNumber, DateTimeOffset now)
    {
        if (OccupiesWindow && Window != window && WindowNumber is { } other)
            return QueueErrors.TakenByOther(other);
        if (State != TicketState.Waiting || (ReservedWindow is { } reserved && reserved != window))
            return QueueErrors.WrongState(State, TicketAct.Call);
        (State, Window, WindowNumber, ReservedWindow) = (TicketState.Called, window, windowNumber, null);
        (CalledAt, FirstCalledAt, Calls) = (now, FirstCalledAt ?? now, 0);
        return Result.Ok;
    }

    /// <summary>Repeats the call, at most <paramref name="limit"/> times.</summary>
    public Result Recall(int limit, DateTimeOffset now)
    {
        if (State != TicketState.Called)
            return QueueErrors.WrongState(State, TicketAct.Recall);
        if (Calls >= limit)
            return QueueErrors.RecallLimit(limit);
        (Calls, CalledAt) = (Calls + 1, now);
        return Result.Ok;
    }

    /// <param name="clerk">Who sits at the window; null where nobody is known to.</param>
    public Result Serve(DateTimeOffset now, StaffId? clerk = null)
    {
        if (State != TicketState.Called)
            return QueueErrors.WrongState(State, TicketAct.Serve);
        (State, ServingAt, Clerk) = (TicketState.Serving, now, clerk);
        return Result.Ok;
    }

    public Result Finish(DateTimeOffset now)
    {
        if (State != TicketState.Serving)
            return QueueErrors.WrongState(State, TicketAct.Finish);
        StopService(now);
        End(TicketState.Served, now);
        return Result.Ok;
    }

    /// <summary>The person did not come. It ends for good only with the day, or when the rejoins are used up.</summary>
    public Result Miss(DateTimeOffset now)
    {
        if (State != TicketState.Called)
            return QueueErrors.WrongState(State, TicketAct.Miss);
        (State, MissedAt) = (TicketState.Missed, now);
        return Result.Ok;
    }

    /// <summary>Sends the person off for a moment; the window is free for the next one, the time away is not service time.</summary>
    public Result Hold(DateTimeOffset now)
    {
        if (State is not (TicketState.Called or TicketState.Serving))
            return QueueErrors.WrongState(State, TicketAct.Hold);
        StopService(now);
        State = TicketState.Held;
        return Result.Ok;
    }

    /// <summary>The held person is back and served at this window without queueing again.</summary>
    /// <param name="clerk">Who sits at the window; null where nobody is known to.</param>
    public Result Resume(WindowId window, int windowNumber, DateTimeOffset now, StaffId? clerk = null)
    {
        if (State != TicketState.Held)
            return QueueErrors.WrongState(State, TicketAct.Resume);
        (State, Window, WindowNumber, ServingAt, Clerk) = (TicketState.Serving, window, windowNumber, now, clerk);
        return Result.Ok;
    }

    /// <summary>Lets a missed ticket queue again, at the place that <see cref="RejoinPolicy"/> gives.</summary>
    public Result Rejoin(RejoinPlace place, int limit)
    {
        if (State != TicketState.Missed || EndedAt is not null)
            return QueueErrors.WrongState(State, TicketAct.Rejoin);
        if (Rejoins >= limit)
            return QueueErrors.RejoinLimit(limit);
        (Rejoins, QueuedAt, Sequence, Class) = (Rejoins + 1, place.QueuedAt, place.Sequence, place.Class);
        BackToWaiting();
        return Result.Ok;
    }

    /// <summary>
    /// Sends the person on to another lane, to one window, or both. Number, first waiting time and with it the place by arrival stay.
    /// </summary>
    /// <param name="lane">The lane to queue in from now on; the present one for a transfer to a window.</param>
    /// <param name="window">The only window that may call it; it must serve the lane (the caller's knowledge). Null for any.</param>
    public Result Transfer(LaneId lane, WindowId? window, DateTimeOffset now)
    {
        if (State is not (TicketState.Waiting or TicketState.Called or TicketState.Serving or TicketState.Held))
            return QueueErrors.WrongState(State, TicketAct.Transfer);
        if (State == TicketState.Waiting && lane == Lane && window == ReservedWindow)
            return QueueErrors.TransferToItself;
        StopService(now);
        if (lane != Lane)
            ServiceSeconds = 0; // the new lane's pace is not to blame for the time spent in the old one
        (Lane, ReservedWindow) = (lane, window);
        BackToWaiting();
        return Result.Ok;
    }

    /// <summary>Lets every window call the ticket again, because the reserved one closed or no longer serves the lane.</summary>
    public Result Release()
    {
        if (State != TicketState.Waiting || ReservedWindow is null)
            return QueueErrors.WrongState(State, TicketAct.Release);
        ReservedWindow = null;
        return Result.Ok;
    }

    /// <summary>The visitor gives the place back: before service, or after a miss while it could still rejoin.</summary>
    public Result GiveBack(int rejoinLimit, DateTimeOffset now)
    {
        if (State is TicketState.Serving or TicketState.Held || !IsOpen(rejoinLimit))
            return QueueErrors.WrongState(State, TicketAct.GiveBack);
        End(TicketState.Cancelled, now);
        return Result.Ok;
    }

    /// <summary>
    /// The day is over. What still waited, was called, held or never finished lapses; a missed ticket stays missed, for the reports,
    /// but cannot rejoin any more.
    /// </summary>
    public Result Lapse(DateTimeOffset now)
    {
        if (EndedAt is not null)
            return QueueErrors.WrongState(State, TicketAct.Lapse);
        End(State == TicketState.Missed ? TicketState.Missed : TicketState.Lapsed, now);
        return Result.Ok;
    }

    /// <summary>Forgets who held the ticket (PIPL Art. 47); only when it is over for good.</summary>
    public Result EraseIdentity(DateTimeOffset now)
    {
        if (EndedAt is null || IdentityErasedAt is not null)
            return QueueErrors.WrongState(State, TicketAct.EraseIdentity);
        (IdentitySealed, IdentityLookup, NameSealed, IdentityErasedAt) = (null, null, null, now);
        return Result.Ok;
    }

    private void StopService(DateTimeOffset now)
    {
        if (State == TicketState.Serving && ServingAt is { } since && now > since)
            ServiceSeconds += (long)(now - since).TotalSeconds;
    }

    private void BackToWaiting() =>
        (State, Window, WindowNumber, CalledAt, ServingAt, Clerk, Calls) = (TicketState.Waiting, null, null, null, null, null, 0);

    private void End(TicketState state, DateTimeOffset now) => (State, EndedAt) = (state, now);
}
