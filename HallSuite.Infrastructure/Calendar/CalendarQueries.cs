using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Calendar;

/// <summary>One year as the page shows it.</summary>
/// <param name="Published">Otherwise its days are provisional.</param>
/// <param name="ImportedAt">Null for a year that came with the program, and for one that is not published.</param>
/// <param name="Days">Every day of the year, in order.</param>
/// <param name="FirstPublished">Of all years.</param>
/// <param name="LastPublished">Of all years.</param>
public sealed record CalendarYearView(
    int Year, bool Published, IReadOnlyList<string> Notices, DateTimeOffset? ImportedAt, IReadOnlyList<CalendarDay> Days, int FirstPublished, int LastPublished)
{
    public int WorkingDays => Days.Count(d => d.Works);
}

/// <summary>The calendar as people and programs read it.</summary>
public sealed class CalendarQueries(IDbContextFactory<HallDbContext> contexts, Access access, WorkCalendars calendars)
{
    /// <summary>The days of one year; permission <see cref="Permission.ViewMatters"/>. Refuses <c>calendar.year-out-of-range</c>.</summary>
    /// <param name="scope">Where the actor looks from: a hall, or everything. The calendar is one for all.</param>
    public async Task<Result<CalendarYearView>> YearAsync(Actor actor, Scope scope, int year, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.ViewMatters, scope, cancel) is { } refusal)
        {
            return refusal;
        }

        var importedAt = await db.Set<PublishedYear>().AsNoTracking().Where(y => y.Year == year).Select(y => (DateTimeOffset?)y.ImportedAt).SingleOrDefaultAsync(cancel);
        if (year is < CalendarYear.Earliest or > CalendarYear.Latest)
        {
            return CalendarErrors.YearOutOfRange(year);
        }

        var calendar = await calendars.ReadAsync(db, cancel);
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => calendar.DayOf(first.AddDays(i))).ToList();
        var notices = calendar.Years.SingleOrDefault(y => y.Year == year)?.Notices ?? [];
        return new CalendarYearView(
            year, calendar.IsPublished(year), notices, importedAt, days, calendar.Years.Min(y => y.Year), calendar.Years.Max(y => y.Year));
    }

    /// <summary>When a limit ends and how that came about. Public: everyone may count with the same calendar. Refuses <c>calendar.year-out-of-range</c>.</summary>
    public async Task<Result<DueDate>> DueAsync(DateOnly from, Limit limit, CancellationToken cancel)
    {
        var calendar = await calendars.ReadAsync(cancel);
        if (from.Year is < CalendarYear.Earliest or > CalendarYear.Latest)
        {
            return CalendarErrors.YearOutOfRange(from.Year);
        }

        return Limit.Read(limit.Days, limit.Unit).TryGet(out var sound, out var refusal) ? calendar.Due(from, sound) : refusal;
    }

    /// <summary>
    /// What an import would change: days, and what it does to the limits that run; permission <see cref="Permission.ManageMatters"/>. Who keeps
    /// limits hands them in, for the calendar knows of none.
    /// </summary>
    /// <param name="running">Under whatever words their owner wants them told.</param>
    public async Task<Result<CalendarPreview<string>>> PreviewAsync(
        Actor actor, IReadOnlyList<CalendarYear> years, IReadOnlyList<RunningLimit<string>> running, CancellationToken cancel)
    {
        if (await access.RefusalAsync(actor, Permission.ManageMatters, Scope.Everything, cancel) is { } refusal)
        {
            return refusal;
        }

        var before = await calendars.ReadAsync(cancel);
        return CalendarPreview.Of(before, years.Aggregate(before, (calendar, year) => calendar.With(year)), running);
    }
}
