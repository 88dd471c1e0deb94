using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared.Looks;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>The opening hours of a hall as a grid of the week.</summary>
public sealed partial class HallHours(SetOpeningHours set) : HallEditPart<HoursForm>
{
    protected override HoursForm Saved => HoursForm.Of(Hall.Hours);

    protected override IReadOnlyList<string> Operations => [nameof(SetOpeningHours)];

    protected override Task<Result> SaveAsync(HoursForm seen, HoursForm wanted)
    {
        // What a form shows has passed the rules of the hall when it was saved.
        var before = seen.Always ? OpeningHours.AlwaysOpen : OpeningHours.Of(seen.Spans.Select(s => s.Typed())).Value;
        return set.ExecuteAsync(new(Hall.Id, before, wanted.Always, [.. wanted.Spans.Select(s => s.Typed())]), Actor, CancellationToken.None);
    }

    protected override IEnumerable<(string Name, string Text)> Told(HoursForm form) => HoursForm.Week.Select(day => (
        Enums.Of(day), form.Always ? T["AlwaysOpen"].Value : string.Join(", ", form.On(day).Select(s => $"{s.From}–{s.To}"))));

    protected override string? FieldOf(Error refusal) =>
        refusal is { Code: "opening-hours.length" or "opening-hours.overlap", Arguments: [DayOfWeek day, ..] } ? day.ToString() : null;

    private static bool IsWeekend(DayOfWeek day) => day is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static IEnumerable<DayOfWeek> OthersOf(DayOfWeek day) => HoursForm.Week.Where(d => IsWeekend(d) == IsWeekend(day));

    private static string Typed(ChangeEventArgs change) => HoursSpan.Tidy(change.Value?.ToString() ?? "");

    private static string Length(IReadOnlyList<HoursSpan> spans) =>
        spans.Count == 0 || spans.Any(s => s.Minutes == 0)
            ? ""
            : ClockText.For("UTC", CultureInfo.CurrentUICulture).Duration(TimeSpan.FromMinutes(spans.Sum(s => s.Minutes)));

    private string? FaultOn(DayOfWeek day) => ErrorAt(day.ToString());

    private void FillWeekdays() => Set(Draft.Wanted.Add(DayOfWeek.Monday).Copy(DayOfWeek.Monday, OthersOf(DayOfWeek.Monday)));
}
