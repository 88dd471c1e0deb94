using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HallSuite.Infrastructure.Platform.Persistence;

// eng/add-migration.sh makes migrations through these; none of them opens a connection.

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteHallDbContext>
{
    public SqliteHallDbContext CreateDbContext(string[] args) =>
        new(DatabaseSetup.Configure(new DbContextOptionsBuilder<SqliteHallDbContext>(), DatabaseProvider.Sqlite, "Data Source=design.db", 30).Options);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresHallDbContext>
{
    public PostgresHallDbContext CreateDbContext(string[] args) =>
        new(DatabaseSetup.Configure(new DbContextOptionsBuilder<PostgresHallDbContext>(), DatabaseProvider.Postgres, "Host=design", 30).Options);
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerHallDbContext>
{
    public SqlServerHallDbContext CreateDbContext(string[] args) =>
        new(DatabaseSetup.Configure(new DbContextOptionsBuilder<SqlServerHallDbContext>(), DatabaseProvider.SqlServer, "Server=design", 30).Options);
}
