using System.Globalization;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Matters;
using HallSuite.Web.Text;

namespace HallSuite.Web.Hosting.Verbs;

internal sealed class ImportMattersVerb() : Verb("import matters", "FILE", "takes matters from .xlsx, .xls or CSV, or only tells what it would do", "--hall HALL [--dry-run]")
{
    private static readonly Actor Importer = Actor.System("import");

    public override bool WantsHalls => true;

    public override async Task<Result<string>> RunAsync(IServiceProvider services, string argument, CancellationToken cancel)
    {
        var settings = services.GetRequiredService<IConfiguration>();
        if (!(await services.GetRequiredService<HallDirectory>().FindAsync(settings["hall"] ?? "", cancel)).TryGet(out var hall, out var unknown))
        {
            return unknown;
        }

        if (!(await ImportFiles.ReadAsync(argument, source => MatterFile.ReadAsync(source, cancel))).TryGet(out var file, out var absent))
        {
            return absent;
        }

        var asked = await services.GetRequiredService<MatterImportQueries>().PreviewAsync(Importer, hall.Id, file, progress: null, cancel);
        if (!asked.TryGet(out var preview, out var refusal))
        {
            return refusal;
        }

        if (preview.Faults.Count > 0)
        {
            var errors = services.GetRequiredService<ErrorTexts>();
            ImportFiles.Tell(preview.Faults.Select(f => (f.Line, errors.Of(f.Error))));
            return MatterFileErrors.Faulty(preview.Faults.Count);
        }

        TellRemarks(preview, services.GetRequiredService<EnumTexts>());
        if (settings["dry-run"] == "true")
        {
            return $"Nothing was changed. The import would make: {SumOf(preview)}.";
        }

        var done = await services.GetRequiredService<ImportMatters>().ExecuteAsync(new(hall.Id, file), Importer, cancel);
        return done.TryGet(out var import, out var refused) ? $"Imported: {SumOf(import)}." : refused;
    }

    private static string SumOf(MatterImport import) => string.Create(
        CultureInfo.InvariantCulture,
        $"{import.Created} created, {import.Changed} changed, {import.Unchanged} unchanged, {import.Departments} departments added, {import.Remarks.Count} warnings");

    private static void TellRemarks(MatterImport import, EnumTexts words)
    {
        foreach (var same in import.Remarks.GroupBy(r => r.Remark).OrderBy(g => g.Key))
        {
            Console.WriteLine($"{same.Count()} × {words.Of(same.Key)}: {RowRanges.Of(same.Select(r => r.Line).Order())}");
        }
    }
}

internal sealed class ImportCalendarVerb() : Verb("import calendar", "FILE", "takes published years (docs/calendar.md) and tells which days change")
{
    private static readonly Actor Importer = Actor.System("import");

    public override bool WantsHalls => true;

    public override async Task<Result<string>> RunAsync(IServiceProvider services, string argument, CancellationToken cancel)
    {
        if (!(await ImportFiles.ReadAsync(argument, source => CalendarFile.ReadAsync(source, cancel))).TryGet(out var file, out var absent))
        {
            return absent;
        }

        if (file.Faults is [var first, ..])
        {
            var errors = services.GetRequiredService<ErrorTexts>();
            ImportFiles.Tell(file.Faults.Select(f => (f.Line, errors.Of(f.Error))));
            return first.Error;
        }

        var asked = await services.GetRequiredService<CalendarQueries>().PreviewAsync(Importer, file.Years, running: [], cancel);
        if (!asked.TryGet(out var preview, out var refusal))
        {
            return refusal;
        }

        var words = services.GetRequiredService<EnumTexts>();
        foreach (var day in preview.Days)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd} {day.After.Holiday}: {words.Of(day.Before.Kind)} → {words.Of(day.After.Kind)}"));
        }

        var text = string.Concat(file.Years.Select(CalendarText.Write));
        var done = await services.GetRequiredService<ImportCalendar>().ExecuteAsync(new(text), Importer, cancel);
        return done.TryGet(out var years, out var refused)
            ? $"Imported: {years.Added.Count} years added, {years.Replaced.Count} replaced, {years.Unchanged.Count} unchanged, {preview.Days.Count} days changed."
            : refused;
    }
}

/// <summary>How the verbs read a file that people hand in, and tell what is wrong with its rows.</summary>
internal static class ImportFiles
{
    public static async Task<Result<T>> ReadAsync<T>(string path, Func<Stream, Task<T>> read)
    {
        try
        {
            await using var source = File.OpenRead(path);
            return await read(source);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return RequestErrors.FileUnreadable(path);
        }
    }

    public static void Tell(IEnumerable<(int Line, string Text)> faults)
    {
        foreach (var (line, text) in faults)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line}: {text}"));
        }
    }
}
