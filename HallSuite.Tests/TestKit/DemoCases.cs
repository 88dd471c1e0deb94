using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Demo;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.Operations.Cases;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.TestKit;

/// <summary>Cases in the demo hall, worked on by its people through the operations.</summary>
public static class DemoCases
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A matter of the health department that is decided without review steps; made at its first case.</summary>
    public static async Task<string> ApprovedCaseAsync(this HallWeb web)
    {
        var (clerk, reviewer, head) = (await web.DemoActorAsync("clerk1"), await web.DemoActorAsync("reviewer1"), await web.DemoActorAsync("head1"));
        var hall = await web.ReadAsync(db => db.Set<ServiceHall>().Where(h => h.Code == DemoHall.Code).Select(h => h.Id).SingleAsync(Cancel));
        if (!await web.ReadAsync(db => db.Set<Matter>().AnyAsync(m => m.Id == Standards.Trade, Cancel)))
        {
            var health = await web.ReadAsync(db => db.Set<Department>().Where(d => d.Code == "wjj").Select(d => d.Id).SingleAsync(Cancel));
            await web.SeedAsync(
                Matter.Create(Standards.Trade, Standards.Code, MatterKind.Licence, health, Standards.Details(), codeTaken: false).ShouldPass(),
                Standards.InForce(Standards.Content with { Steps = [], Criteria = [], Rules = [] }));
        }

        var opened = (await web.Get<OpenCase>().ExecuteAsync(new(hall, Standards.Code.Text, CaseOffice.Person, null, "街角小店"), clerk, Cancel)).ShouldPass();
        var seen = (await web.Get<ReceiveCase>().ExecuteAsync(new(opened.Seen, CaseScene.Findings()), clerk, Cancel)).ShouldPass().Seen;
        seen = (await web.Get<AcceptCase>().ExecuteAsync(new(seen), clerk, Cancel)).ShouldPass().Seen;
        seen = (await web.Get<StartReview>().ExecuteAsync(new(seen), reviewer, Cancel)).ShouldPass().Seen;
        (await web.Get<ApproveCase>().ExecuteAsync(new(seen, ""), head, Cancel)).ShouldPass();
        return opened.Number;
    }

    public static async Task<Actor> DemoActorAsync(this HallWeb web, string userName) =>
        Actor.Staff(await web.ReadAsync(db => db.Set<StaffMember>().Where(s => s.UserName == userName).Select(s => s.Id).SingleAsync(Cancel)), "192.0.2.7");
}
