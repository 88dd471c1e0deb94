using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HallSuite.Tests.Operations.Platform;

/// <summary>The migrations of the three databases and the one model say the same.</summary>
public sealed class MigrationTests
{
    public static TheoryData<DatabaseProvider> Three => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory, MemberData(nameof(Three))]
    public void TheModel_HasNoChangeThatNoMigrationBrings(DatabaseProvider provider)
    {
        using var db = Offline(provider);

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "Run eng/add-migration.sh NAME.");
    }

    [Theory, MemberData(nameof(Three))]
    public void TheThreeDatabases_HaveTheSameMigrations(DatabaseProvider provider)
    {
        static IEnumerable<string> NamesOf(DatabaseProvider of)
        {
            using var db = Offline(of);
            return [.. db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..])];
        }

        Assert.Equal(NamesOf(DatabaseProvider.Sqlite), NamesOf(provider));
    }

    [Theory, MemberData(nameof(Three))]
    public void NoKey_IsMadeByTheDatabase(DatabaseProvider provider)
    {
        // A backup carries rows, not the state of sequences; ids are made in code (DESIGN §4).
        using var db = Offline(provider);

        Assert.Empty(db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ValueGenerated != ValueGenerated.Never && p.ClrType != typeof(byte[]))
            .Where(p => p.IsPrimaryKey()).Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMigratedDatabase_IsReadyAndMigratingAgainChangesNothing(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);

        var first = await hall.Services.MigrateHallAsync(TestContext.Current.CancellationToken);
        var second = await hall.Services.MigrateHallAsync(TestContext.Current.CancellationToken);

        Assert.Equal(first, second);
        Assert.Empty(await hall.ReadAsync(db => db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)));
    }

    internal static HallDbContext Offline(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteDesignTime().CreateDbContext([]),
        DatabaseProvider.Postgres => new PostgresDesignTime().CreateDbContext([]),
        DatabaseProvider.SqlServer => new SqlServerDesignTime().CreateDbContext([]),
    };
}
