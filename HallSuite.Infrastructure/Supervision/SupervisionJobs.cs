using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Jobs;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>Acceptance by law of what an office left lying (DOMAIN §3, rule 2).</summary>
internal sealed class DeemAcceptedJob(DueCases due, DeemAccepted deem) : IHallJob
{
    public string Name => "deem-accepted";

    public TimeSpan Period => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var hall in await due.HallsWithOverAsync(ClockKind.Acceptance, cancel))
        {
            await JobSteps.RepeatAsync(() => deem.ExecuteAsync(new(hall), Actor.System(Name), cancel), DeemAccepted.Batch);
        }
    }
}

/// <summary>Lights and cards (DOMAIN §6).</summary>
internal sealed class TurnLightsJob(DueCases due, TurnLights turn) : IHallJob
{
    public string Name => "turn-lights";

    public TimeSpan Period => TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var hall in await due.HallsWithLightsAsync(cancel))
        {
            await JobSteps.RepeatAsync(() => turn.ExecuteAsync(new(hall), Actor.System(Name), cancel), TurnLights.Batch);
        }
    }
}
