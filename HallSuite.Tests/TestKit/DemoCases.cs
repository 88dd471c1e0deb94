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

    /// <summary>An approved case of a matter of the health department that is decided without review steps; the matter is made at its first case.</summary>
    /// <param name="soundCode">Whether the code of the matter names an authority that can give identifiers.</param>
    public static async Task<string> ApprovedCaseAsync(this HallWeb web, bool soundCode = true) => (await ApproveAsync(web, soundCode)).Number;

    /// <summary>One whose certificate is made out.</summary>
    public static async Task IssuedCaseAsync(this HallWeb web, bool soundCode = true)
    {
        var approved = await ApproveAsync(web, soundCode);
        var today = DateOnly.FromDateTime(web.Clock.Now.UtcDateTime.AddHours(8));
        (await web.Get<IssueResult>().ExecuteAsync(new(approved.Seen, today), await web.DemoActorAsync("clerk1"), Cancel)).ShouldPass();
    }

    private static async Task<CaseAnswer> ApproveAsync(HallWeb web, bool soundCode)
    {
        var code = soundCode ? Standards.Code : MatterCode.Of("11440000006939756C2440101007000").ShouldPass();
        var (clerk, reviewer, head) = (await web.DemoActorAsync("clerk1"), await web.DemoActorAsync("reviewer1"), await web.DemoActorAsync("head1"));
        var hall = await web.ReadAsync(db => db.Set<ServiceHall>().Where(h => h.Code == DemoHall.Code).Select(h => h.Id).SingleAsync(Cancel));
        if (!await web.ReadAsync(db => db.Set<Matter>().AnyAsync(m => m.Id == Standards.Trade, Cancel)))
        {
            var health = await web.ReadAsync(db => db.Set<Department>().Where(d => d.Code == "wjj").Select(d => d.Id).SingleAsync(Cancel));
            await web.SeedAsync(
                Matter.Create(Standards.Trade, code, MatterKind.Licence, health, Standards.Details(), codeTaken: false).ShouldPass(),
                Standards.InForce(Standards.Content with { Steps = [], Criteria = [], Rules = [] }));
        }

        var opened = (await web.Get<OpenCase>().ExecuteAsync(new(hall, code.Text, CaseOffice.Person, null, "街角小店"), clerk, Cancel)).ShouldPass();
        var seen = (await web.Get<ReceiveCase>().ExecuteAsync(new(opened.Seen, CaseScene.Findings()), clerk, Cancel)).ShouldPass().Seen;
        seen = (await web.Get<AcceptCase>().ExecuteAsync(new(seen), clerk, Cancel)).ShouldPass().Seen;
        seen = (await web.Get<StartReview>().ExecuteAsync(new(seen), reviewer, Cancel)).ShouldPass().Seen;
        return (await web.Get<ApproveCase>().ExecuteAsync(new(seen, ""), head, Cancel)).ShouldPass();
    }

    public static async Task<Actor> DemoActorAsync(this HallWeb web, string userName) =>
        Actor.Staff(await web.ReadAsync(db => db.Set<StaffMember>().Where(s => s.UserName == userName).Select(s => s.Id).SingleAsync(Cancel)), "192.0.2.7");
}
