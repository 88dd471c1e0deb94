using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Topics of the module.</summary>
public static class QueueTopics
{
    /// <summary>The counts of the day, as the big screen shows them.</summary>
    public static string Statistics(HallId hall) => $"hall:{hall}/statistics";
}

internal static class QueueingModule
{
    public static void AddQueueing(this IServiceCollection services)
    {
        services.AddSingleton<CallLog>();
        services.AddSingleton<CallNextTicket>();
        services.AddSingleton<EditLane>();
        services.AddSingleton<SetWindowLanes>();
        services.AddSingleton<RemoveWindow>();
        services.AddSingleton(TopicMap.For<Ticket>(t =>
            t.Window is { } window ? [HallTopics.Queue(t.Hall), HallTopics.Window(window)] : [HallTopics.Queue(t.Hall)]));
        services.AddSingleton(TopicMap.For<LaneDay>(d => [QueueTopics.Statistics(d.Hall)]));
        services.AddSingleton(TopicMap.For<CallEntry>(c => [HallTopics.Queue(c.Hall)]));
    }
}
