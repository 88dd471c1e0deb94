using System.Reflection;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>
/// The whole model of HallSuite. The three subclasses only name the dialect, so that each has its own migrations.
/// Changes are saved through <see cref="HallWork"/> alone; it sets <see cref="Work"/> while an operation runs.
/// </summary>
public abstract class HallDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The database this context speaks to.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>The operation that is running, or null while only reading.</summary>
    internal WorkUnit? Work { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.ConfigureTypes(configurationBuilder, Provider);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        ModelConventions.ConfigureModel(modelBuilder, Provider);
    }
}

/// <summary>SQLite: embedded, single node.</summary>
public sealed class SqliteHallDbContext(DbContextOptions<SqliteHallDbContext> options) : HallDbContext(options)
{
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;
}

/// <summary>PostgreSQL 12 and later.</summary>
public sealed class PostgresHallDbContext(DbContextOptions<PostgresHallDbContext> options) : HallDbContext(options)
{
    public override DatabaseProvider Provider => DatabaseProvider.Postgres;
}

/// <summary>SQL Server 2019 and later.</summary>
public sealed class SqlServerHallDbContext(DbContextOptions<SqlServerHallDbContext> options) : HallDbContext(options)
{
    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;
}
