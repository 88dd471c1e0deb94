using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Backups;

namespace HallSuite.Web.Hosting.Verbs;

internal sealed class BackupVerb() : Verb("backup", "FILE", "writes database and files into one archive, while servers run")
{
    public override async Task<Result<string>> RunAsync(IServiceProvider services, string argument, CancellationToken cancel)
    {
        var taken = await services.GetRequiredService<TakeBackup>().ExecuteAsync(new(argument), Actor.System("backup"), cancel);
        return taken.TryGet(out var backup, out var refusal)
            ? string.Create(CultureInfo.InvariantCulture, $"Backup written: {backup.File}, {backup.Parts} parts, {backup.Length:N0} bytes. Keep the master key apart from it.")
            : refusal;
    }
}

internal sealed class RestoreVerb() : Verb("restore", "FILE", "puts an archive in place of database and files; no server may run")
{
    public override async Task<Result<string>> RunAsync(IServiceProvider services, string argument, CancellationToken cancel)
    {
        var put = await services.GetRequiredService<RestoreBackup>().ExecuteAsync(new(argument), Actor.System("restore"), cancel);
        return put.TryGet(out var backup, out var refusal)
            ? string.Create(CultureInfo.InvariantCulture, $"Restored: everything is as of {backup.TakenAt:u}. What was there is kept beside it, ending in before-restore.")
            : refusal;
    }
}
