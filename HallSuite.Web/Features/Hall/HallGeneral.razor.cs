using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>What is written about a hall, its floors, and whether it is in use.</summary>
public sealed partial class HallGeneral(EditHall edit) : HallEditPart<HallDetails>
{
    /// <summary>The floor in the address.</summary>
    [Parameter]
    public string? Floor { get; set; }

    protected override HallDetails Saved => Hall.Details;

    protected override IReadOnlyList<string> Operations => [nameof(EditHall)];

    private string LocalTime => Hall.LocalTime.ToString("HH:mm", CultureInfo.InvariantCulture);

    protected override Task<Result> SaveAsync(HallDetails seen, HallDetails wanted) =>
        edit.ExecuteAsync(new(Hall.Id, seen, wanted), Actor, CancellationToken.None);

    protected override IEnumerable<(string Name, string Text)> Told(HallDetails form) =>
    [
        (T["HallName"], form.Name), (T["TimeZone"], form.TimeZone), (T["Announcement"], form.Announcement),
        (T["Hotline"], form.Hotline), (T["Address"], form.Address),
    ];

    protected override string? FieldOf(Error refusal) => refusal.Code switch
    {
        "hall.name-invalid" => "name",
        "hall.time-zone-unknown" => "zone",
        "hall.announcement-invalid" => "announcement",
        "hall.hotline-invalid" => "hotline",
        "hall.address-invalid" => "address",
        _ => null,
    };
}
