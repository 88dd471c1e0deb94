using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Features.Cases;

/// <summary>
/// All cases that the person sees in a hall, the newest first. Whatever is asked stands in the address, except an applicant's number: that one stays in
/// this page's memory, goes to the database as a hash, and is forgotten with the page.
/// </summary>
public sealed partial class CasesPage(CaseListQueries cases, HallClock clock) : HallPage
{
    private const int MostOfApplicant = 50;

    private CaseList? list;
    private IReadOnlyList<CaseListRow>? applicants;
    private Error? problem;
    private bool asking;
    private string document = nameof(IdentityType.Citizen);
    private string number = "";
    private (IdentityType? Type, string Number)? asked;

    [Inject]
    private IStringLocalizer<WorklistText> T { get; set; } = null!;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? SearchText { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateName { get; set; }

    [SupplyParameterFromQuery(Name = "light")]
    private string? LightName { get; set; }

    [SupplyParameterFromQuery]
    private string? Department { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    private CaseState? State => Enum.TryParse<CaseState>(StateName, out var state) && Enum.IsDefined(state) ? state : null;

    private Light? Card => Enum.TryParse<Light>(LightName, out var light) && Enum.IsDefined(light) ? light : null;

    private bool IsFiltered => !string.IsNullOrEmpty(SearchText) || State is not null || Card is not null || !string.IsNullOrEmpty(Department);

    private IReadOnlyList<CaseListRow> Rows => applicants ?? list!.Rows;

    private DateTimeOffset Now => clock.Now;

    private string FilterInWords
    {
        get
        {
            List<string?> words =
            [
                string.IsNullOrEmpty(SearchText) ? null : T["SearchInWords", SearchText].Value, State is { } state ? Words.Of(state) : null,
                Card is { } light ? Words.Of(light) : null, list?.Departments.FirstOrDefault(d => d.Code == Department)?.Name ?? Department,
            ];
            var said = words.Where(w => !string.IsNullOrEmpty(w)).ToList();
            return said.Count == 0 ? "" : T["FilterInWords", string.Join(T["Comma"].Value, said)];
        }
    }

    protected override TimeSpan? OldestPicture => TimeSpan.FromMinutes(5);

    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    protected override IEnumerable<string> Topics => Hall is null || Shell is null ? [] : WaitingBadge.TopicsOf(Shell, Hall.Id);

    protected override string AddressIn(string hall) => HallUrls.Cases(hall, SearchText, StateName, LightName, department: Department);

    protected override async Task<Error?> ReadHallAsync(HallEntry hall, CancellationToken cancel)
    {
        var filter = new CaseListFilter(hall.Id, SearchText, State, Card, string.IsNullOrEmpty(Department) ? null : Department, After);
        if (!(await cases.ReadAsync(Actor, filter, cancel)).TryGet(out var read, out var refusal))
        {
            return refusal;
        }

        list = read;
        if (asked is { } who)
        {
            (await cases.OfApplicantAsync(Actor, hall.Id, who.Type, who.Number, MostOfApplicant, cancel)).TryGet(out applicants, out problem);
        }

        return null;
    }

    private string Here(string? after = null) => HallUrls.Cases(HallCode, SearchText, StateName, LightName, after, Department);

    private void Ask() => (asking, problem) = (!asking, null);

    private async Task FindApplicantAsync()
    {
        asked = (Enum.TryParse<IdentityType>(document, out var type) ? type : null, number);
        await RefreshAsync();
        asked = problem is null ? asked : null;
    }

    private void Forget() => (asked, applicants, problem, number) = (null, null, null, "");

    private void Search(ChangeEventArgs change) => Go(HallUrls.Cases(HallCode, change.Value?.ToString()?.Trim(), StateName, LightName, department: Department));

    private void ChooseState(ChangeEventArgs change) => Go(HallUrls.Cases(HallCode, SearchText, change.Value?.ToString(), LightName, department: Department));

    private void ChooseLight(ChangeEventArgs change) => Go(HallUrls.Cases(HallCode, SearchText, StateName, change.Value?.ToString(), department: Department));

    private void ChooseDepartment(ChangeEventArgs change) => Go(HallUrls.Cases(HallCode, SearchText, StateName, LightName, department: change.Value?.ToString()));

    // Whoever asks for something else wants the list, not one applicant's cases.
    private void Go(string address)
    {
        Forget();
        Navigation.NavigateTo(address);
    }
}
