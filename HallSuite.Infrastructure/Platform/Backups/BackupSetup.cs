using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Backups;

internal static class BackupSetup
{
    public static void AddBackups(this IServiceCollection services, DatabaseProvider provider)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite: services.AddSingleton<IDatabaseSnapshot, SqliteSnapshot>(); break;
            case DatabaseProvider.Postgres: services.AddSingleton<IDatabaseSnapshot, PostgresSnapshot>(); break;
            case DatabaseProvider.SqlServer: break; // its own BACKUP and RESTORE; TakeBackup and RestoreBackup say so
        }

        if (provider != DatabaseProvider.SqlServer)
        {
            services.AddHostedService<ServingMark>();
        }

        services.AddSingleton(s => new TakeBackup(
            s.GetRequiredService<IDbContextFactory<HallDbContext>>(), s.GetRequiredService<HallWork>(), s.GetServices<IDatabaseSnapshot>(),
            s.GetRequiredService<DatabaseDialect>(), s.GetRequiredService<FileStore>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new RestoreBackup(
            s.GetRequiredService<IDbContextFactory<HallDbContext>>(), s.GetRequiredService<HallWork>(), s.GetServices<IDatabaseSnapshot>(),
            s.GetRequiredService<DatabasePreparation>(), s.GetRequiredService<IOptions<DatabaseOptions>>(), s.GetRequiredService<IOptions<DataOptions>>(),
            s.GetRequiredService<FileStore>()));
    }
}
