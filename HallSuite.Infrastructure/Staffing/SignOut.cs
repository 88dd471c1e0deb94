using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Ends one session of one's own: noted in the audit log, and the pages that are open in other tabs close.</summary>
public sealed class SignOut(HallWork works)
{
    /// <param name="Session">The number in the session's cookie.</param>
    public sealed record Command(string Session);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(SignOut), Permission.ManageOwnAccount, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, (work, _) =>
        {
            work.Topics.Add(StaffTopics.Session(command.Session));
            return Task.FromResult(Result.Ok);
        }, cancel);
    }
}
