using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Matters;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Matters;

/// <summary>The catalogue of matters; one of them beside the list with its standard and the versions before.</summary>
public sealed partial class MattersPage(AdminMatterQueries matters, NavigationManager navigation) : LivePage
{
    private const int PageSize = 50;

    private AdminMatters? list;
    private AdminMatterDetail? chosen;
    private Error? refusal;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [CascadingParameter]
    private StaffShell? Shell { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? Department { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [SupplyParameterFromQuery]
    private string? Matter { get; set; }

    private bool IsFiltered => !string.IsNullOrEmpty(Search) || !string.IsNullOrEmpty(Department);

    private ClockText Clock => ClockText.For(Shell?.Preferred?.TimeZone ?? "UTC", CultureInfo.CurrentUICulture);

    protected override IEnumerable<string> Topics => [MatterTopics.Catalogue];

    protected override async Task ReadAsync(CancellationToken cancel)
    {
        var from = new Scope(Shell?.Preferred?.Id);
        var found = await matters.ListAsync(Actor, from, new MatterFilter(Search, Department, WithInactive: true), After, PageSize, cancel);
        var beside = Matter is { } code && (await matters.ReadAsync(Actor, from, code, cancel)).TryGet(out var one, out _) ? one : null;
        (list, refusal, chosen) = found.TryGet(out var page, out var refused) ? (page, (Error?)null, beside) : (null, refused, null);
    }

    private string Here(string? matter) => HallUrls.AdminMattersOf(Search, Department, After, matter);

    private void Find(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AdminMattersOf(change.Value?.ToString()?.Trim(), Department));

    private void ChooseDepartment(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AdminMattersOf(Search, change.Value?.ToString()));
}
