using System.Globalization;

namespace HallSuite.Bench.Cases;

/// <summary>What one seeded case has of its own; all the rest is its template's.</summary>
/// <param name="Number">1, 2, 3 … by age.</param>
/// <param name="Days">By how many days it is older than its template: whole weeks, so that a working day stays one.</param>
/// <param name="Prefix">The first 19 characters of the ids of what belongs to it.</param>
internal sealed record SeedRow(
    long Number, Guid Template, Guid Id, string Prefix, int Days, string Year, Guid Department, Guid Guest, Guid Matter, Guid Standard, Guid Reviewer, string CaseNumber,
    string QueryKey, string Lookup)
{
    private const int CasesADay = 1000;
    private const int People = 400_000;

    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>The cases of some years, 1,000 a day; those of the last days are open.</summary>
    public static IEnumerable<SeedRow> Of(CaseHall hall, IReadOnlyList<Template> templates, int cases, int open)
    {
        var (endedOnes, openOnes) = (Spread(templates.Where(t => !t.Open)), Spread(templates.Where(t => t.Open)));
        var (plain, joint) = (hall.Places.Where(p => p.Guest is null).ToList(), hall.Places.Where(p => p.Guest is not null).ToList());
        for (long number = 1; number <= cases; number++)
        {
            var isOpen = number > cases - open;
            var template = isOpen ? openOnes[(int)(number * 379 % 1000)] : endedOnes[(int)(number * 379 % 1000)];
            var places = template.Place.Guest is null ? plain : joint;
            var place = places[(int)(number / 1000 * 7 + number) % places.Count];
            var daysAgo = (int)((cases - number) / CasesADay);
            yield return Of(number, template, place, daysAgo, isOpen ? 0 : (daysAgo + 20) / 7 * 7, hall);
        }
    }

    private static SeedRow Of(long number, Template template, Place place, int daysAgo, int shift, CaseHall hall)
    {
        var day = Today.AddDays(-daysAgo);
        var time = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeMilliseconds() + (number % CasesADay * 30_000);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{time >> 16:X8}-{time & 0xFFFF:X4}-7000-");
        var id = Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"{prefix}8000-{number:X12}"));
        var person = number * 7919 % People;
        return new SeedRow(
            number, template.Case.Value, id, prefix, shift, day.Year.ToString(CultureInfo.InvariantCulture), place.Department.Id.Value,
            (place.Guest ?? place.Department).Id.Value, place.Matter.Id.Value, place.Standard.Id.Value, hall.Reviewers[hall.Places.IndexOf(place) / CaseHall.MattersEach].Id,
            string.Create(CultureInfo.InvariantCulture, $"SEED{day:yyyyMMdd}{number % CasesADay:00000}"), Scattered(number, 22), Scattered(person, 64));
    }

    /// <summary>Looks as random as a key does to an index: neighbours lie far apart.</summary>
    private static string Scattered(long number, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{unchecked((uint)number * 2654435761u):x8}").PadRight(length - 8, 'a') + number.ToString("x8", CultureInfo.InvariantCulture);

    private static Template[] Spread(IEnumerable<Template> templates)
    {
        Template[] spread = [.. templates.SelectMany(t => Enumerable.Repeat(t, t.Share))];
        return spread.Length == 1000 ? spread : throw new InvalidOperationException($"The shares make {spread.Length} of a thousand.");
    }
}
