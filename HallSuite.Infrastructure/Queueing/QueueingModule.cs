using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Jobs;
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
        services.AddSingleton<CallLog>().AddSingleton<LaneDays>().AddSingleton<HallQueues>().AddSingleton<NextTickets>();
        services.AddSingleton<ClerkDesk>().AddSingleton<WindowTickets>().AddSingleton<WindowAnswers>();
        services.AddSingleton<TicketVisitors>().AddSingleton<TakeTicket>().AddSingleton<GiveBackTicket>().AddSingleton<RevealVisitor>();
        services.AddSingleton<CallNextTicket>().AddSingleton<RecallTicket>().AddSingleton<ServeTicket>().AddSingleton<FinishTicket>().AddSingleton<MissTicket>();
        services.AddSingleton<HoldTicket>().AddSingleton<ResumeTicket>().AddSingleton<RejoinTicket>().AddSingleton<TransferTicket>();
        services.AddSingleton<OpenWindow>().AddSingleton<PauseWindow>().AddSingleton<CloseWindow>();
        services.AddSingleton<LapseTickets>().AddSingleton<EraseIdentities>().AddSingleton<RecountLaneDays>();
        services.AddSingleton<CloseForgottenWindows>().AddSingleton<IHallJob, CloseForgottenWindowsJob>();
        services.AddSingleton<IHallJob, LapseTicketsJob>().AddSingleton<IHallJob, EraseIdentitiesJob>().AddSingleton<IHallJob, RecountLaneDaysJob>();
        services.AddSingleton<QueueBoardQueries>().AddSingleton<WindowListQueries>().AddSingleton<WindowScreenQueries>();
        services.AddSingleton<ConsoleQueries>().AddSingleton<HallOverviewQueries>().AddSingleton<TicketFinderQueries>().AddSingleton<TicketPageQueries>().AddSingleton<KioskQueries>();
        services.AddSingleton<IPaperForm, QueueTicketForm>();
        services.AddSingleton<EditLane>().AddSingleton<SetWindowLanes>().AddSingleton<RemoveWindow>();
        services.AddSingleton(TopicMap.For<Ticket>(t =>
            t.Window is { } window
                ? [HallTopics.Queue(t.Hall), QueueTopics.Statistics(t.Hall), HallTopics.Window(window)]
                : [HallTopics.Queue(t.Hall), QueueTopics.Statistics(t.Hall)]));
        services.AddSingleton(TopicMap.For<LaneDay>(d => [QueueTopics.Statistics(d.Hall)]));
        services.AddSingleton(TopicMap.For<CallEntry>(c => [HallTopics.Queue(c.Hall)]));
    }
}
