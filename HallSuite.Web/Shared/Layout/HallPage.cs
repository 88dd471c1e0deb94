using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared.Looks;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Shared.Layout;

/// <summary>
/// A live page about one hall, which stands in the address as <c>?hall=</c>. Without one the address is completed with the hall that the
/// person looked at last; a hall that is not the person's is <c>hall.unknown</c>.
/// </summary>
public abstract class HallPage : LivePage
{
    [CascadingParameter]
    protected StaffShell? Shell { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "hall")]
    public string? HallCode { get; set; }

    /// <summary>The hall of the address; null when it is none of the person's.</summary>
    protected HallEntry? Hall { get; private set; }

    /// <summary>The person has no hall at all.</summary>
    protected bool HasNoHall => Shell is not null && Shell.Preferred is null && HallCode is null;

    /// <summary>Why nothing can be shown; null when something is.</summary>
    protected Error? Refusal { get; set; }

    /// <summary>Times in the hall's zone and the reader's language.</summary>
    protected ClockText Clock { get; private set; } = null!;

    // What is shown tells how long people wait, so it ages even while nothing happens.
    protected override TimeSpan? OldestPicture => TimeSpan.FromMinutes(1);

    protected override IEnumerable<string> Topics => Hall is null ? [] : [HallTopics.Queue(Hall.Id), HallTopics.Setup(Hall.Id)];

    /// <summary>This page in a hall.</summary>
    protected abstract string AddressIn(string hall);

    /// <summary>Reads what the page shows of the hall, or answers why not.</summary>
    protected abstract Task<Error?> ReadHallAsync(HallEntry hall, CancellationToken cancel);

    protected override async Task OnParametersSetAsync()
    {
        if (Shell is null)
        {
            return;
        }

        if (HallCode is null && Shell.Preferred is { } preferred)
        {
            Navigation.NavigateTo(AddressIn(preferred.Code), replace: true);
            return;
        }

        Hall = Shell.HallOf(HallCode);
        if (Hall is not null)
        {
            Clock = ClockText.For(Hall.TimeZone, System.Globalization.CultureInfo.CurrentUICulture);
        }

        await base.OnParametersSetAsync();
    }

    protected sealed override async Task ReadAsync(CancellationToken cancel) =>
        Refusal = Hall is { } hall ? await ReadHallAsync(hall, cancel) : HallCode is null ? null : HallErrors.Unknown;
}
