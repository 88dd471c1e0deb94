using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>Ends what is left over from service days that are over (DOMAIN §4).</summary>
internal sealed class LapseTicketsJob(IDbContextFactory<HallDbContext> contexts, HallClock clock, LapseTickets lapse) : IHallJob
{
    public string Name => "lapse-tickets";

    public TimeSpan Period => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var hall in await OverdueAsync(cancel))
        {
            await JobSteps.RepeatAsync(() => lapse.ExecuteAsync(new(hall), Actor.System(Name), cancel), LapseTickets.Batch);
        }
    }

    /// <summary>The halls with something to do: an operation that does nothing would still stand in the audit log, once a minute.</summary>
    private async Task<List<HallId>> OverdueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var overdue = new List<HallId>();
        foreach (var hall in await db.Set<ServiceHall>().AsNoTracking().ToListAsync(cancel))
        {
            var over = hall.LastDayOver(HallTime.Local(hall.TimeZone, clock.Now));
            if (await db.Set<Ticket>().AnyAsync(t => t.Hall == hall.Id && t.EndedAt == null && t.ServiceDay <= over, cancel))
            {
                overdue.Add(hall.Id);
            }
        }

        return overdue;
    }
}

/// <summary>Closes the windows that nobody closed when the hall did.</summary>
internal sealed class CloseForgottenWindowsJob(IDbContextFactory<HallDbContext> contexts, HallClock clock, CloseForgottenWindows close) : IHallJob
{
    public string Name => "close-forgotten-windows";

    public TimeSpan Period => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var hall in await WithForgottenAsync(cancel))
        {
            JobSteps.ThrowIfRefused(await close.ExecuteAsync(new(hall), Actor.System(Name), cancel));
        }
    }

    private async Task<List<HallId>> WithForgottenAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = new List<HallId>();
        foreach (var hall in await db.Set<ServiceHall>().AsNoTracking().ToListAsync(cancel))
        {
            // A ticket that is still there lapses first; then its window can be closed.
            if (await CloseForgottenWindows.Forgotten(db.Set<ServiceWindow>(), hall, clock.Now)
                .AnyAsync(w => !db.Set<Ticket>().Any(t => t.Window == w.Id && (t.State == TicketState.Called || t.State == TicketState.Serving)), cancel))
            {
                found.Add(hall.Id);
            }
        }

        return found;
    }
}

/// <summary>Forgets identities that are no longer needed (DESIGN §4, policy 90 days).</summary>
internal sealed class EraseIdentitiesJob(IDbContextFactory<HallDbContext> contexts, HallClock clock, EraseIdentities erase) : IHallJob
{
    public string Name => "erase-identities";

    public TimeSpan Period => TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var hall in await OverdueAsync(cancel))
        {
            await JobSteps.RepeatAsync(() => erase.ExecuteAsync(new(hall), Actor.System(Name), cancel), EraseIdentities.Batch);
        }
    }

    private async Task<List<HallId>> OverdueAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var overdue = new List<HallId>();
        foreach (var hall in await db.Set<ServiceHall>().AsNoTracking().ToListAsync(cancel))
        {
            var limit = clock.Now.AddDays(-hall.Policy.KeepIdentityDays);
            if (await db.Set<Ticket>().AnyAsync(t => t.Hall == hall.Id && t.IdentityErasedAt == null && t.EndedAt <= limit, cancel))
            {
                overdue.Add(hall.Id);
            }
        }

        return overdue;
    }
}

/// <summary>Recounts each service day once when it is over.</summary>
internal sealed class RecountLaneDaysJob(RecountDays days, RecountLaneDays recount) : IHallJob
{
    public string Name => "recount-lane-days";

    public TimeSpan Period => TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var (hall, day) in await days.DueAsync(RecountLaneDays.DoneName, (h, local) => h.LastDayOver(local), cancel))
        {
            JobSteps.ThrowIfRefused(await recount.ExecuteAsync(new(hall, day), Actor.System(Name), cancel));
        }
    }
}
