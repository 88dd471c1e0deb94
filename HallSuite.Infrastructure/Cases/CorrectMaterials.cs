using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Takes in what the applicant mends on the spot, or brings before anybody asked (ALL Art. 32 item 3).</summary>
public sealed class CorrectMaterials(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, IReadOnlyList<Finding> Findings);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(CorrectMaterials), CaseAct.CorrectMaterials, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.CorrectMaterials(command.Findings, hand.Occasion), cancel);
    }
}
