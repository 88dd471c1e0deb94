using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure;

namespace HallSuite.Web.Hosting.Verbs;

internal sealed class MigrateVerb() : Verb("migrate", "", "makes the database, or brings it up to date")
{
    public override async Task<Result<string>> RunAsync(IServiceProvider services, string argument, CancellationToken cancel) =>
        $"The database is up to date: {await services.MigrateHallAsync(cancel)}.";
}
