using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Settings;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Demo;

/// <summary>Section <c>Demo</c>.</summary>
public sealed class DemoOptions
{
    /// <summary>Development fills the demo hall; false starts with an empty installation and its set-up page, as Production does.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether the demo hall is given the cases of its last weeks, in the background after the start.</summary>
    public bool Cases { get; set; } = true;
}

/// <summary>
/// The hall that Development starts with (CONTRACT §1): <c>demo</c>, open around the clock, with people, devices and matters, each part set up as an operation of the system so
/// that it has its versions, audit rows and feed like any other. Filling it again adds only what is missing.
/// </summary>
public sealed class DemoHall
{
    private readonly IDbContextFactory<HallDbContext> contexts;
    private readonly HallWork works;
    private readonly HallDirectory halls;
    private readonly DemoStaff staff;
    private readonly DemoMatters matters;
    private readonly IHostEnvironment environment;

    internal DemoHall(IDbContextFactory<HallDbContext> contexts, HallWork works, HallDirectory halls, DemoStaff staff, DemoMatters matters, IHostEnvironment environment) =>
        (this.contexts, this.works, this.halls, this.staff, this.matters, this.environment) = (contexts, works, halls, staff, matters, environment);

    /// <summary>The hall's code in every address.</summary>
    public const string Code = "demo";

    /// <summary>The password of every demo account.</summary>
    public const string Password = DemoStaff.Password;

    /// <summary>The user names of the demo accounts.</summary>
    public static IReadOnlyList<string> UserNames { get; } = [.. DemoStaff.Accounts.Select(a => a.UserName)];

    /// <summary>The key of the demo device of a kind.</summary>
    public static string KeyOf(DeviceKind kind) => $"demo-{kind.ToString().ToLowerInvariant()}";

    private static readonly Actor Filler = Actor.System("demo");

    /// <summary>Puts in place what is missing.</summary>
    /// <exception cref="InvalidOperationException">Outside Development, or the plan breaks a rule of the domain: both are bugs.</exception>
    public async Task FillAsync(CancellationToken cancel)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("The demo hall, whose passwords and keys everyone knows, exists in Development only.");
        }

        if (!(await halls.FindAsync(Code, cancel)).IsOk)
        {
            Require(await SetUpHallAsync(cancel));
        }

        var hall = Require(await halls.FindAsync(Code, cancel));
        Require(await staff.FillAsync(hall.Id, Filler, cancel));
        Require(await FillDevicesAsync(hall.Id, cancel));
        Require(await matters.FillAsync(hall, Filler, cancel));
    }

    private Task<Result> SetUpHallAsync(CancellationToken cancel)
    {
        var order = new WorkOrder("FillDemoHall", Permission.ActAsSystem, Scope.Everything, Streams.Platform, Code);
        return works.RunAsync(order, Filler, (work, _) =>
        {
            var hall = NewHall(work);
            var lanes = DemoPlan.Lanes.Select((lane, index) => Require(Lane.Create(
                new LaneId(work.NewId()), hall.Id, lane.Prefix, lane.Name, lane.NameEn, index + 1, lane.Minutes, prefixTaken: false))).ToDictionary(l => l.Prefix);
            work.Db.Add(hall);
            work.Db.AddRange(lanes.Values);
            work.Db.AddRange(DemoPlan.Windows.Select(window => NewWindow(work, hall, lanes, window)));
            return Task.FromResult(Result.Ok);
        }, cancel);
    }

    private async Task<Result> FillDevicesAsync(HallId hall, CancellationToken cancel)
    {
        var wanted = Enum.GetValues<DeviceKind>().ToDictionary(kind => DeviceKeys.HashOf(KeyOf(kind)));
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            foreach (var there in await db.Set<Device>().AsNoTracking().Where(d => d.Hall == hall).Select(d => d.KeyHash).ToListAsync(cancel))
            {
                wanted.Remove(there);
            }
        }

        if (wanted.Count == 0)
        {
            return Result.Ok;
        }

        var order = new WorkOrder("FillDemoDevices", Permission.ActAsSystem, hall, Streams.Platform, Code);
        return await works.RunAsync(order, Filler, (work, _) =>
        {
            work.Db.AddRange(wanted.Select(w => Require(Device.Register(
                new DeviceId(work.NewId()), hall, w.Value, DemoPlan.DeviceNameOf(w.Value), w.Key, windowNumber: null, work.Now))));
            return Task.FromResult(Result.Ok);
        }, cancel);
    }

    private static ServiceHall NewHall(WorkUnit work)
    {
        var hall = Require(ServiceHall.Create(
            new HallId(work.NewId()), Code, "青澜区政务服务中心", null, "Asia/Shanghai", OpeningHours.AlwaysOpen, codeTaken: false, zoneIsKnown: true));
        Require(hall.RenameFloor(1, "1 楼"));
        Require(hall.AddFloor(2, "2 楼"));
        Require(hall.SetAnnouncement("过号请在原窗口告知工作人员，可重排一次。请带好本人有效身份证件，老人、残疾人、孕妇、军人可优先办理。"));
        Require(hall.SetContact("12345", "青澜区望湖街道锦绣路 1 号"));
        return hall;
    }

    private static ServiceWindow NewWindow(WorkUnit work, ServiceHall hall, Dictionary<string, Lane> lanes, DemoWindow plan)
    {
        var window = Require(ServiceWindow.Create(new WindowId(work.NewId()), hall, plan.Number, plan.Name, plan.Floor, plan.Kind, numberTaken: false));
        Require(window.SetLanes(plan.Lanes.Select(l => new WindowLane(lanes[l.Prefix].Id, l.Rank))));
        return window;
    }

    private static void Require(Result done)
    {
        if (done.Error is { } refusal)
        {
            throw new InvalidOperationException($"The demo hall breaks a rule: {refusal}");
        }
    }

    private static T Require<T>(Result<T> made) =>
        made.TryGet(out var value, out var refusal) ? value : throw new InvalidOperationException($"The demo hall breaks a rule: {refusal}");
}

internal static class DemoModule
{
    public static void AddDemo(this IServiceCollection services)
    {
        services.AddSection<DemoOptions>("Demo");
        services.AddSingleton<DemoStaff>().AddSingleton<DemoMatters>();
        services.AddSingleton(s => new DemoHall(
            s.GetRequiredService<IDbContextFactory<HallDbContext>>(), s.GetRequiredService<HallWork>(), s.GetRequiredService<HallDirectory>(),
            s.GetRequiredService<DemoStaff>(), s.GetRequiredService<DemoMatters>(), s.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton(s => new DemoPast(
            s, s.GetRequiredService<IDbContextFactory<HallDbContext>>(), s.GetRequiredService<HallWork>(), s.GetRequiredService<HallClock>(), s.GetRequiredService<WorkCalendars>(),
            s.GetRequiredService<IOptions<DemoOptions>>(), s.GetRequiredService<IHostEnvironment>(), s.GetRequiredService<ILogger<DemoPast>>()));
        services.AddSingleton<IBeforeJobs>(s => s.GetRequiredService<DemoPast>());
    }
}
