using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Queueing;

namespace HallSuite.Web.Features.Queueing;

/// <summary>An act under way: answers its refusal, or null when it is done.</summary>
public delegate Task<Error?> ConsoleRun(Actor actor, CancellationToken cancel);

/// <summary>The operations behind the console's buttons, so that the page need not name a dozen of them.</summary>
public sealed class ConsoleOperations(
    CallNextTicket callNext, RecallTicket recall, ServeTicket serve, FinishTicket finish, MissTicket miss, HoldTicket hold, ResumeTicket resume, RejoinTicket rejoin,
    TransferTicket transfer, RevealVisitor reveal, OpenWindow open, PauseWindow pause, CloseWindow close)
{
    /// <summary>The operation of an act that needs no further answer; null when it needs a ticket and there is none, or asks something first.</summary>
    public ConsoleRun? Of(ConsoleAct act, HallId hall, int window, TicketId? ticket) => act switch
    {
        ConsoleAct.CallNext => async (actor, cancel) => (await callNext.ExecuteAsync(new(hall, window), actor, cancel)).Error,
        ConsoleAct.OpenWindow or ConsoleAct.ResumeWindow => async (actor, cancel) => (await open.ExecuteAsync(new(hall, window), actor, cancel)).Error,
        ConsoleAct.CloseWindow => async (actor, cancel) => (await close.ExecuteAsync(new(hall, window), actor, cancel)).Error,
        ConsoleAct.Recall => ticket is { } id ? async (actor, cancel) => (await recall.ExecuteAsync(new(hall, id), actor, cancel)).Error : null,
        ConsoleAct.Serve => ticket is { } id ? async (actor, cancel) => (await serve.ExecuteAsync(new(hall, id), actor, cancel)).Error : null,
        ConsoleAct.Finish => ticket is { } id ? async (actor, cancel) => (await finish.ExecuteAsync(new(hall, id), actor, cancel)).Error : null,
        ConsoleAct.Miss => ticket is { } id ? async (actor, cancel) => (await miss.ExecuteAsync(new(hall, id), actor, cancel)).Error : null,
        ConsoleAct.Hold => ticket is { } id ? async (actor, cancel) => (await hold.ExecuteAsync(new(hall, id), actor, cancel)).Error : null,
        ConsoleAct.Transfer or ConsoleAct.PauseWindow or ConsoleAct.Reveal => null,
    };

    public async Task<Error?> ResumeAsync(HallId hall, TicketId ticket, int window, Actor actor, CancellationToken cancel) =>
        (await resume.ExecuteAsync(new(hall, ticket, window), actor, cancel)).Error;

    public async Task<Error?> RejoinAsync(HallId hall, TicketId ticket, Actor actor, CancellationToken cancel) =>
        (await rejoin.ExecuteAsync(new(hall, ticket), actor, cancel)).Error;

    public async Task<Error?> TransferAsync(HallId hall, TicketId ticket, string lane, int? window, Actor actor, CancellationToken cancel) =>
        (await transfer.ExecuteAsync(new(hall, ticket, lane, window), actor, cancel)).Error;

    public async Task<Error?> PauseAsync(HallId hall, int window, PauseReason reason, string? note, Actor actor, CancellationToken cancel) =>
        (await pause.ExecuteAsync(new(hall, window, reason, note), actor, cancel)).Error;

    public Task<Result<RevealedVisitor>> RevealAsync(HallId hall, TicketId ticket, string reason, Actor actor, CancellationToken cancel) =>
        reveal.ExecuteAsync(new(hall, ticket, reason), actor, cancel);
}
