using System.Globalization;
using HallSuite.Domain.Certificates;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Certificates;

/// <summary>A type of certificates that an authority issues: those of one name. Its number stands in their identifiers and is never given to another.</summary>
public sealed class CertificateType : IBookkeeping
{
    /// <summary>The credit code of the authority.</summary>
    public required string Authority { get; init; }

    /// <summary>1 to <see cref="CertificateIdentifier.LastType"/>.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }
}

/// <summary>
/// Gives electronic certificate identifiers (DOMAIN §7) inside the operation that makes the certificate. The serial is the day and a counter of the type,
/// which has no gaps.
/// </summary>
internal sealed class CertificateIdentifiers(DatabaseDialect dialect)
{
    private const int FirstVersion = 1;

    /// <summary>
    /// The next identifier; null where there can be none: the matter's code, or the credit code of the authority in it, fails its own check, so that an
    /// identifier made of it would name nobody; or the authority has used up its types.
    /// </summary>
    public async Task<CertificateIdentifier?> NextAsync(WorkUnit work, string matterCode, string name, DateOnly day, CancellationToken cancel)
    {
        if (MatterCode.Of(matterCode) is not { IsOk: true, Value: { AuthorityIsSound: true, Authority: var authority } }
            || await TypeAsync(work, authority, name, cancel) is not { } number
            || !CertificateIdentifier.TypeOf(authority, number).TryGet(out var type, out _))
        {
            return null;
        }

        var counter = await dialect.NextSerialAsync(work.Db, $"电子证照〔{type}〕", cancel);
        var serial = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{counter:000000}");
        return CertificateIdentifier.Make(type, authority, serial, FirstVersion).Value;
    }

    private async Task<int?> TypeAsync(WorkUnit work, string authority, string name, CancellationToken cancel)
    {
        var known = work.Db.Set<CertificateType>().AsNoTracking().Where(t => t.Authority == authority && t.Name == name).Select(t => (int?)t.Number);
        if (await known.SingleOrDefaultAsync(cancel) is { } before)
        {
            return before;
        }

        // Whoever counts here holds the authority's types until the commit; another operation may have given the name its number while this one waited.
        var next = await dialect.NextSerialAsync(work.Db, $"电子证照类型〔{authority}〕", cancel);
        if (await known.SingleOrDefaultAsync(cancel) is { } meanwhile)
        {
            return meanwhile;
        }

        if (next > CertificateIdentifier.LastType)
        {
            return null;
        }

        work.Db.Add(new CertificateType { Authority = authority, Number = (int)next, Name = name });
        return (int)next;
    }
}
