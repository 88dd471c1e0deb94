using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Demo;

/// <summary>
/// Gives the demo hall the cases of its last weeks (<see cref="DemoStories"/>), day by day in the order in which they would have happened, with the sweeps of
/// each day between. Told once: the day on which the telling began stands in the database, and each case knows how far its story is, so that a telling that
/// was cut off is taken up where it was. The jobs wait for it, or they would judge a half-told past by today's clock.
/// </summary>
public sealed class DemoPast : IBeforeJobs
{
    private const string Begun = "demo-cases";
    private const string Told = "demo-cases-told";

    private static readonly Actor Teller = Actor.System("demo");

    private readonly IServiceProvider services;
    private readonly IDbContextFactory<HallDbContext> contexts;
    private readonly HallWork works;
    private readonly HallClock clock;
    private readonly WorkCalendars calendars;
    private readonly DemoOptions options;
    private readonly bool isDevelopment;
    private readonly ILogger<DemoPast> log;

    internal DemoPast(
        IServiceProvider services, IDbContextFactory<HallDbContext> contexts, HallWork works, HallClock clock, WorkCalendars calendars, IOptions<DemoOptions> options,
        IHostEnvironment environment, ILogger<DemoPast> log) =>
        (this.services, this.contexts, this.works, this.clock, this.calendars, this.options, isDevelopment, this.log) =
            (services, contexts, works, clock, calendars, options.Value, environment.IsDevelopment(), log);

    public string Name => Begun;

    public bool IsWanted => isDevelopment && options is { Enabled: true, Cases: true };

    /// <summary>Tells what is not told yet; nothing without the demo hall.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (await DeskAsync(cancel) is not { } desk)
        {
            return;
        }

        var stories = DemoStories.All;
        var seen = await SeenAsync(desk.Hall.Id, stories, cancel);
        var day = desk.Days.Day(stories.Max(s => s.Acts.Max(a => a.Ago)));
        foreach (var (story, index, act, at) in InOrder(stories, desk.Days))
        {
            for (; day < LocalDay.Of(at, desk.Days.Zone); day = day.AddDays(1))
            {
                desk.GoTo(LocalDay.StartOf(day.AddDays(1), desk.Days.Zone));
                await desk.SweepAsync(cancel);
            }

            if (seen.GetValueOrDefault(story.Subject) is var known && known.Events <= index)
            {
                desk.GoTo(at);
                await TellAsync(desk, story, act, known, seen, cancel);
                await Task.Yield(); // on SQLite nothing else would let go of the thread, and the lease has to be renewed
            }
        }

        desk.GoTo(desk.Days.End);
        await desk.SweepAsync(cancel);
        await NoteAsync(Told, desk.Days.Today, cancel);
    }

    /// <summary>An act that somebody made impossible meanwhile ends its story where it is.</summary>
    private async Task TellAsync(DemoDesk desk, DemoStory story, DemoAct act, SeenCase known, Dictionary<string, SeenCase> seen, CancellationToken cancel)
    {
        if ((await act.Do(desk, known, cancel)).TryGet(out var answer, out var refusal))
        {
            seen[story.Subject] = answer.Seen;
            return;
        }

        if (refusal.Kind == ErrorKind.Unavailable)
        {
            throw new InvalidOperationException($"The demo cases wait for the next start: {refusal}");
        }

        log.LogWarning("The demo case {Subject} ends early: {Error}", story.Subject, refusal.Code);
        seen[story.Subject] = known with { Events = int.MaxValue };
    }

    private static IEnumerable<(DemoStory Story, int Index, DemoAct Act, DateTimeOffset At)> InOrder(IReadOnlyList<DemoStory> stories, DemoDays days) =>
        stories.SelectMany(s => s.Acts.Select((a, i) => (s, i, a, days.At(a.Ago, a.Time)))).OrderBy(x => x.Item4);

    /// <summary>Null without the demo hall, or when all was told.</summary>
    private async Task<DemoDesk?> DeskAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var noted = await db.Set<JobDayRow>().AsNoTracking().Where(d => d.Name == Begun || d.Name == Told).ToDictionaryAsync(d => d.Name, d => d.Day, cancel);
        var hall = await db.Set<ServiceHall>().Where(h => h.Code == DemoHall.Code && h.Active)
            .Select(h => new HallEntry(h.Id, h.Code, h.Name, h.TimeZone)).SingleOrDefaultAsync(cancel);
        if (hall is null || noted.ContainsKey(Told))
        {
            return null;
        }

        var (calendar, zone) = (await calendars.ReadAsync(db, cancel), TimeZoneInfo.FindSystemTimeZoneById(hall.TimeZone));
        var days = new DemoDays(calendar, zone, clock.Now);
        if (!noted.TryGetValue(Begun, out var begun))
        {
            await NoteAsync(Begun, days.Today, cancel);
        }
        else if (begun < days.Today)
        {
            // Cut off on an earlier day: the stories end with that day.
            days = days with { End = LocalDay.EndOf(begun, zone).AddMinutes(-1) };
        }

        var names = DemoHall.UserNames;
        var staff = await db.Set<StaffMember>().Where(s => names.Contains(s.UserName)).ToDictionaryAsync(s => s.UserName, s => s.Id, cancel);
        var codes = DemoStories.All.Select(s => s.Matter).Distinct().ToDictionary(DemoMatters.CodeOf);
        var contents = await (
            from m in db.Set<Matter>()
            where codes.Keys.Contains(m.Code)
            from s in db.Set<Standard>().Where(s => s.Matter == m.Id && s.Number == 1)
            select new { m.Code, s.Content }).AsNoTracking().ToListAsync(cancel);
        return new DemoDesk(services, days, hall, staff, contents.ToDictionary(c => codes[c.Code], c => c.Content));
    }

    /// <summary>How far each story is told.</summary>
    private async Task<Dictionary<string, SeenCase>> SeenAsync(HallId hall, IReadOnlyList<DemoStory> stories, CancellationToken cancel)
    {
        var subjects = stories.Select(s => s.Subject).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.Set<Case>().Where(c => c.Hall == hall && subjects.Contains(c.Subject)).OrderBy(c => c.Number)
            .Select(c => new { c.Subject, c.Id, c.EventCount }).ToListAsync(cancel);
        return found.DistinctBy(c => c.Subject).ToDictionary(c => c.Subject, c => new SeenCase(c.Id, c.EventCount));
    }

    private async Task NoteAsync(string name, DateOnly day, CancellationToken cancel)
    {
        var order = new WorkOrder("FillDemoCases", Permission.ActAsSystem, Scope.Everything, Streams.Platform, DemoHall.Code);
        JobSteps.ThrowIfRefused(await works.RunAsync<bool>(order, Teller, (work, _) =>
        {
            work.Db.Add(new JobDayRow { Name = name, Day = day });
            return Task.FromResult<Result<bool>>(true);
        }, cancel));
    }
}
