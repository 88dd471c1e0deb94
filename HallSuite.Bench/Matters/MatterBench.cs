using System.Diagnostics;
using System.Globalization;
using System.Text;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Bench.Matters;

/// <summary>The import of a province's 2,262 matters and the search over them and over ten times as many, against the search as one bare statement.</summary>
internal static class MatterBench
{
    private const int Province = 2262;
    private const int Searches = 200;
    private const int PageSize = 50;

    private const string Bare = """
        SELECT "Code" AS "Value" FROM "Matters" WHERE "Active" AND "SearchKey" LIKE {0} AND EXISTS (SELECT 1 FROM "Standards" s WHERE s."Matter" = "Matters"."Id" AND s."State" = 'Published')
        ORDER BY "Code" LIMIT 51
        """;

    // Of all, of many, of a few, of none: what finds little must look at everything.
    private static readonly string[] Words = ["许可", "17号事项", "440101003", "没有这样的事项"];

    public static async Task RunAsync(DatabaseProvider provider)
    {
        await using var hall = await BenchHall.CreateAsync(provider, waiting: 0);
        foreach (var size in new[] { Province, 10 * Province })
        {
            await ImportAsync(hall, provider, size);
            await SearchAsync(hall, provider, size);
        }
    }

    private static async Task ImportAsync(BenchHall hall, DatabaseProvider provider, int size)
    {
        var import = hall.Get<ImportMatters>();
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(Csv(size)));
        foreach (var run in new[] { "import", "again" })
        {
            source.Position = 0;
            var watch = Stopwatch.StartNew();
            var file = await MatterFile.ReadAsync(source, CancellationToken.None);
            var done = await import.ExecuteAsync(new(hall.Hall.Id, file), Actor.System("bench"), CancellationToken.None);
            var told = done.IsOk ? done.Value : throw new InvalidOperationException(done.Error.ToString());
            Console.WriteLine(FormattableString.Invariant(
                $"{provider,-9} {size,6} matters   {run,-6} {watch.Elapsed.TotalSeconds,6:F2} s   {told.Created} created, {told.Unchanged} unchanged (budget for {Province}: 20 s)"));
        }
    }

    private static async Task SearchAsync(BenchHall hall, DatabaseProvider provider, int size)
    {
        var catalogue = hall.Get<CatalogueQueries>();
        var contexts = hall.Get<IDbContextFactory<HallDbContext>>();
        foreach (var word in Words)
        {
            async Task AskAsync(int number) => await catalogue.ListAsync(new(word), after: null, PageSize, CancellationToken.None);
            async Task AskBareAsync(int number)
            {
                await using var db = await contexts.CreateDbContextAsync();
                await db.Database.SqlQueryRaw<string>(Bare, $"%{word}%").ToListAsync();
            }

            await Measure.RunAsync(1, Searches / 10, AskAsync);
            var (asked, bare) = (await Measure.RunAsync(1, Searches, AskAsync), await Measure.RunAsync(1, Searches, AskBareAsync));
            Console.WriteLine(FormattableString.Invariant($"{provider,-9} {size,6} matters   search \"{word}\" {asked}   (budget p95 100 ms)"));
            Console.WriteLine(FormattableString.Invariant($"{"",-9} {"",6}           bare {bare}   ratio {asked.P50 / bare.P50:F1}"));
        }
    }

    private static string Csv(int size)
    {
        var csv = new StringBuilder().AppendJoin(',', MatterFile.Headings).Append('\n');
        for (var i = 0; i < size; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"1144000000693{i % 177:0000}B2440101{i:000000},行政许可,第 {i} 号事项许可（新办）,第 {i % 177} 部门,30,工作日,10,工作日,1,1,是,是,其他,");
            csv.Append("自然人|企业法人,申请书|平面图|制度,").Append('甲', 200).Append('\n');
        }

        return csv.ToString();
    }
}
