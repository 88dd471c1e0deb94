using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <content>Ways out before a decision (DOMAIN §3, rule 12), and the end of every way.</content>
public sealed partial class Case
{
    /// <summary>The applicant takes the application back, before the decision.</summary>
    /// <param name="note">Why; nobody has to say it.</param>
    public Result Withdraw(string note, Occasion occasion)
    {
        if (BarTo(CaseAct.Withdraw, occasion) is { } refused)
            return refused;
        return OneLine.ReadOptional(note, Reason.Longest) is { } why
            ? Done(CaseAct.Withdraw, CaseState.Withdrawn, occasion, note: why)
            : WorkErrors.ReasonRequired;
    }

    /// <summary>There is nothing left to decide.</summary>
    public Result Terminate(TerminationGround ground, string reason, Occasion occasion)
    {
        if (BarTo(CaseAct.Terminate, occasion) is { } refused)
            return refused;
        if (ground == TerminationGround.SupplementOverdue && BarByRunningSupplement(occasion) is { } early)
            return early;
        if (!Reason.Read(reason).TryGet(out var why, out var unsaid))
            return unsaid;
        TerminatedFor = ground;
        return Done(CaseAct.Terminate, CaseState.Terminated, occasion, ground.ToString(), why);
    }

    /// <summary>Closes the file of a case that is over, in whatever way.</summary>
    public Result Archive(Occasion occasion) =>
        BarTo(CaseAct.Archive, occasion) is { } refused ? refused : Done(CaseAct.Archive, CaseState.Archived, occasion);
}
