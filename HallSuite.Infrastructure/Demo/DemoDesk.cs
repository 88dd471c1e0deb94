using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Supervision;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Demo;

/// <summary>
/// Where the past of the demo hall is told: the operations of the system, by a clock that stands where the story is. The real clock, by which everybody else
/// works meanwhile, is not touched.
/// </summary>
internal sealed class DemoDesk
{
    private readonly IServiceProvider services;
    private readonly HallClock clock;
    private readonly HallWork works;
    private readonly DueCases due;

    public DemoDesk(IServiceProvider services, DemoDays days, HallEntry hall, IReadOnlyDictionary<string, StaffId> staff, IReadOnlyDictionary<string, StandardContent> standards)
    {
        (this.services, Days, Hall, Staff, Standards) = (services, days, hall, staff, standards);
        clock = new HallClock(services.GetRequiredService<TimeProvider>(), Options.Create(new ClockOptions()));
        works = services.GetRequiredService<HallWork>().By(clock);
        due = ActivatorUtilities.CreateInstance<DueCases>(services, clock);
    }

    public DemoDays Days { get; }

    public HallEntry Hall { get; }

    private IReadOnlyDictionary<string, StaffId> Staff { get; }

    private IReadOnlyDictionary<string, StandardContent> Standards { get; }

    /// <summary>An operation that happens when the story is.</summary>
    public T Do<T>() where T : notnull => ActivatorUtilities.CreateInstance<T>(services, works);

    public Actor Who(string userName) => Actor.Staff(Staff[userName], "demo");

    public StaffId Id(string userName) => Staff[userName];

    /// <summary>One finding for each material: sound, but for those that lack and those whose circumstance is not given.</summary>
    public IReadOnlyList<Finding> Findings(string matter, params string[] lacking) =>
    [
        .. Standards[matter].Materials.Select(m => new Finding(
            m.Code, lacking.Contains(m.Code) ? MaterialFinding.Missing : m.Need == MaterialNeed.Always ? MaterialFinding.Sound : MaterialFinding.NotNeeded)),
    ];

    public string NameOf(string matter, string material) => Standards[matter].Materials.Single(m => m.Code == material).Name;

    /// <summary>Goes to an instant of the story.</summary>
    public void GoTo(DateTimeOffset at) => clock.Set(at);

    /// <summary>What the jobs would have done by now: acceptance by law, supplements that did not come, lights and cards.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        IHallJob[] jobs = [new DeemAcceptedJob(due, Do<DeemAccepted>()), new LapseSupplementsJob(due, Do<LapseSupplements>()), new TurnLightsJob(due, Do<TurnLights>())];
        foreach (var job in jobs)
        {
            await job.RunAsync(cancel);
        }
    }
}

/// <summary>The days of the stories, told from the day on which they end.</summary>
/// <param name="End">The moment at which the last story ends.</param>
internal sealed record DemoDays(WorkCalendar Calendar, TimeZoneInfo Zone, DateTimeOffset End)
{
    public DateOnly Today => LocalDay.Of(End, Zone);

    /// <summary>So many working days ago; with a negative number, to come.</summary>
    public DateOnly Day(int ago) => ago switch
    {
        0 => Today,
        > 0 => Calendar.WorkingDayBefore(Today, ago),
        < 0 => Calendar.WorkingDayAfter(Today, -ago),
    };

    /// <summary>
    /// The instant of a time of that day. Of today only a part is over: a working day until seven in the evening is told in it, in the same order.
    /// </summary>
    public DateTimeOffset At(int ago, TimeOnly time)
    {
        var start = LocalDay.StartOf(Day(ago), Zone);
        return ago > 0 ? start + time.ToTimeSpan() : start + ((End - start) * Math.Min(1, time.ToTimeSpan() / TimeSpan.FromHours(19)));
    }
}
