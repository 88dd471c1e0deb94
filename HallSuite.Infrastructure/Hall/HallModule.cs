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
        services.AddSingleton<HallFrontQueries>();
        services.AddSingleton<DeviceKeys>();
        services.AddSingleton(TopicMap.For<ServiceHall>(h => [HallTopics.Halls, HallTopics.Setup(h.Id)]));
        services.AddSingleton(TopicMap.For<Lane>(l => [HallTopics.Setup(l.Hall), HallTopics.Queue(l.Hall)]));
        services.AddSingleton(TopicMap.For<ServiceWindow>(w => [HallTopics.Setup(w.Hall), HallTopics.Queue(w.Hall), HallTopics.Window(w.Id)]));
        services.AddSingleton(TopicMap.For<Device>(d => [HallTopics.Devices(d.Hall)]));
    }
}
