using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Cases;

/// <summary>What lies in each part of a list for somebody. Where few cases do, they are found by their steps first.</summary>
/// <param name="Sight">What the actor sees.</param>
/// <param name="Me">Who looks.</param>
/// <param name="Done">The cases of <see cref="WorklistPart.DoneToday"/>, those that have ended since among them.</param>
internal sealed record WorklistParts(CaseSight Sight, StaffId Me, IReadOnlyList<CaseId> Done)
{
    /// <param name="cases">Those of the hall among which they are.</param>
    /// <param name="all">All cases, to be chosen from by their ids.</param>
    public CaseSides Of(WorklistPart part, IQueryable<Case> cases, IQueryable<Case> all) => part switch
    {
        WorklistPart.All => Sight.Sides(cases, all),
        WorklistPart.ToTake => Found(all, ToTake(cases)),
        WorklistPart.Mine => Found(all, Held(cases)),
        // Where another department's step is theirs it is open, and so nothing is to be decided.
        WorklistPart.ToDecide => new(Sight.Own(cases).Where(c => c.State == CaseState.UnderReview && c.Steps.All(s => s.State == StepState.Passed))),
        WorklistPart.Suspended => Sight.Sides(cases, all).With(side => side.Where(c => c.State == CaseState.Suspended)),
        WorklistPart.DoneToday => CaseSides.ById(all, Done),
    };

    private static CaseSides Found(IQueryable<Case> all, IQueryable<CaseId> ids) => new(all.Where(c => ids.Contains(c.Id)));

    private IQueryable<CaseId> ToTake(IQueryable<Case> cases)
    {
        var accepted = Sight.Own(cases).Where(c => c.State == CaseState.Accepted).Select(c => c.Id);
        var untaken = cases.SelectMany(c => c.Steps, (c, s) => new { c.Id, s.Department, s.State, s.Reviewer }).Where(x => x.State == StepState.Open && x.Reviewer == null);
        var theirs = Sight.Departments is { } own ? untaken.Where(x => own.Contains(x.Department)) : untaken;
        return accepted.Union(theirs.Select(x => x.Id));
    }

    private IQueryable<CaseId> Held(IQueryable<Case> cases)
    {
        var held = cases.SelectMany(c => c.Steps, (c, s) => new { c.Id, Decides = c.Department, s.Department, s.State, s.Reviewer })
            .Where(x => x.State == StepState.Open && x.Reviewer == Me);
        return (Sight.Departments is { } own ? held.Where(x => own.Contains(x.Department) || own.Contains(x.Decides)) : held).Select(x => x.Id);
    }
}
