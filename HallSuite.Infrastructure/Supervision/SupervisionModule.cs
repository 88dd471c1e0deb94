using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>Topics of supervision.</summary>
public static class SupervisionTopics
{
    /// <summary>The cards of a hall.</summary>
    public static string Cards(HallId hall) => $"hall:{hall}/cards";
}

internal static class SupervisionModule
{
    public static void AddSupervision(this IServiceCollection services)
    {
        services.AddSingleton<LightsBy>(_ => async (db, hall, calendar, zone, cancel) =>
            (await HallPolicies.ReadAsync<CardPolicyRow, CardPolicy>(db, hall, cancel)).RuleBy(calendar, zone));
        services.AddSingleton<SetCardPolicy>().AddSingleton<CardPolicyQueries>();
        services.AddSingleton<SupervisedHalls>().AddSingleton<CardFiles>().AddSingleton<CardPapers>();
        services.AddSingleton<TurnLights>().AddSingleton<DeemAccepted>().AddSingleton<LogPhoneCall>().AddSingleton<SendUrgingSlip>().AddSingleton<SendSupervisionLetter>();
        services.AddSingleton<SupervisionPageQueries>().AddSingleton<ComingLightsQueries>().AddSingleton<SupervisedLimitQueries>().AddSingleton<CardPaperQueries>();
        services.AddSingleton<IHallJob, DeemAcceptedJob>().AddSingleton<IHallJob, TurnLightsJob>();
        services.AddSingleton(TopicMap.For<CardPolicyRow>(r => [HallTopics.Setup(r.Hall), SupervisionTopics.Cards(r.Hall)]));
        services.AddSingleton(TopicMap.For<Card>(c => [SupervisionTopics.Cards(c.Hall)]));
        services.AddSingleton(TopicMap.For<PhoneCall>(c => [SupervisionTopics.Cards(c.Hall)]));
    }
}
