using HallSuite.Domain.Applicants;
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

/// <summary>Cases of the demo hall, taken in and worked on by its people while a test looks at something else.</summary>
public static class DemoCases
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One of the demo hall's people.</summary>
    public static async Task<Actor> PersonAsync(this HallWeb web, string userName) =>
        Actor.Staff(await web.ReadAsync(db => db.Set<StaffMember>().Where(s => s.UserName == userName).Select(s => s.Id).SingleAsync(Cancel)), "192.0.2.7");

    /// <summary>A clerk takes in what is complete and accepts it; answers the case with its number.</summary>
    /// <param name="matter">The name of a matter.</param>
    public static async Task<CaseAnswer> AcceptCaseAsync(this HallWeb web, string matter, ApplicantEntry applicant, string subject = "")
    {
        var clerk = await web.PersonAsync("clerk1");
        var hall = await web.ReadAsync(db => db.Set<ServiceHall>().Where(h => h.Code == DemoHall.Code).Select(h => h.Id).SingleAsync(Cancel));
        var what = await web.ReadAsync(db => db.Set<Matter>().SingleAsync(m => m.Name == matter, Cancel));
        var standard = await web.ReadAsync(db => db.Set<Standard>().SingleAsync(s => s.Matter == what.Id && s.State == StandardState.Published, Cancel));
        var opened = (await web.Get<OpenCase>().ExecuteAsync(new(hall, what.Code, applicant, null, subject), clerk, Cancel)).ShouldPass();
        List<Finding> findings = [.. standard.Content.Materials.Select(m => new Finding(m.Code, m.Need == MaterialNeed.Always ? MaterialFinding.Sound : MaterialFinding.NotNeeded))];
        var received = (await web.Get<ReceiveCase>().ExecuteAsync(new(opened.Seen, findings), clerk, Cancel)).ShouldPass();
        return (await web.Get<AcceptCase>().ExecuteAsync(new(received.Seen), clerk, Cancel)).ShouldPass();
    }

    /// <summary>Somebody begins the review of a case and takes its first step.</summary>
    public static async Task<CaseAnswer> TakeUpCaseAsync(this HallWeb web, CaseAnswer accepted, string reviewer)
    {
        var who = await web.PersonAsync(reviewer);
        var begun = (await web.Get<StartReview>().ExecuteAsync(new(accepted.Seen), who, Cancel)).ShouldPass();
        var step = await web.ReadAsync(db => db.Set<Case>().Where(c => c.Id == accepted.Id).SelectMany(c => c.Steps).OrderBy(s => s.Number).Select(s => s.Code).FirstAsync(Cancel));
        return (await web.Get<AssignStep>().ExecuteAsync(new(begun.Seen, step, new StaffId(who.Id), AsHead: false), who, Cancel)).ShouldPass();
    }

    /// <summary>An approved case of a matter of the health department that is decided without review steps; the matter is made at its first case.</summary>
    /// <param name="soundCode">Whether the code of the matter names an authority that can give identifiers.</param>
    public static async Task<string> ApprovedCaseAsync(this HallWeb web, bool soundCode = true) => (await ApproveAsync(web, soundCode)).Number;

    /// <summary>One whose certificate is made out.</summary>
    public static async Task IssuedCaseAsync(this HallWeb web, bool soundCode = true)
    {
        var approved = await ApproveAsync(web, soundCode);
        var today = DateOnly.FromDateTime(web.Clock.Now.UtcDateTime.AddHours(8));
        (await web.Get<IssueResult>().ExecuteAsync(new(approved.Seen, today), await web.PersonAsync("clerk1"), Cancel)).ShouldPass();
    }

    private static async Task<CaseAnswer> ApproveAsync(HallWeb web, bool soundCode)
    {
        var code = soundCode ? Standards.Code : MatterCode.Of("11440000006939756C2440101007000").ShouldPass();
        var (clerk, reviewer, head) = (await web.PersonAsync("clerk1"), await web.PersonAsync("reviewer1"), await web.PersonAsync("head1"));
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
}
