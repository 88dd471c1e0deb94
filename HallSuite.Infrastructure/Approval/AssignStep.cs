using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Approval;

/// <summary>
/// Puts somebody in charge of an open step. A reviewer takes one that nobody has; giving it to somebody, or away from them, is the head's act. Whoever gets
/// it has a post in which the step can be reviewed (<c>case.cannot-review</c>).
/// </summary>
public sealed class AssignStep(HallWork works, CaseFiles files, Access access)
{
    /// <param name="AsHead">Whether the head of the department gives it out.</param>
    public sealed record Command(SeenCase Seen, string Step, StaffId Reviewer, bool AsHead);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(
            nameof(AssignStep), CaseAct.AssignStep, command.Seen, Step: command.Step, Permission: command.AsHead ? Permission.HeadCases : null);
        return files.ActAsync(works, order, actor, async (hand, token) => await CannotAsync(hand, command, token) is { } cannot
            ? cannot
            : hand.Case.AssignStep(command.Step, command.Reviewer, command.AsHead, hand.Occasion), cancel);
    }

    private async Task<Error?> CannotAsync(CaseInHand hand, Command command, CancellationToken cancel)
    {
        if (hand.Case.Steps.FirstOrDefault(s => s.Code == command.Step) is not { } step)
        {
            return CaseErrors.StepUnknown(command.Step);
        }

        var reviewer = Actor.Staff(command.Reviewer, hand.Work.Actor.From);
        return await access.RefusalAsync(hand.Work.Db, reviewer, CaseRights.OfStep(step.Role), new Scope(hand.Case.Hall, step.Department), cancel) is null
            ? null
            : CaseErrors.CannotReview(step.Name);
    }
}
