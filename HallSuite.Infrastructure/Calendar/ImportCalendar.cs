using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Calendar;

/// <summary>What an import did with each year.</summary>
/// <param name="Added">Years that were provisional until now.</param>
/// <param name="Replaced">Years that were published otherwise.</param>
public sealed record ImportedYears(IReadOnlyList<int> Added, IReadOnlyList<int> Replaced, IReadOnlyList<int> Unchanged);

/// <summary>Puts published years into the calendar, all or none. Refuses the first fault of the text; a reader of the file tells all of them before.</summary>
public sealed class ImportCalendar(HallWork works, WorkCalendars calendars)
{
    /// <param name="Text">The years in the form of docs/calendar.md.</param>
    public sealed record Command(string Text);

    public Task<Result<ImportedYears>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(ImportCalendar), Permission.ManageMatters, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, (work, token) => ImportAsync(work, CalendarText.Read(command.Text), token), cancel);
    }

    private async Task<Result<ImportedYears>> ImportAsync(WorkUnit work, CalendarReading reading, CancellationToken cancel)
    {
        if (reading.Faults is [var fault, ..])
        {
            return fault.Error;
        }

        var present = await calendars.ReadAsync(work.Db, cancel);
        var rows = await work.Db.Set<PublishedYear>().ToDictionaryAsync(y => y.Year, cancel);
        var (added, replaced, unchanged) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var year in reading.Years)
        {
            var before = present.Years.SingleOrDefault(y => y.Year == year.Year);
            var text = CalendarText.Write(year);
            (before is null ? added : CalendarText.Write(before) == text ? unchanged : replaced).Add(year.Year);
            if (before is null || CalendarText.Write(before) != text)
            {
                Put(work, rows.GetValueOrDefault(year.Year), year.Year, text);
            }
        }

        work.Subject = string.Join(", ", reading.Years.Select(y => y.Year));
        work.Detail = $"{added.Count} added, {replaced.Count} replaced, {unchanged.Count} unchanged";
        return new ImportedYears(added, replaced, unchanged);
    }

    private static void Put(WorkUnit work, PublishedYear? row, int year, string text)
    {
        if (row is null)
        {
            work.Db.Add(new PublishedYear { Year = year, Text = text, ImportedAt = work.Now });
        }
        else
        {
            (row.Text, row.ImportedAt) = (text, work.Now);
        }
    }
}
