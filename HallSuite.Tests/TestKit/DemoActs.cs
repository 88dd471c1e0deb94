using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Demo;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Queueing;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.TestKit;

/// <summary>What happens in the demo hall while a test looks at something else; done by the system, through the operations.</summary>
public static class DemoActs
{
    private static readonly Actor System = Actor.System("test");

    public static async Task OpenWindowsAsync(this HallWeb web, params int[] windows)
    {
        foreach (var window in windows)
        {
            Require(await web.Get<OpenWindow>().ExecuteAsync(new(await HallAsync(web), window), System, CancellationToken.None));
        }
    }

    /// <summary>Numbers for so many people, each with a passport of their own.</summary>
    public static async Task TakeTicketsAsync(this HallWeb web, string lane, int people)
    {
        for (var i = 0; i < people; i++)
        {
            Require(await web.Get<TakeTicket>().ExecuteAsync(
                new(await HallAsync(web), lane, "Ana Díaz", $"E{10_000_000 + i}", IdentityType.Passport, null, Entitlement.None), System, CancellationToken.None));
        }
    }

    public static async Task CallNextAsync(this HallWeb web, int window) =>
        Require(await web.Get<CallNextTicket>().ExecuteAsync(new(await HallAsync(web), window), System, CancellationToken.None));

    /// <summary>Everyone at a window is served to the end.</summary>
    public static async Task FinishAllAsync(this HallWeb web)
    {
        var hall = await HallAsync(web);
        foreach (var ticket in await web.ReadAsync(db => db.Set<Ticket>().Where(t => t.State == TicketState.Called).Select(t => t.Id).ToListAsync()))
        {
            Require(await web.Get<ServeTicket>().ExecuteAsync(new(hall, ticket), System, CancellationToken.None));
            Require(await web.Get<FinishTicket>().ExecuteAsync(new(hall, ticket), System, CancellationToken.None));
        }
    }

    /// <summary>Waits until the demo hall has its past.</summary>
    public static Task CasesAreToldAsync(this HallWeb web) =>
        Eventually.HoldsAsync(() => web.ReadAsync(db => db.Set<JobDayRow>().AnyAsync(d => d.Name == "demo-cases-told")), TimeSpan.FromMinutes(3));

    /// <summary>The case of a story of the demo hall.</summary>
    public static Task<Case> CaseAsync(this HallWeb web, string subject) =>
        web.ReadAsync(db => db.Set<Case>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Subject == subject));

    private static Task<HallId> HallAsync(HallWeb web) => web.ReadAsync(db => db.Set<ServiceHall>().Where(h => h.Code == DemoHall.Code).Select(h => h.Id).SingleAsync());

    private static void Require<T>(Result<T> done) => Assert.True(done.IsOk, done.Error?.ToString());
}
