using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Queueing;

namespace HallSuite.Web.Api;

/// <summary>The windows of a hall, and what a caller box does at one.</summary>
internal static class WindowEndpoints
{
    public static void MapWindows(this RouteGroupBuilder halls)
    {
        halls.MapGet("/windows", ListAsync).ForAnyone().Produces<IReadOnlyList<WindowJson>>()
            .WithSummary("The windows by number, with the ticket at each.");
        halls.MapPost("/windows/{no:int}/open", OpenAsync).ForDevices(DeviceKind.Caller).Produces<WindowJson>()
            .ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Opens a window, or ends its pause.");
        halls.MapPost("/windows/{no:int}/pause", PauseAsync).ForDevices(DeviceKind.Caller).Produces<WindowJson>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Pauses an open window; the screens tell the reason if the body gives one ({reason?, note?}).");
        halls.MapPost("/windows/{no:int}/close", CloseAsync).ForDevices(DeviceKind.Caller).Produces<WindowJson>()
            .ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Closes a window at which nobody is.");
        halls.MapPost("/windows/{no:int}/next", NextAsync).ForDevices(DeviceKind.Caller).Produces<CalledJson>()
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Calls the next person to an open window; 204 when nobody waits whom it serves.");
    }

    private static Task<IResult> ListAsync(string hall, ApiCall call, WindowListQueries windows, CancellationToken cancel) => call.InHallAsync(
        hall, async at => Result.Of(await windows.ReadAsync(at, cancel)), list => Results.Ok(list.Select(WindowJson.Of)));

    private static Task<IResult> OpenAsync(string hall, int no, ApiCall call, OpenWindow open, CancellationToken cancel) =>
        call.InHallAsync(hall, at => open.ExecuteAsync(new(at, no), call.Device, cancel), Ok);

    private static Task<IResult> CloseAsync(string hall, int no, ApiCall call, CloseWindow close, CancellationToken cancel) =>
        call.InHallAsync(hall, at => close.ExecuteAsync(new(at, no), call.Device, cancel), Ok);

    private static async Task<IResult> PauseAsync(string hall, int no, ApiCall call, PauseWindow pause, CancellationToken cancel) =>
        (await call.BodyOrAsync(new PauseRequest())).TryGet(out var why, out var unreadable)
            ? await call.InHallAsync(hall, at => pause.ExecuteAsync(new(at, no, why.Reason, why.Note), call.Device, cancel), Ok)
            : Problems.Of(unreadable);

    private static Task<IResult> NextAsync(string hall, int no, ApiCall call, CallNextTicket next, CancellationToken cancel) => call.InHallAsync(
        hall,
        at => next.ExecuteAsync(new(at, no), call.Device, cancel),
        called => Results.Ok(new CalledJson(called.Id.Value, called.Number, called.Lane, called.CalledAt)),

        // Nobody waiting is no fault of the caller; the operation tells it as a refusal for the clerk's console.
        refused => refused.Code == QueueErrors.NobodyWaits.Code ? Results.NoContent() : Problems.Of(refused));

    private static IResult Ok(WindowAnswer window) => Results.Ok(WindowJson.Of(window));
}
