using System.Globalization;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Calendar;

/// <summary>A year of the working-day calendar; beside it when a limit ends, day by day, or the import of a year.</summary>
public sealed partial class CalendarPage(CalendarQueries calendar, HallClock clock) : LivePage
{
    /// <summary>What the law gives to accept or to ask for what is missing (ALL Art. 32).</summary>
    private const string UsualDays = "5";

    private CalendarYearView? view;
    private DueDate? due;
    private Error? refusal;
    private Error? dueRefusal;
    private DateOnly today;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [CascadingParameter]
    private StaffShell? Shell { get; set; }

    [SupplyParameterFromQuery]
    private string? Year { get; set; }

    [SupplyParameterFromQuery]
    private bool Import { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? Days { get; set; }

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    private ClockText Clock => ClockText.For(Shell?.Preferred?.TimeZone ?? "UTC", CultureInfo.CurrentUICulture);

    private string FromText => string.IsNullOrEmpty(From) ? today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : From;

    private string DaysText => string.IsNullOrEmpty(Days) ? UsualDays : Days;

    protected override IEnumerable<string> Topics => [CalendarTopics.Years];

    protected override async Task ReadAsync(CancellationToken cancel)
    {
        today = DateOnly.FromDateTime(Clock.Local(clock.Now));
        var year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : today.Year;
        var read = await calendar.YearAsync(Actor, new Scope(Shell?.Preferred?.Id), year, cancel);
        var (counted, miscounted) = await CountAsync(cancel);
        (view, refusal) = read.TryGet(out var found, out var refused) ? (found, (Error?)null) : (null, refused);
        (due, dueRefusal) = (counted, miscounted);
    }

    private async Task<(DueDate? Due, Error? Refusal)> CountAsync(CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(FromText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
        {
            return (null, CalendarErrors.DateInvalid(FromText));
        }

        if (!int.TryParse(DaysText, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return (null, CalendarErrors.LimitInvalid);
        }

        var limit = new Limit(days, Unit == "calendar" ? LimitUnit.CalendarDays : LimitUnit.WorkingDays);
        return (await calendar.DueAsync(start, limit, cancel)).TryGet(out var found, out var refused) ? (found, null) : (null, refused);
    }
}
