using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Hall;

/// <summary>Topics of a hall: how it is set up, and what its screens show.</summary>
public static class HallTopics
{
    /// <summary>The list of halls.</summary>
    public const string Halls = "halls";

    /// <summary>One hall's lanes, windows, opening hours, announcement.</summary>
    public static string Setup(HallId hall) => $"hall:{hall}/setup";

    /// <summary>Everything a hall's queue screen shows: waiting counts, calls, windows.</summary>
    public static string Queue(HallId hall) => $"hall:{hall}/queue";

    /// <summary>What one window's screen shows.</summary>
    public static string Window(WindowId window) => $"window:{window}";

    /// <summary>One hall's devices.</summary>
    public static string Devices(HallId hall) => $"hall:{hall}/devices";
}

internal static class HallModule
{
    public static void AddHallModule(this IServiceCollection services)
    {
        services.AddSingleton<IGrantReader, DeviceGrants>();
        services.AddSingleton<HallDirectory>();
        services.AddSingleton<RecountDays>();
        services.AddSingleton<HallFrontQueries>();
        services.AddSingleton<DeviceKeys>();
        services.AddAdministration();

        // The boards show the hall's name and announcement.
        services.AddSingleton(TopicMap.For<ServiceHall>(h => [HallTopics.Halls, HallTopics.Setup(h.Id), HallTopics.Queue(h.Id)]));
        services.AddSingleton<HallSignQueries>();
        services.AddSingleton(TopicMap.For<Lane>(l => [HallTopics.Setup(l.Hall), HallTopics.Queue(l.Hall)]));
        services.AddSingleton(TopicMap.For<ServiceWindow>(w => [HallTopics.Setup(w.Hall), HallTopics.Queue(w.Hall), HallTopics.Window(w.Id)]));
        services.AddSingleton(TopicMap.For<Device>(d => [HallTopics.Devices(d.Hall)]));
    }

    private static void AddAdministration(this IServiceCollection services)
    {
        services.AddSingleton<HallReach>().AddSingleton<AdminHallQueries>().AddSingleton<AdminDeviceQueries>();
        services.AddSingleton<CreateHall>().AddSingleton<EditHall>().AddSingleton<DeactivateHall>().AddSingleton<ReactivateHall>();
        services.AddSingleton<SetOpeningHours>().AddSingleton<SetQueuePolicy>();
        services.AddSingleton<AddFloor>().AddSingleton<RenameFloor>().AddSingleton<RemoveFloor>();
        services.AddSingleton<CreateLane>().AddSingleton<MoveLane>().AddSingleton<CloseLane>().AddSingleton<ReopenLane>();
        services.AddSingleton<CreateWindow>().AddSingleton<EditWindow>();
        services.AddSingleton<RegisterDevice>().AddSingleton<ReplaceDeviceKey>().AddSingleton<RevokeDevice>();
    }
}
