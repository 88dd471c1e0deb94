using System.Reflection;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HallSuite.Infrastructure.Platform.Health;

/// <summary>
/// Whether this node can serve, and which start of the program it is. Screens that lost the server reload when they find another
/// <see cref="Boot"/>: their script may be old, and after a restore everything they show and counted may be wrong.
/// </summary>
public sealed class HallHealth(IDbContextFactory<HallDbContext> contexts, TimeProvider time, ILogger<HallHealth> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The version of the program.</summary>
    public static string Version { get; } =
        typeof(HallHealth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>New with every start. A restore needs a stop, so it is new after that too.</summary>
    public string Boot { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether the database answers a read within two seconds.</summary>
    public async Task<bool> DatabaseAnswersAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);

        // SQLite reads on the calling thread; a stuck file system must not hold the answer up.
        var read = Task.Run(() => ReadAsync(patience.Token), patience.Token);
        try
        {
            await read.WaitAsync(Patience, time, cancel);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogWarning("The database does not answer ({Fault})", fault.GetType().Name);
            return false;
        }
        finally
        {
            await patience.CancelAsync();
        }
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<StreamCounter>().AsNoTracking().AnyAsync(cancel);
    }
}
