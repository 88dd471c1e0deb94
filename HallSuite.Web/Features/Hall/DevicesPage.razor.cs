using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>The devices of one hall; one is registered, given a new key or revoked beside the list.</summary>
public sealed partial class DevicesPage(AdminDeviceQueries devices, NavigationManager navigation) : LivePage
{
    private IReadOnlyList<HallEntry>? halls;
    private AdminDeviceList? list;
    private Error? refusal;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [Inject]
    private EnumTexts Enums { get; set; } = null!;

    [CascadingParameter]
    private StaffShell? Shell { get; set; }

    [SupplyParameterFromQuery(Name = "hall")]
    private string? HallCode { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private bool Revoked { get; set; }

    [SupplyParameterFromQuery]
    private string? Device { get; set; }

    private ClockText Clock => ClockText.For(list!.Hall.TimeZone, CultureInfo.CurrentUICulture);

    private int RevokedCount => list!.Devices.Count(d => d.RevokedAt is not null);

    // The one in the address is shown whatever the filter says.
    private List<AdminDevice> Shown => [.. list!.Devices.Where(d =>
        d.Id.ToString() == Device || ((Revoked || d.RevokedAt is null) && (string.IsNullOrEmpty(Kind) || d.Kind.ToString() == Kind)))];

    protected override IEnumerable<string> Topics =>
        list is null ? [HallTopics.Halls] : [HallTopics.Halls, HallTopics.Devices(list.Hall.Id), HallTopics.Setup(list.Hall.Id)];

    protected override async Task ReadAsync(CancellationToken cancel)
    {
        // What is shown changes only when everything is read: a form beside the list lives on through a refresh.
        var reached = await devices.HallsAsync(Actor, cancel);
        var preferred = reached.FirstOrDefault(h => h.Code == Shell?.Preferred?.Code) ?? (reached is [var first, ..] ? first : null);
        var (found, refused) = ((AdminDeviceList?)null, (Error?)null);
        if ((HallCode ?? preferred?.Code) is { } code)
        {
            (await devices.ReadAsync(Actor, code, cancel)).TryGet(out found, out refused);
        }

        (halls, list, refusal) = (reached, found, refused);
    }

    private string Here(string? device) => HallUrls.AdminDevicesOf(list!.Hall.Code, Kind, Revoked, device);

    private void ChooseHall(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AdminDevicesOf(change.Value!.ToString()!, Kind, Revoked));

    private void ChooseKind(ChangeEventArgs change) =>
        navigation.NavigateTo(HallUrls.AdminDevicesOf(list!.Hall.Code, change.Value?.ToString(), Revoked, Device));

    private void ToggleRevoked(ChangeEventArgs change) =>
        navigation.NavigateTo(HallUrls.AdminDevicesOf(list!.Hall.Code, Kind, change.Value is true, Device));
}
