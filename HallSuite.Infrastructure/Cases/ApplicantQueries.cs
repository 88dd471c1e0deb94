using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Somebody who applied in this hall before, masked.</summary>
/// <param name="LastCase">Their newest case, from which <see cref="OpenCase"/> takes who they are.</param>
/// <param name="Cases">How many cases there are.</param>
public sealed record KnownApplicant(CaseId LastCase, ShownApplicant Applicant, int Cases, DateTimeOffset LastAt);

/// <summary>Finds an applicant by the number that somebody typed, so that nothing is asked twice.</summary>
public sealed class ApplicantQueries(IDbContextFactory<HallDbContext> contexts, Access access, CaseApplicants applicants, PersonalData personal)
{
    /// <summary>The applicant with this number; null inside where nobody applied yet. Refused like the number itself where it is none.</summary>
    /// <param name="idType">Counts for a natural person only.</param>
    public async Task<Result<FoundApplicant>> FindAsync(Actor actor, HallId hall, ApplicantKind kind, IdentityType idType, string number, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await access.RefusalAsync(db, actor, Permission.TakeInCases, hall, cancel) is { } denied)
        {
            return denied;
        }

        if (!applicants.LookupOf(kind, idType, number).TryGet(out var lookup, out var faulty))
        {
            return faulty;
        }

        var theirs = db.Set<Case>().AsNoTracking().Where(c => c.ApplicantLookup == lookup && c.Hall == hall);
        var last = await theirs.OrderByDescending(c => c.Number).Select(c => new { c.Id, c.Applicant, c.OpenedAt }).FirstOrDefaultAsync(cancel);
        return new FoundApplicant(last is null ? null : new KnownApplicant(last.Id, Masked.Of(last.Applicant, personal), await theirs.CountAsync(cancel), last.OpenedAt));
    }
}

/// <param name="Known">Null where nobody with this number applied in the hall before.</param>
public readonly record struct FoundApplicant(KnownApplicant? Known);
