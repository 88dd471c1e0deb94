using HallSuite.Domain.Certificates;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Certificates;

/// <summary>What anyone learns about a certificate beyond its document: nothing that is not printed on it.</summary>
/// <param name="Identifier">The electronic certificate identifier; null where it has none.</param>
/// <param name="ValidUntil">Null for valid without end.</param>
public sealed record VerifiedCertificate(string Name, string? Identifier, DateOnly ValidFrom, DateOnly? ValidUntil);

/// <summary>Certificates for whoever checks one.</summary>
public sealed class CertificateQueries(IDbContextFactory<HallDbContext> contexts)
{
    /// <summary>The certificate whose paper has this code, which is all the right that it needs; null where the code is none of a certificate.</summary>
    /// <param name="code">As scanned or typed from paper.</param>
    public async Task<VerifiedCertificate?> VerifyAsync(string code, CancellationToken cancel)
    {
        var plain = IssuedDocument.PlainCode(code);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (
            from d in db.Set<IssuedDocument>()
            where d.VerifyCode == plain
            join c in db.Set<Certificate>() on d.Id equals c.Document
            select new VerifiedCertificate(c.Name, c.Identifier, c.ValidFrom, c.ValidUntil)).SingleOrDefaultAsync(cancel);
    }
}
