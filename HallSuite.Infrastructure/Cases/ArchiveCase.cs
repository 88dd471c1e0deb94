using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Closes the file of a case that is over.</summary>
public sealed class ArchiveCase(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(ArchiveCase), CaseAct.Archive, command.Seen);
        return files.ActAsync(works, order, actor, hand => hand.Case.Archive(hand.Occasion), cancel);
    }
}
