using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Queueing;
using Microsoft.AspNetCore.Mvc;

namespace HallSuite.Web.Api;

/// <summary>Taking a ticket at a kiosk, and the acts on a ticket at a window.</summary>
internal static class TicketEndpoints
{
    private delegate Task<Result<TicketAnswer>> Act<TOperation>(TOperation operation, HallId hall, TicketId ticket, Actor actor, CancellationToken cancel);

    public static void MapTickets(this RouteGroupBuilder halls)
    {
        halls.MapPost("/tickets", TakeAsync).ForDevices(DeviceKind.Kiosk).Accepts<TicketRequest>("application/json")
            .Produces<TakenTicketJson>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Takes a number for a visitor; one open number per person, day and matter (409 ticket.already-open).");
        halls.MapAct<RecallTicket>("recall", "Repeats the call, as often as the hall's policy allows.",
            (act, hall, ticket, actor, cancel) => act.ExecuteAsync(new(hall, ticket), actor, cancel));
        halls.MapAct<ServeTicket>("serve", "The person has come; service begins.",
            (act, hall, ticket, actor, cancel) => act.ExecuteAsync(new(hall, ticket), actor, cancel));
        halls.MapAct<FinishTicket>("finish", "Service is over.",
            (act, hall, ticket, actor, cancel) => act.ExecuteAsync(new(hall, ticket), actor, cancel));
        halls.MapAct<MissTicket>("miss", "The person did not come.",
            (act, hall, ticket, actor, cancel) => act.ExecuteAsync(new(hall, ticket), actor, cancel));
        halls.MapAct<HoldTicket>("hold", "The person is sent off for a moment and comes back without queueing.",
            (act, hall, ticket, actor, cancel) => act.ExecuteAsync(new(hall, ticket), actor, cancel));
        halls.MapAct<RejoinTicket>("rejoin", "A missed person queues again, some places back.",
            (act, hall, ticket, actor, cancel) => act.ExecuteAsync(new(hall, ticket), actor, cancel));
    }

    private static void MapAct<TOperation>(this RouteGroupBuilder halls, string name, string summary, Act<TOperation> act) where TOperation : class =>
        halls.MapPost($"/tickets/{{id:guid}}/{name}",
                (string hall, Guid id, ApiCall call, [FromServices] TOperation operation, CancellationToken cancel) => call.InHallAsync(
                    hall, at => act(operation, at, new TicketId(id), call.Device, cancel), ticket => Results.Ok(TicketJson.Of(ticket))))
            .ForDevices(DeviceKind.Caller).Produces<TicketJson>().ProducesProblem(StatusCodes.Status409Conflict).WithSummary(summary);

    private static async Task<IResult> TakeAsync(string hall, ApiCall call, TakeTicket take, CancellationToken cancel)
    {
        if (!(await call.BodyAsync<TicketRequest>()).TryGet(out var wanted, out var unreadable))
        {
            return Problems.Of(unreadable);
        }

        return await call.InHallAsync(
            hall,
            at => take.ExecuteAsync(
                new(at, wanted.Lane, wanted.Name, wanted.IdNumber, wanted.IdType, wanted.Matter, wanted.Entitlement), call.Device, cancel),
            taken =>
            {
                var url = HallUrls.Ticket(taken.Code);
                return Results.Created(url, new TakenTicketJson(taken.Id.Value, taken.Number, taken.Lane, taken.Ahead, WaitJson.Of(taken.Wait), url));
            });
    }
}
