using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>The window at which a clerk sits, or for which a device was set up.</summary>
internal sealed record Seat(WindowId Window, int Number);

/// <summary>A ticket that an act at a window is about to change, with what the act needs to know.</summary>
/// <param name="Lane">Prefix of the lane it queues in.</param>
/// <param name="Clerk">Who sits at the window that has it.</param>
internal sealed record TicketInHand(Ticket Ticket, string Lane, QueuePolicy Policy, StaffId? Clerk);

/// <summary>
/// Who may act on which ticket and window. A clerk acts from the window at which they sit; so does a device that belongs to one. A ticket
/// that another window has called is that window's: the second of two clerks gets <c>ticket.taken-by-other</c>.
/// </summary>
public sealed class ClerkDesk
{
    private readonly Func<HallDbContext, HallId, TicketId, CancellationToken, Task<TicketInHand?>> find = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, TicketId id, CancellationToken _) => (
            from t in db.Set<Ticket>()
            where t.Id == id && t.Hall == hall
            join l in db.Set<Lane>() on t.Lane equals l.Id
            join h in db.Set<ServiceHall>() on t.Hall equals h.Id
            select new TicketInHand(
                t, l.Prefix, h.Policy, db.Set<ServiceWindow>().Where(w => w.Id == t.Window).Select(w => w.Clerk).FirstOrDefault())).SingleOrDefault());

    private readonly Func<HallDbContext, HallId, StaffId, CancellationToken, Task<Seat?>> seatOfClerk = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, StaffId clerk, CancellationToken _) => db.Set<ServiceWindow>()
            .Where(w => w.Hall == hall && w.Clerk == clerk).Select(w => new Seat(w.Id, w.Number)).FirstOrDefault());

    private readonly Func<HallDbContext, HallId, DeviceId, CancellationToken, Task<Seat?>> seatOfDevice = EF.CompileAsyncQuery(
        (HallDbContext db, HallId hall, DeviceId id, CancellationToken _) => (
            from d in db.Set<Device>()
            where d.Id == id && d.WindowNumber != null
            join w in db.Set<ServiceWindow>() on new { Hall = hall, Number = d.WindowNumber!.Value } equals new { w.Hall, w.Number }
            select new Seat(w.Id, w.Number)).FirstOrDefault());

    /// <summary>Whether the actor may act at this window.</summary>
    internal async Task<Result> CheckSeatAsync(WorkUnit work, HallId hall, int window, CancellationToken cancel)
    {
        if (!(await SeatAsync(work, hall, cancel)).TryGet(out var seat, out var refusal))
        {
            return refusal;
        }

        return seat.At is { } own && own.Number != window ? HallErrors.OtherSeat(own.Number) : Result.Ok;
    }

    /// <summary>The ticket, loaded for change, if the actor may act on it; <c>ticket.unknown</c> when it is not one of the hall.</summary>
    internal async Task<Result<TicketInHand>> TakeUpAsync(WorkUnit work, HallId hall, TicketId id, CancellationToken cancel)
    {
        if (!(await SeatAsync(work, hall, cancel)).TryGet(out var seat, out var refusal))
        {
            return refusal;
        }

        if (await find(work.Db, hall, id, cancel) is not { } found)
        {
            return QueueErrors.TicketUnknown;
        }

        work.Subject = found.Ticket.Text;
        return found.Ticket is { OccupiesWindow: true, WindowNumber: { } other } && seat.At is { } own && found.Ticket.Window != own.Window
            ? QueueErrors.TakenByOther(other)
            : found;
    }

    /// <summary>Where the actor sits; nowhere in particular for the system and for a caller box of the whole hall.</summary>
    private async Task<Result<Place>> SeatAsync(WorkUnit work, HallId hall, CancellationToken cancel) => work.Actor.Kind switch
    {
        ActorKind.Staff => await seatOfClerk(work.Db, hall, new StaffId(work.Actor.Id), cancel) is { } seat ? new Place(seat) : HallErrors.NoSeat,
        ActorKind.Device => new Place(await seatOfDevice(work.Db, hall, new DeviceId(work.Actor.Id), cancel)),
        ActorKind.Visitor => WorkErrors.PermissionDenied(work.Order.Permission),
        ActorKind.System => new Place(null),
    };

    private readonly record struct Place(Seat? At);
}
