using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HallSuite.Infrastructure.Demo;

/// <summary>
/// The hall that Development starts with (CONTRACT §1): <c>demo</c>, open around the clock, set up as an operation of the system so
/// that it has its versions, audit rows and feed like any other. Filling it again adds only what is missing.
/// </summary>
public sealed class DemoHall(HallWork works, HallDirectory halls, IHostEnvironment environment)
{
    /// <summary>The hall's code in every address.</summary>
    public const string Code = "demo";

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
    public static void AddDemo(this IServiceCollection services) => services.AddSingleton<DemoHall>();
}
