using System.Buffers.Text;
using System.Security.Cryptography;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// Opens a case as a draft: for whoever holds the ticket that is being served, or for the applicant who is named. Gives it the hall's next number of the
/// day and an unguessable key with which the applicant looks it up. Names and numbers are stored sealed.
/// </summary>
public sealed class OpenCase(HallWork works, CaseApplicants applicants, CaseRules rules, Access access)
{
    private const int KeyBytes = 16;

    /// <param name="Matter">Code of the matter.</param>
    /// <param name="Applicant">Null for the holder of the ticket.</param>
    /// <param name="Ticket">The ticket that is being served; null where nobody queued.</param>
    /// <param name="Subject">What the application is about; empty where the matter says it all.</param>
    /// <param name="SameAs">An earlier case of the same applicant, from which name, numbers and telephone are taken; counts where none is named.</param>
    public sealed record Command(
        HallId Hall, string Matter, ApplicantEntry? Applicant, TicketId? Ticket, string Subject = "", CaseChannel Channel = CaseChannel.Window, CaseId? SameAs = null)
    {
        /// <summary>Without who it is for: a command ends in a log sooner or later.</summary>
        public override string ToString() => $"{nameof(OpenCase)} {Matter}";
    }

    public async Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        SealedApplicant? named = null;
        if (command.Applicant is { } entry && !applicants.Read(entry).TryGet(out named, out var faulty))
        {
            return faulty;
        }

        var order = new WorkOrder(nameof(OpenCase), Permission.TakeInCases, command.Hall, Streams.Cases(command.Hall), Reason: named?.Reason);
        return await works.RunAsync<CaseAnswer>(order, actor, (work, token) => OpenAsync(work, command, named, token), cancel);
    }

    private async Task<Result<CaseAnswer>> OpenAsync(WorkUnit work, Command command, SealedApplicant? named, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == command.Hall && h.Active, cancel) is not { } hall)
        {
            return HallErrors.Unknown;
        }

        if (await work.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == command.Matter, cancel) is not { } matter)
        {
            return MatterErrors.Unknown;
        }

        if (await RefusalAsync(work, command, named, matter, cancel) is { } refused)
        {
            return refused;
        }

        var occasion = new Occasion(work.Actor, work.Now, await rules.ReadAsync(work.Db, hall.Id, hall.TimeZone, cancel));
        if (await CaseFiles.InForceAsync(work.Db, matter.Id, occasion.Day, cancel) is not { } standard)
        {
            return CaseErrors.NotInForce;
        }

        if (!(await ApplicantAsync(work, command, named, cancel)).TryGet(out var applicant, out var nobody))
        {
            return nobody;
        }

        if (!CaseNumber.Of(hall.Code, occasion.Day, await CaseDay.NextAsync(work.Db, hall.Id, occasion.Day, cancel)).TryGet(out var number, out var usedUp))
        {
            return usedUp;
        }

        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var opening = new CaseOpening(new CaseId(work.NewId()), number, key, hall.Id, command.Channel, applicant, command.Subject, command.Ticket);
        if (!Case.Open(opening, matter, standard, occasion).TryGet(out var opened, out var impossible))
        {
            return impossible;
        }

        work.Db.Add(opened);
        (work.Subject, work.Detail) = (number, matter.Code);
        return CaseAnswer.Of(opened);
    }

    /// <summary>A clerk of one department takes in its matters alone; a number that fails its check is accepted only by whoever may.</summary>
    private async Task<Error?> RefusalAsync(WorkUnit work, Command command, SealedApplicant? named, Matter matter, CancellationToken cancel)
    {
        if (await access.RefusalAsync(work.Db, work.Actor, Permission.TakeInCases, new Scope(command.Hall, matter.Department), cancel) is { } denied)
        {
            return denied;
        }

        return named?.Overridden is { } fault
            && (work.Actor.Kind != ActorKind.Staff || await access.RefusalAsync(work.Db, work.Actor, Permission.OverrideIdentityCheck, command.Hall, cancel) is not null)
            ? fault
            : null;
    }

    private static async Task<Result<CaseApplicant>> ApplicantAsync(WorkUnit work, Command command, SealedApplicant? named, CancellationToken cancel)
    {
        var ticket = await work.Db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == command.Ticket && t.Hall == command.Hall, cancel);
        if (command.Ticket is not null && ticket is not { State: TicketState.Serving })
        {
            return QueueErrors.TicketUnknown;
        }

        return (named?.Applicant ?? await KnownAsync(work, command, cancel) ?? (ticket is null ? null : CaseApplicants.HolderOf(ticket))) is { } applicant
            ? applicant
            : CaseErrors.ApplicantMissing;
    }

    private static async Task<CaseApplicant?> KnownAsync(WorkUnit work, Command command, CancellationToken cancel) => command.SameAs is not { } earlier
        ? null
        : await work.Db.Set<Case>().AsNoTracking().Where(c => c.Id == earlier && c.Hall == command.Hall).Select(c => c.Applicant).SingleOrDefaultAsync(cancel);
}
