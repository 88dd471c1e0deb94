using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>The halls that a person administers, as a tree; a new one is set up beside the list.</summary>
public sealed partial class HallsPage(AdminHallQueries halls, NavigationManager navigation) : LivePage
{
    private AdminHallList? list;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "hall")]
    private string? Beside { get; set; }

    [SupplyParameterFromQuery]
    private string? Parent { get; set; }

    private bool IsCreating => Beside == HallUrls.New;

    private List<AdminHallLine> Shown => [.. list!.Halls.Where(h => string.IsNullOrEmpty(Search)
        || h.Name.Contains(Search, StringComparison.CurrentCultureIgnoreCase) || h.Code.Contains(Search, StringComparison.OrdinalIgnoreCase))];

    protected override IEnumerable<string> Topics => [HallTopics.Halls];

    protected override async Task ReadAsync(CancellationToken cancel) => list = await halls.ListAsync(Actor, cancel);

    private void Find(ChangeEventArgs typed) => navigation.NavigateTo(HallUrls.AdminHallsLike(typed.Value?.ToString()?.Trim()));

    // Below its parent, unless a search has taken the parents away.
    private string? Indent(AdminHallLine hall) => hall.Depth == 0 || !string.IsNullOrEmpty(Search) ? null : $"padding-left:{16 + hall.Depth * 24}px";
}
