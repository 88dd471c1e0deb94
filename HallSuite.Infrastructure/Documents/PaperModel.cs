namespace HallSuite.Infrastructure.Documents;

/// <summary>
/// All that one paper says, as plain values: text, days, lists, bytes of pictures. It is stored as JSON and printed again from there, so it holds no
/// ids to look up and nothing that may change later. Equal models print equal papers.
/// </summary>
public abstract record PaperModel
{
    /// <summary>The organ, or for slips and reports the hall, in whose name the paper is made.</summary>
    public abstract string Organ { get; init; }
}
