using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Supervision;

/// <summary>The supervisors' board: what shows a light, what comes next if nobody does anything, and one limit beside it with what follows.</summary>
public sealed partial class SupervisionPage(SupervisionPageQueries limits, ComingLightsQueries lights, SupervisedLimitQueries one) : HallPage
{
    private LitLimits? lit;
    private IReadOnlyList<ComingDay> coming = [];
    private SupervisedLimit? chosen;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? Light { get; set; }

    [SupplyParameterFromQuery]
    private string? Department { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [SupplyParameterFromQuery]
    private string? Case { get; set; }

    [SupplyParameterFromQuery(Name = "limit")]
    private string? LimitNumber { get; set; }

    // Every act on a case of the subtree is a signal; what supervisors watch turns slowly.
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    protected override IEnumerable<string> Topics => lit is null ? [] : lit.Halls.SelectMany(h => new[] { SupervisionTopics.Cards(h), CaseTopics.Hall(h) });

    private Light? Shown => Enum.TryParse<Light>(Light, out var light) && light != Domain.Cases.Light.None && Enum.IsDefined(light) ? light : null;

    private bool IsFiltered => Shown is not null || !string.IsNullOrEmpty(Department);

    private string Summary
    {
        get
        {
            var with = lit!.Departments.Count(d => d.Lit.Count > 0);
            var said = with == 0 ? T["SummaryNone"].Value : T["Summary", lit.Sums.Sum(s => s.Count), with].Value;
            return SupervisionWords.Rate(lit.Departments.Sum(d => d.InTime), lit.Departments.Sum(d => d.Decided)) is { } rate ? T["SummaryRate", said, rate] : said;
        }
    }

    protected override string AddressIn(string hall) => HallUrls.Supervision(hall);

    protected override async Task<Error?> ReadHallAsync(HallEntry hall, CancellationToken cancel)
    {
        var filter = new SupervisionFilter(hall.Id, Shown, string.IsNullOrEmpty(Department) ? null : Department, After);
        if (!(await limits.ReadAsync(Actor, filter, cancel)).TryGet(out var read, out var refusal))
        {
            return refusal;
        }

        if (!(await lights.ReadAsync(Actor, hall.Id, cancel)).TryGet(out var days, out refusal))
        {
            return refusal;
        }

        var limit = int.TryParse(LimitNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        chosen = Case is { } wanted && (await one.FindAsync(Actor, wanted, limit, cancel)).TryGet(out var found, out _) ? found : null;
        (lit, coming) = (read, days);
        return null;
    }

    private string ListOf(Light? light) => HallUrls.Supervision(HallCode, light?.ToString(), Department);

    /// <summary>The same list with a limit beside it; without one, the list alone.</summary>
    private string Beside(string? number, int? limit) => HallUrls.Supervision(HallCode, Light, Department, After, number, limit);

    private void ChooseDepartment(ChangeEventArgs change) => Navigation.NavigateTo(HallUrls.Supervision(HallCode, Light, change.Value?.ToString()));
}
