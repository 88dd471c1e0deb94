using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Evaluation;

/// <summary>Topics of evaluation.</summary>
public static class EvaluationTopics
{
    /// <summary>Anything about the ratings of a hall.</summary>
    public static string Hall(HallId hall) => $"hall:{hall}/ratings";

    /// <summary>The ratings of one window.</summary>
    public static string Window(WindowId window) => $"window:{window}/ratings";
}

internal static class EvaluationModule
{
    public static void AddEvaluation(this IServiceCollection services)
    {
        services.AddSingleton<GiveRating>().AddSingleton<RecountDailyRatings>().AddSingleton<IHallJob, RecountDailyRatingsJob>();
        services.AddSingleton<EvaluatorQueries>().AddSingleton<TicketRatingQueries>().AddSingleton<WindowRatingQueries>();
        services.AddSingleton(TopicMap.For<ServiceRating>(r => [EvaluationTopics.Hall(r.Hall), EvaluationTopics.Window(r.Window)]));
        services.AddSingleton(TopicMap.For<DailyRatings>(d => [EvaluationTopics.Hall(d.Hall), EvaluationTopics.Window(d.Window)]));
    }
}
