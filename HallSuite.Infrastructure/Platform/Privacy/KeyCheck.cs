using System.Security.Cryptography;
using System.Xml.Linq;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Platform.Privacy;

/// <summary>Whether this installation's master key is the one of a database: with another, nothing personal in it could be read.</summary>
internal sealed class KeyCheck(IDbContextFactory<HallDbContext> contexts, MasterKey master)
{
    /// <summary>What to tell when it is not.</summary>
    public const string Fault =
        "The master key is not the one of this database, so no personal data could be read. Set Privacy:MasterKeyFile to the key file that belongs to it.";

    /// <summary>Checks the database of this installation. A new one has no keys yet; that is well.</summary>
    /// <exception cref="StartFaultException">Its keys were wrapped under another master key.</exception>
    public async Task CheckAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!(await db.Set<KeyRow>().AsNoTracking().ToListAsync(cancel)).TrueForAll(row => Opens(row.Name, row.Content)))
        {
            throw new StartFaultException(Fault);
        }
    }

    /// <summary>Whether the master key opens what stands in a row of <see cref="KeyRow"/>.</summary>
    public bool Opens(string name, string content)
    {
        if (name.StartsWith(KeyRow.HashPrefix, StringComparison.Ordinal))
        {
            return true;
        }

        try
        {
            var (wrapped, purpose) = name.StartsWith(KeyRing.Prefix, StringComparison.Ordinal)
                ? (XElement.Parse(content).Descendants("wrapped").FirstOrDefault()?.Value, KeyRingWrapper.Purpose)
                : (content, name);

            // A revocation in the ring holds no secret.
            return wrapped is null || master.Unwrap(Convert.FromBase64String(wrapped), purpose).Length > 0;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException or System.Xml.XmlException)
        {
            return false;
        }
    }
}
