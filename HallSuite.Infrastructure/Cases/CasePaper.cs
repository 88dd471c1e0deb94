using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>A document that an act on a case issued (文书).</summary>
public sealed class CasePaper : IBookkeeping
{
    public required CaseId Case { get; init; }

    /// <summary>The number of the event that owed it.</summary>
    public required int Event { get; init; }

    public required NoticeKind Kind { get; init; }

    public required DocumentId Document { get; init; }

    /// <summary>The number of the document.</summary>
    public required string Number { get; init; }
}
