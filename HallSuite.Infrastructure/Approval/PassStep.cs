using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>Passes a step with an opinion, for or against; when its stage is through, the next one opens. The reviewer works in the department of the step.</summary>
public sealed class PassStep(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, string Step, StepOpinion Opinion);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(PassStep), CaseAct.PassStep, command.Seen, Step: command.Step);
        return files.ActAsync(works, order, actor, hand => hand.Case.PassStep(command.Step, command.Opinion, hand.Standard, hand.Occasion), cancel);
    }
}
