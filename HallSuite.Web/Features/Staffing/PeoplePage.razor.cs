using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Staffing;

/// <summary>Everyone who works with HallSuite; one is taken on, given posts or a new password, or deactivated beside the list.</summary>
public sealed partial class PeoplePage(StaffAdminQueries staff, NavigationManager navigation) : LivePage
{
    private const int PageSize = 50;

    private AdminPeople? list;
    private AdminPerson? chosen;
    private PostPlaces? places;
    private Error? refusal;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [CascadingParameter]
    private StaffShell? Shell { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? Role { get; set; }

    [SupplyParameterFromQuery]
    private bool Inactive { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [SupplyParameterFromQuery]
    private string? Person { get; set; }

    private bool IsFiltered => !string.IsNullOrEmpty(Search) || Role is not null || Inactive;

    /// <summary>Days and times are told as the hall looked at has them.</summary>
    private string Zone => Shell?.Preferred?.TimeZone ?? places?.Halls.Select(h => h.TimeZone).FirstOrDefault() ?? "UTC";

    private ClockText Clock => ClockText.For(Zone, CultureInfo.CurrentUICulture);

    protected override IEnumerable<string> Topics =>
        Guid.TryParse(Person, out var id) ? [StaffTopics.People, StaffTopics.Person(new StaffId(id))] : [StaffTopics.People];

    protected override async Task ReadAsync(CancellationToken cancel)
    {
        var filter = new StaffFilter(Search, Enum.TryParse<Role>(Role, out var role) && Enum.IsDefined(role) ? role : null, Inactive);
        var people = await staff.ListAsync(Actor, filter, After, PageSize, cancel);
        var where = await staff.PlacesAsync(Actor, cancel);
        (list, refusal) = people.TryGet(out var found, out var refused) ? (found, null) : ((AdminPeople?)null, refused);
        places = where.TryGet(out var all, out _) ? all : null;
        chosen = Guid.TryParse(Person, out var id) && (await staff.PersonAsync(Actor, new StaffId(id), cancel)).TryGet(out var person, out _) ? person : null;
    }

    private string Here(string? person) => HallUrls.AdminStaffOf(Search, Role, Inactive, After, person);

    private void Find(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AdminStaffOf(change.Value?.ToString()?.Trim(), Role, Inactive));

    private void ChooseRole(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AdminStaffOf(Search, change.Value?.ToString(), Inactive));

    private void ToggleInactive(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AdminStaffOf(Search, Role, change.Value is true));
}
