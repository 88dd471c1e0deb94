using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Audit;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Audit;

/// <summary>The audit log: who did what, on what, from where and why. It is read when it is opened and does not move under the reader.</summary>
public sealed partial class AuditLogPage(AuditQueries audit, HallClock clock, NavigationManager navigation) : LivePage
{
    private const int PageSize = 100;

    private AuditPage? page;
    private AuditCheck? check;
    private Error? refusal;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [CascadingParameter]
    private StaffShell? Shell { get; set; }

    [SupplyParameterFromQuery]
    private string? Day { get; set; }

    [SupplyParameterFromQuery]
    private string? Operation { get; set; }

    [SupplyParameterFromQuery]
    private string? Person { get; set; }

    [SupplyParameterFromQuery]
    private string? Hall { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    private IReadOnlyList<HallEntry> Halls => Shell?.Me.Halls ?? [];

    private bool IsFiltered => new[] { Day, Operation, Person, Hall }.Any(f => !string.IsNullOrEmpty(f));

    /// <summary>A day is a day in the hall that is looked at.</summary>
    private string Zone => (Shell?.HallOf(Hall) ?? Shell?.Preferred)?.TimeZone ?? "UTC";

    private ClockText Clock => ClockText.For(Zone, CultureInfo.CurrentUICulture);

    private DateTimeOffset Now => clock.Now;

    private IEnumerable<(string Name, string Text)> Operations =>
        AuditQueries.Operations.Select(name => (name, TextOf(name))).OrderBy(o => o.Item2, StringComparer.CurrentCulture);

    protected override IEnumerable<string> Topics => [];

    protected override async Task ReadAsync(CancellationToken cancel)
    {
        DateOnly? day = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given : null;
        var filter = new AuditFilter(
            day is { } from ? LocalDay.Begin(from, Zone) : null, day is { } to ? LocalDay.Begin(to.AddDays(1), Zone) : null,
            Wanted(Operation), Wanted(Person), Shell?.HallOf(Hall)?.Id);
        var read = await audit.ListAsync(Actor, filter, After, PageSize, cancel);
        (page, refusal) = read.TryGet(out var found, out var refused) ? (found, null) : ((AuditPage?)null, refused);
        check = (await audit.LastCheckAsync(Actor, cancel)).TryGet(out var last, out _) ? last : null;
    }

    private static string? Wanted(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private string Here(string? after) => HallUrls.AuditOf(Day, Operation, Person, Hall, after);

    private void ChooseDay(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AuditOf(change.Value?.ToString(), Operation, Person, Hall));

    private void ChooseOperation(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AuditOf(Day, change.Value?.ToString(), Person, Hall));

    private void ChoosePerson(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AuditOf(Day, Operation, change.Value?.ToString()?.Trim(), Hall));

    private void ChooseHall(ChangeEventArgs change) => navigation.NavigateTo(HallUrls.AuditOf(Day, Operation, Person, change.Value?.ToString()));

    // An operation that is older than this program has kept its name only.
    private string TextOf(string operation) => T[$"Operation.{operation}"] is { ResourceNotFound: false } text ? text.Value : operation;

    // Why a try was refused stands in the log as its code.
    private string? DetailOf(AuditLine line) => line.Detail is { } detail && T[$"Refused.{detail}"] is { ResourceNotFound: false } text ? text.Value : line.Detail;
}
