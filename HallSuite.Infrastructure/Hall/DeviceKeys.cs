using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Hall;

/// <summary>A device that its key has proved to be one of ours and not revoked.</summary>
/// <param name="WindowNumber">The window it stands at, and at which alone it may act; null for a device of the whole hall.</param>
public sealed record KnownDevice(DeviceId Id, HallId Hall, DeviceKind Kind, string Name, int? WindowNumber);

/// <summary>
/// Keys of devices. Only a hash is kept; looked up with every request and never cached, so that a revoked key is worth nothing at once.
/// </summary>
public sealed class DeviceKeys
{
    /// <summary>A longer text is no key of ours and is not even hashed.</summary>
    public const int LongestKey = 200;

    private const int KeyBytes = 32;

    private readonly IDbContextFactory<HallDbContext> contexts;

    private readonly Func<HallDbContext, string, CancellationToken, Task<KnownDevice?>> byHash = EF.CompileAsyncQuery(
        (HallDbContext db, string hash, CancellationToken _) => db.Set<Device>().AsNoTracking().Where(d => d.KeyHash == hash && d.RevokedAt == null)
            .Select(d => new KnownDevice(d.Id, d.Hall, d.Kind, d.Name, d.WindowNumber)).SingleOrDefault());

    public DeviceKeys(IDbContextFactory<HallDbContext> contexts) => this.contexts = contexts;

    /// <summary>A new key: 256 random bits as text that can stand in an address. Shown once, then only its hash is known.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>
    /// What is kept of a key. A plain SHA-256 is enough because keys are random: there is nothing to guess, hence nothing to slow down.
    /// </summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The device with this key; null when there is none or it was revoked.</summary>
    public async Task<KnownDevice?> FindAsync(string key, CancellationToken cancel)
    {
        if (key.Length is 0 or > LongestKey)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await byHash(db, HashOf(key), cancel);
    }
}
