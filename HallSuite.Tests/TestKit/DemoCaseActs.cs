using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Demo;
using HallSuite.Infrastructure.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.TestKit;

/// <summary>Cases of the demo hall while a test looks at something else; done by its people, through the operations.</summary>
public static class DemoCaseActs
{
    private static readonly ApplicantEntry Somebody = new(ApplicantKind.Natural, "阿卜杜勒·热合曼", IdentityType.Citizen, "11010519491231002X", "13812345678");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Moves the clock to an hour of a day in the hall.</summary>
    public static void GoTo(this HallWeb web, DateOnly day, int hour, int minute = 0) => web.Clock.Set(new DateTimeOffset(day, new TimeOnly(hour, minute), TimeSpan.FromHours(8)));

    /// <summary>One round of a job.</summary>
    public static Task RunJobAsync(this HallWeb web, string job) => web.Services.GetServices<IHallJob>().Single(j => j.Name == job).RunAsync(Cancel);

    /// <summary>Takes in all papers of a matter by its name; the applicant is the same each time.</summary>
    public static async Task<SeenCase> ReceiveCaseAsync(this HallWeb web, string matter)
    {
        var clerk = await web.PersonAsync("clerk1");
        var (hall, code, materials) = await web.ReadAsync(async db =>
        {
            var found = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Name == matter, Cancel);
            var standard = await db.Set<Standard>().AsNoTracking().SingleAsync(s => s.Matter == found.Id, Cancel);
            return (await db.Set<ServiceHall>().Where(h => h.Code == DemoHall.Code).Select(h => h.Id).SingleAsync(Cancel), found.Code, standard.Content.Materials);
        });
        var draft = (await web.Get<OpenCase>().ExecuteAsync(new(hall, code, Somebody, null, "街角小店"), clerk, Cancel)).ShouldPass();
        Finding[] findings = [.. materials.Select(m => new Finding(m.Code, m.Need == MaterialNeed.InCircumstance ? MaterialFinding.NotNeeded : MaterialFinding.Sound))];
        return (await web.Get<ReceiveCase>().ExecuteAsync(new(draft.Seen, findings), clerk, Cancel)).ShouldPass().Seen;
    }

    public static async Task<SeenCase> AcceptCaseAsync(this HallWeb web, string matter) =>
        (await web.Get<AcceptCase>().ExecuteAsync(new(await web.ReceiveCaseAsync(matter)), await web.PersonAsync("clerk1"), Cancel)).ShouldPass().Seen;

    /// <summary>Accepts a case whose first step a reviewer of its department takes.</summary>
    public static async Task<SeenCase> TakeUpCaseAsync(this HallWeb web, string matter, string reviewer)
    {
        var who = await web.PersonAsync(reviewer);
        var started = (await web.Get<StartReview>().ExecuteAsync(new(await web.AcceptCaseAsync(matter)), who, Cancel)).ShouldPass();
        return (await web.Get<AssignStep>().ExecuteAsync(new(started.Seen, "S1", new StaffId(who.Id), AsHead: false), who, Cancel)).ShouldPass().Seen;
    }

    public static Task<string> NumberOfAsync(this HallWeb web, SeenCase seen) =>
        web.ReadAsync(db => db.Set<Case>().Where(c => c.Id == seen.Case).Select(c => c.Number).SingleAsync(Cancel));
}
