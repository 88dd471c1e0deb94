using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Audit;

internal static class AuditModule
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditChain>();
        services.AddSingleton<SealAudit>();
        services.AddSingleton<IHallJob>(s => s.GetRequiredService<SealAudit>());
        services.AddSingleton<IHallJob, CheckAudit>();
        services.AddSingleton(s => new VerifyAudit(s.GetRequiredService<IDbContextFactory<HallDbContext>>(), s.GetRequiredService<AuditChain>()));
        services.AddSingleton<AuditQueries>();
        services.AddSingleton(TopicMap.NotLive<AuditSeal>("the audit page is read when it is opened"));
        services.AddSingleton(TopicMap.NotLive<AuditCheckRow>("the audit page is read when it is opened"));
    }
}
