using System.Reflection;
using System.Runtime.CompilerServices;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Operations.Platform.SqlServer;

/// <summary>
/// SQL Server as text: its tables, and every statement that the queries and operations send, parsed by Microsoft's own parser and
/// looked up name by name. What this does not prove stands in docs/operations.md.
/// </summary>
public sealed class SqlServerTests
{
    private static readonly Lazy<TSqlCatalogue> Catalogue = new(() => TSqlCatalogue.Of(CreateScript()));

    /// <summary>What a reader's argument of this name must look like to be read at all.</summary>
    private static readonly Dictionary<string, object> Words = new() { ["number"] = "E12345678", ["idType"] = IdentityType.Passport };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void TheTables_AreWhatSqlServerAccepts()
    {
        using var db = new SqlServerStatements().NewContext();

        Assert.Empty(Catalogue.Value.Faults);
        Assert.Equal(
            db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal),
            Catalogue.Value.Tables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheMigrations_Parse()
    {
        using var db = MigrationTests.Offline(DatabaseProvider.SqlServer);
        var faults = new List<string>();

        var statements = TSqlCatalogue.Parse(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent), faults);

        Assert.Empty(faults);
        Assert.NotEmpty(statements);
    }

    [Fact]
    public void EveryInsertUpdateAndDelete_NamesWhatIsThere()
    {
        var statements = new SqlServerStatements();
        foreach (var entity in statements.NewContext().Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
            {
                var before = statements.Sent.Count;
                SaveOne(statements, entity, state);
                Assert.True(statements.Sent.Count > before, $"{state} {entity.ShortName()} sent nothing.");
            }
        }

        Assert.Empty(FaultsOf(statements.Sent));
    }

    [Fact]
    public async Task TheCounters_NameWhatIsThere()
    {
        var statements = new SqlServerStatements();
        await using var db = statements.NewContext();
        var dialect = new DatabaseDialect(DatabaseProvider.SqlServer);

        await Assert.ThrowsAnyAsync<Exception>(() => dialect.NextSeqAsync(db, "stream", Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => dialect.NextSerialAsync(db, "青澜卫许受〔2026〕", Cancel));

        Assert.Equal(2, statements.Sent.Count);
        Assert.Empty(FaultsOf(statements.Sent));
    }

    [Fact]
    public async Task EveryQuery_IsTranslatedAndNamesWhatIsThere()
    {
        var (queries, silent) = await RunEverythingAsync();
        var statements = new SqlServerStatements();

        var faults = queries.SelectMany(query => FaultsOf(statements, query)).ToList();

        Assert.Empty(faults);
        Assert.Empty(silent);
        Assert.True(statements.Sent.Count >= queries.Count, $"{queries.Count} queries, {statements.Sent.Count} statements.");
    }

    /// <summary>Without the stand-in of eng/feed-gaps every parameterised command would fail, on a server only; compiling its code shows it here.</summary>
    [Fact]
    public void TheClient_Compiles()
    {
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var compiled = 0;
        var failed = new List<string>();
        foreach (var method in Assembly.Load("Microsoft.Data.SqlClient").GetTypes().Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetMethods(All).Cast<MethodBase>().Concat(t.GetConstructors(All)))
            .Where(m => !m.IsAbstract && !m.ContainsGenericParameters && m.GetMethodBody() is not null))
        {
            try
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
                compiled++;
            }
            catch (Exception fault) when (fault is FileNotFoundException or TypeLoadException)
            {
                failed.Add(fault.Message);
            }
        }

        Assert.True(compiled > 5000, $"{compiled} methods compiled");
        Assert.All(failed, f => Assert.Contains("Microsoft.Identity.Client.Broker", f, StringComparison.Ordinal));
    }

    /// <summary>The story of tickets, then every reader and every operation once more with whatever fits; all queries that were compiled on the way.</summary>
    private static async Task<(IReadOnlyCollection<System.Linq.Expressions.Expression> Queries, List<string> Silent)> RunEverythingAsync()
    {
        var collector = new QueryCollector();
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite, services: s => s.ConfigureDbContext<SqliteHallDbContext>(o => o.AddInterceptors(collector)));
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        await TellTheStoryAsync(hall, sample);
        var matters = await MatterSheet.OfTwo().ReadAsync();
        (await hall.Get<ImportMatters>().ExecuteAsync(new(sample.Hall.Id, matters), Actor.System("test"), Cancel)).ShouldPass();
        var waiting = await hall.ReadAsync(db => db.Set<Ticket>().AsNoTracking().FirstAsync(t => t.State == TicketState.Waiting, Cancel));
        var known = new Dictionary<Type, object>
        {
            [typeof(HallId)] = sample.Hall.Id,
            [typeof(LaneId)] = sample.Lanes[0].Id,
            [typeof(WindowId)] = sample.Windows[0].Id,
            [typeof(TicketId)] = waiting.Id,
            [typeof(MatterReading)] = matters,
        };

        var silent = new List<string>();
        foreach (var type in typeof(HallSuiteSetup).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && hall.Services.GetService(t) is not null))
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsAsked))
            {
                var before = collector.Commands;
                await CallAsync(hall.Services.GetRequiredService(type), method, known);
                if (collector.Commands == before && type.Name.EndsWith("Queries", StringComparison.Ordinal))
                {
                    silent.Add($"{type.Name}.{method.Name} asked nothing");
                }
            }
        }

        foreach (var job in hall.Services.GetServices<IHallJob>())
        {
            await job.RunAsync(Cancel);
        }

        return (collector.Queries, silent);
    }

    // Backups are not among them: they would be taken.
    private static bool IsAsked(MethodInfo method) => !method.DeclaringType!.Namespace!.Contains(".Platform.", StringComparison.Ordinal) &&
        typeof(Task).IsAssignableFrom(method.ReturnType) && (method.Name == "ExecuteAsync" || method.DeclaringType!.Name.EndsWith("Queries", StringComparison.Ordinal));

    private static async Task CallAsync(object target, MethodInfo method, Dictionary<Type, object> known)
    {
        try
        {
            await (Task)method.Invoke(target, [.. method.GetParameters().Select(p => Words.GetValueOrDefault(p.Name!) ?? SampleValues.Of(p.ParameterType, known))])!;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever fits is not always something that makes sense; what was asked until then has been noted.
        }
    }

    private static async Task TellTheStoryAsync(TestHall hall, SampleHall sample)
    {
        var (id, anyone) = (sample.Hall.Id, Actor.System("test"));
        async Task<TakenTicket> TakeAsync(string idNumber) => (await hall.Get<TakeTicket>().ExecuteAsync(
            new(id, "A", "陈晓敏", idNumber, IdentityType.Passport, null, Entitlement.None), anyone, Cancel)).ShouldPass();
        async Task<TicketId> CallAsync() => (await hall.Get<CallNextTicket>().ExecuteAsync(new(id, 1), anyone, Cancel)).ShouldPass().Id;

        var taken = new List<TakenTicket>();
        for (var n = 0; n < 8; n++)
        {
            taken.Add(await TakeAsync($"E1234567{n}"));
        }

        var ticket = await CallAsync();
        (await hall.Get<RecallTicket>().ExecuteAsync(new(id, ticket), anyone, Cancel)).ShouldPass();
        (await hall.Get<RevealVisitor>().ExecuteAsync(new(id, ticket, "核对身份"), anyone, Cancel)).ShouldPass();
        (await hall.Get<ServeTicket>().ExecuteAsync(new(id, ticket), anyone, Cancel)).ShouldPass();
        (await hall.Get<FinishTicket>().ExecuteAsync(new(id, ticket), anyone, Cancel)).ShouldPass();
        ticket = await CallAsync();
        (await hall.Get<MissTicket>().ExecuteAsync(new(id, ticket), anyone, Cancel)).ShouldPass();
        (await hall.Get<RejoinTicket>().ExecuteAsync(new(id, ticket), anyone, Cancel)).ShouldPass();
        ticket = await CallAsync();
        (await hall.Get<ServeTicket>().ExecuteAsync(new(id, ticket), anyone, Cancel)).ShouldPass();
        (await hall.Get<HoldTicket>().ExecuteAsync(new(id, ticket), anyone, Cancel)).ShouldPass();
        (await hall.Get<ResumeTicket>().ExecuteAsync(new(id, ticket, 1), anyone, Cancel)).ShouldPass();
        (await hall.Get<TransferTicket>().ExecuteAsync(new(id, ticket, "B", null), anyone, Cancel)).ShouldPass();
        (await hall.Get<GiveBackTicket>().ExecuteAsync(new(taken[^1].Code), Actor.Visitor("test"), Cancel)).ShouldPass();
        (await hall.Get<PauseWindow>().ExecuteAsync(new(id, 3, PauseReason.Break, null), anyone, Cancel)).ShouldPass();
        (await hall.Get<OpenWindow>().ExecuteAsync(new(id, 3), anyone, Cancel)).ShouldPass();
        (await hall.Get<CloseWindow>().ExecuteAsync(new(id, 3), anyone, Cancel)).ShouldPass();
    }

    private static void SaveOne(SqlServerStatements statements, IEntityType entity, EntityState state)
    {
        using var db = statements.NewContext();
        var entry = db.Entry(RuntimeHelpers.GetUninitializedObject(entity.ClrType));
        foreach (var property in entity.GetProperties())
        {
            entry.Property(property.Name).CurrentValue = SampleValues.Of(property.ClrType);
        }

        entry.State = state;
        try
        {
            db.SaveChanges();
        }
        catch (DbUpdateException)
        {
            // No server counts the rows. The statement was sent.
        }
    }

    private static IEnumerable<string> FaultsOf(IEnumerable<string> statements) =>
        statements.SelectMany(sql => TSqlNames.FaultsOf(Catalogue.Value, sql).Select(fault => $"{fault} in {sql}"));

    private static IEnumerable<string> FaultsOf(SqlServerStatements statements, System.Linq.Expressions.Expression query)
    {
        try
        {
            return FaultsOf(statements.Translate(query));
        }
        catch (TargetInvocationException fault)
        {
            return [$"{fault.GetBaseException().Message} in {ExpressionPrinter.Print(query)}"];
        }
    }

    private static string CreateScript()
    {
        using var db = new SqlServerStatements().NewContext();
        return db.Database.GenerateCreateScript();
    }
}
