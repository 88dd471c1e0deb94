using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Tests.TestKit;

/// <summary>Somebody whose change takes long: until it ends, every other change to an embedded database waits for its turn.</summary>
public sealed class SlowWriter
{
    private readonly TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SlowWriter()
    {
    }

    /// <summary>Begins to write; answers when it is this one's turn.</summary>
    public static async Task<SlowWriter> BeginAsync(HallWork works)
    {
        var slow = new SlowWriter();
        slow.Writing = works.RunAsync(
            new WorkOrder("Dawdle", Permission.ActAsSystem, Scope.Everything, Streams.Platform), Actor.System("test"), slow.DawdleAsync, CancellationToken.None);
        await slow.began.Task;
        return slow;
    }

    private Task<Result> Writing { get; set; } = null!;

    /// <summary>Comes to an end; the others go on.</summary>
    public async Task EndAsync()
    {
        end.SetResult();
        (await Writing).ShouldPass();
    }

    private async Task<Result> DawdleAsync(WorkUnit work, CancellationToken cancel)
    {
        began.SetResult();
        await end.Task.WaitAsync(cancel);
        return Result.Ok;
    }
}
