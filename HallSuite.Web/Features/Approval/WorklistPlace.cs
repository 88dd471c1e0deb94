using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases;

namespace HallSuite.Web.Features.Approval;

/// <summary>What the worklist shows, as its address says it.</summary>
/// <param name="Part">Null for the one that somebody begins with.</param>
/// <param name="Case">The number of the case beside the list; null for none.</param>
public sealed record WorklistPlace(
    string? Hall, WorklistPart? Part = null, string? Search = null, string? Matter = null, Light? Light = null, WorklistOrder Order = WorklistOrder.Due,
    string? After = null, string? Case = null)
{
    /// <summary>The parts in the order of their tabs.</summary>
    public static IReadOnlyList<WorklistPart> Tabs { get; } =
        [WorklistPart.Mine, WorklistPart.ToTake, WorklistPart.ToDecide, WorklistPart.Suspended, WorklistPart.DoneToday];

    public bool IsFiltered => !string.IsNullOrEmpty(Search) || !string.IsNullOrEmpty(Matter) || Light is not null;

    public string Address => HallUrls.Worklist(
        Hall, Part?.ToString(), Light?.ToString(), After, Case, Search, Matter, Order == WorklistOrder.Due ? null : Order.ToString());

    /// <summary>The same part, whole and from its beginning.</summary>
    public WorklistPlace Unfiltered => new(Hall, Part, Order: Order, Case: Case);

    /// <summary>How many cases a tab counts.</summary>
    public static int? CountOf(WorklistPart part, WorklistCounts counts) => part switch
    {
        WorklistPart.All => null,
        WorklistPart.ToTake => counts.ToTake,
        WorklistPart.Mine => counts.Mine,
        WorklistPart.ToDecide => counts.ToDecide,
        WorklistPart.Suspended => counts.Suspended,
        WorklistPart.DoneToday => counts.DoneToday,
    };

    /// <summary>The key of what is said where a part is empty.</summary>
    public static string EmptyKey(WorklistPart part) => part switch
    {
        WorklistPart.All => "EmptyAll",
        WorklistPart.ToTake => "EmptyToTake",
        WorklistPart.Mine => "EmptyMine",
        WorklistPart.ToDecide => "EmptyToDecide",
        WorklistPart.Suspended => "EmptySuspended",
        WorklistPart.DoneToday => "EmptyDoneToday",
    };
}
