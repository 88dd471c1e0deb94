using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Audit;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Certificates;
using HallSuite.Infrastructure.Demo;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Backups;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Health;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Infrastructure.Platform.Outbox;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Settings;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure;

/// <summary>The face of Infrastructure: registers the platform and every module.</summary>
public static class HallSuiteSetup
{
    public static IServiceCollection AddHallSuite(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase(configuration);
        services.AddSingleton<DatabasePreparation>();
        services.AddSingleton<HallHealth>();
        services.AddPrivacy();
        services.AddFiles();
        services.AddPdf();
        services.AddWork();
        services.AddLive(configuration);
        services.AddJobs();
        services.AddAudit();
        services.AddBackups(DatabaseSetup.ProviderOf(configuration));
        services.AddStaffing();
        services.AddHallModule();
        services.AddCalendar();
        services.AddMatters();
        services.AddDocuments();
        services.AddQueueing();
        services.AddCases();
        services.AddApproval();
        services.AddCertificates();
        services.AddSupervision();
        services.AddEvaluation();
        services.AddDemo();
        services.AddStatistics();
        services.AddPapers();
        services.AddMatterPapers();
        services.AddCasePapers();
        services.AddCertificatePapers();
        services.AddSupervisionPapers();
        return services;
    }

    /// <summary>Makes the database ready to serve; called once before the first request.</summary>
    public static async Task PrepareHallAsync(this IServiceProvider services, CancellationToken cancel) =>
        await services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancel);

    /// <summary>Makes the database, or brings it up to date; the name of the last migration.</summary>
    public static Task<string> MigrateHallAsync(this IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<DatabasePreparation>().MigrateAsync(cancel);

    private static void AddWork(this IServiceCollection services)
    {
        services.AddSection<ClockOptions>("Clock");
        services.AddSingleton<IValidateOptions<ClockOptions>, ClockOptionsRules>();
        services.AddSingleton<HallClock>();
        services.AddSingleton<TopicMaps>();
        services.AddSingleton(TopicMap.NotLive<StreamCounter>("it orders the feed and tells nothing itself"));
        services.AddSingleton(TopicMap.NotLive<ChangeFeedRow>("it is the signal"));
        services.AddSingleton(TopicMap.NotLive<AuditRow>("the audit page is read when it is opened"));
        services.AddSingleton(TopicMap.NotLive<OutboxRow>("it leaves the hall"));
        services.AddSingleton<Access>();
        services.AddSingleton(s => new HallWork(
            s.GetRequiredService<IDbContextFactory<HallDbContext>>(), s.GetRequiredService<DatabaseDialect>(), s.GetRequiredService<Access>(),
            s.GetRequiredService<HallClock>(), s.GetRequiredService<TopicMaps>(), s.GetRequiredService<FeedWake>(), s.GetRequiredService<ILogger<HallWork>>()));
    }

    private static void AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<LiveOptions>("Live");
        services.AddSingleton<FeedWake>();
        services.AddSingleton<LiveBus>();
        services.AddSingleton<LiveTail>();
        services.AddHostedService(s => s.GetRequiredService<LiveTail>());
        if (DatabaseSetup.ProviderOf(configuration) == DatabaseProvider.Postgres)
        {
            services.AddHostedService<PostgresListener>();
        }
    }

    private static void AddJobs(this IServiceCollection services)
    {
        services.AddSection<JobOptions>("Jobs");
        services.AddSingleton<JobLeases>();
        services.AddSingleton<IHallJob, CleanFeedJob>();
        services.AddSingleton<IHallJob, OutboxJob>();
        services.AddHostedService<JobRunner>();
    }
}
