using HallSuite.Bench;
using HallSuite.Bench.CallNext;
using HallSuite.Bench.Cases;
using HallSuite.Bench.Circuits;
using HallSuite.Bench.Documents;
using HallSuite.Bench.Hub;
using HallSuite.Bench.Matters;
using HallSuite.Infrastructure.Platform.Persistence;

// Each benchmark compares HallSuite with a bare limit in the same run, because machines are noisy: read the ratio.
// dotnet run -c Release --project HallSuite.Bench -- [name …]; without a name all run. HALL_TEST_POSTGRES names a server for the PostgreSQL part.
if (args is [BareHub.Verb, .. var rest])
{
    await BareHub.ServeAsync(rest);
    return 0;
}

if (args is [MeasuredHall.Verb, .. var ofTheHall])
{
    await MeasuredHall.ServeAsync(ofTheHall);
    return 0;
}

Dictionary<string, Func<Task>> benches = new()
{
    ["call-next-sqlite"] = () => CallNextBench.RunAsync(DatabaseProvider.Sqlite),
    ["call-next-postgres"] = () => CallNextBench.RunAsync(DatabaseProvider.Postgres),
    ["hub"] = HubBench.RunAsync,
    ["console"] = ConsoleBench.RunAsync,
    ["papers"] = PaperBench.RunAsync,
    ["matters-sqlite"] = () => MatterBench.RunAsync(DatabaseProvider.Sqlite),
    ["matters-postgres"] = () => MatterBench.RunAsync(DatabaseProvider.Postgres),
    ["due-dates"] = DueDateBench.RunAsync,
    ["cases-sqlite"] = () => CaseBench.RunAsync(DatabaseProvider.Sqlite),
    ["cases-postgres"] = () => CaseBench.RunAsync(DatabaseProvider.Postgres),
};

var wanted = args.Length > 0 ? args : [.. benches.Keys];
if (wanted.FirstOrDefault(name => !benches.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark {unknown}; there are {string.Join(", ", benches.Keys)}.");
    return 1;
}

foreach (var name in wanted)
{
    if (name.EndsWith("postgres", StringComparison.Ordinal) && BenchHall.PostgresServer.Length == 0)
    {
        Console.WriteLine($"{name}: skipped, HALL_TEST_POSTGRES names no server.");
        continue;
    }

    Console.WriteLine($"== {name}");
    await benches[name]();
}

return 0;
