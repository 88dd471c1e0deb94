using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Jobs;

/// <summary>What jobs do with the operations they consist of.</summary>
internal static class JobSteps
{
    /// <summary>Repeats a step until it has nothing left to do.</summary>
    public static async Task RepeatAsync(Func<Task<Result<int>>> step, int batch)
    {
        while (ThrowIfRefused(await step()) == batch)
        {
        }
    }

    /// <summary>A job is refused only when the database is away; the runner tells it and tries again.</summary>
    public static T ThrowIfRefused<T>(Result<T> step) =>
        step.TryGet(out var done, out var refusal) ? done : throw new InvalidOperationException($"The step was refused: {refusal}");
}
