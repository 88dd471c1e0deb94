using System.Security.Cryptography;
using System.Text;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>
/// The one-time token by which the first administrator is made. It exists while there is no administrator; the database holds its
/// hash, so that any node knows the token which the console of the last started one shows.
/// </summary>
public sealed class SetUpToken(IDbContextFactory<HallDbContext> contexts, HallClock clock)
{
    private const string RowName = KeyRow.HashPrefix + "set-up-token";

    /// <summary>Whether the installation has no administrator, so that the set-up page is there.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return !await Administrators.AnyAsync(db, clock.Now, cancel);
    }

    /// <summary>A new token for the console; null when there is an administrator. An older token is void from now on.</summary>
    public async Task<string?> IssueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await Administrators.AnyAsync(db, clock.Now, cancel))
        {
            return null;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (await db.Set<KeyRow>().SingleOrDefaultAsync(k => k.Name == RowName, cancel) is { } before)
        {
            db.Remove(before);
            await db.SaveChangesAsync(cancel);
        }

        db.Add(new KeyRow { Name = RowName, Content = HashOf(token) });
        await db.SaveChangesAsync(cancel);
        return token;
    }

    /// <summary>Takes the token inside the operation that spends it; false when it is not the one.</summary>
    internal static async Task<bool> SpendAsync(WorkUnit work, string token, CancellationToken cancel)
    {
        var row = await work.Db.Set<KeyRow>().SingleOrDefaultAsync(k => k.Name == RowName, cancel);
        if (row is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(row.Content), Encoding.ASCII.GetBytes(HashOf(token.Trim()))))
        {
            return false;
        }

        work.Db.Remove(row);
        return true;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
