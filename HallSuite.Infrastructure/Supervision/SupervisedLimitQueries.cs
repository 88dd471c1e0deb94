using HallSuite.Domain.Cases;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Clock;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>A card that was given for a limit, and what followed.</summary>
/// <param name="Current">It is of the light that the limit shows now, or waits for its call.</param>
/// <param name="HasPaper">Its slip or letter can be opened.</param>
public sealed record SupervisedCard(
    CardId Id, Light Light, DateOnly DueDay, DateTimeOffset GivenAt, bool Current, bool HasPaper, string PaperNumber, DateOnly? AnswerBy, DateTimeOffset? FollowedAt,
    IReadOnlyList<CallView> Calls);

/// <summary>Another limit of the same case that is not over.</summary>
/// <param name="Clock">Its number in the case.</param>
public sealed record OtherLimit(int Clock, string StepName, ShownDue Due);

/// <summary>One limit as supervision looks at it. The applicant is not in it.</summary>
/// <param name="InCharge">The name of the person in charge of the step; null where nobody is.</param>
/// <param name="Cards">The last one first.</param>
/// <param name="AnswerBy">The day that a letter sent today asks for, unless another is chosen.</param>
/// <param name="At">When it was read.</param>
public sealed record SupervisedLimit(
    string Number, string Hall, string Matter, CaseState State, bool DeemedAccepted, string Department, string DepartmentEn, string StepName, string? InCharge, ClockView Clock,
    IReadOnlyList<SupervisedCard> Cards, IReadOnlyList<OtherLimit> Others, DateOnly AnswerBy, DateOnly Today, DateTimeOffset At);

/// <summary>Reads one limit for supervision, with how its last day comes about and its cards.</summary>
public sealed class SupervisedLimitQueries(IDbContextFactory<HallDbContext> contexts, Access access, CaseRules rules, HallClock clock)
{
    /// <summary>Needs <see cref="Permission.Supervise"/> in the hall of the case; <c>case.unknown</c> without it, so that nobody learns which numbers there are.</summary>
    /// <param name="limit">The number of the limit in its case; null for the one that presses most.</param>
    public async Task<Result<SupervisedLimit>> FindAsync(Actor actor, string number, int? limit, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<Case>().AsNoTrackingWithIdentityResolution().AsSplitQuery().SingleOrDefaultAsync(c => c.Number == number, cancel) is not { } file
            || await access.RefusalAsync(db, actor, Permission.Supervise, file.Hall, cancel) is not null
            || (limit is { } wanted ? file.Clocks.FirstOrDefault(c => c.Number == wanted) : ShownDue.ClockOf(file.Clocks)) is not { } chosen)
        {
            return CaseErrors.Unknown;
        }

        var hall = await db.Set<ServiceHall>().Where(h => h.Id == file.Hall).Select(h => new { h.Name, h.TimeZone }).SingleAsync(cancel);
        var occasion = new Occasion(actor, clock.Now, await rules.ReadAsync(db, file.Hall, hall.TimeZone, cancel));
        var step = file.Steps.FirstOrDefault(s => s.Code == chosen.Step);
        var department = step?.Department ?? file.Department;
        var names = await (
            from d in db.Set<Department>()
            where d.Id == department
            select new
            {
                d.Name, d.NameEn,
                Matter = db.Set<Matter>().Where(m => m.Id == file.Matter).Select(m => m.Name).First(),
                InCharge = db.Set<StaffMember>().Where(s => step != null && s.Id == step.Reviewer).Select(s => s.Name).FirstOrDefault(),
            }).SingleAsync(cancel);
        var others = file.Clocks.Where(c => c.State != ClockState.Ended && c.Number != chosen.Number)
            .Select(c => new OtherLimit(c.Number, StepNameOf(file, c.Step), ShownDue.Of(c, occasion.Rules.Calendar, occasion.Day)));
        var policy = await HallPolicies.ReadAsync<CardPolicyRow, CardPolicy>(db, file.Hall, cancel);
        return new SupervisedLimit(
            file.Number, hall.Name, names.Matter, file.State, file.DeemedAccepted, names.Name, names.NameEn, StepNameOf(file, chosen.Step), names.InCharge,
            CaseQueries.ClockOf(chosen, occasion), await CardsAsync(db, file, chosen, cancel), [.. others],
            occasion.Rules.Calendar.WorkingDayAfter(occasion.Day, policy.AnswerDays), occasion.Day, occasion.Now);
    }

    private static string StepNameOf(Case file, string step) => file.Steps.FirstOrDefault(s => s.Code == step)?.Name ?? "";

    private static async Task<IReadOnlyList<SupervisedCard>> CardsAsync(HallDbContext db, Case file, Domain.Cases.Clock limit, CancellationToken cancel)
    {
        var cards = await db.Set<Card>().AsNoTracking().Where(c => c.Case == file.Id && c.Clock == limit.Number).ToListAsync(cancel);
        var calls = await SupervisionPageQueries.CallsAsync(db, cards, cancel);
        return
        [
            .. cards.OrderByDescending(c => c.GivenAt).ThenByDescending(c => c.Light).Select(c => new SupervisedCard(
                c.Id, c.Light, c.DueDay, c.GivenAt, c.DueDay == limit.DueDay && (limit.Runs || c.FollowedAt is null) && c.Light == limit.Light, c.Paper is not null, c.PaperNumber,
                c.AnswerBy, c.FollowedAt, [.. calls[c.Id]])),
        ];
    }
}
