using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Calendar;

/// <summary>Topics of the calendar.</summary>
public static class CalendarTopics
{
    /// <summary>A year was imported.</summary>
    public const string Years = "calendar";
}

internal static class CalendarModule
{
    public static void AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton<WorkCalendars>().AddSingleton<CalendarQueries>().AddSingleton<ImportCalendar>();
        services.AddSingleton(TopicMap.For<PublishedYear>(_ => [CalendarTopics.Years]));
    }
}
