using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Approval;

/// <summary>Records what two officers or more found at the place (ALL Art. 34). All of them are active members of staff (<c>case.officer-unknown</c>).</summary>
public sealed class VerifyOnSite(HallWork works, CaseFiles files)
{
    public sealed record Command(SeenCase Seen, DateOnly Day, IReadOnlyList<StaffId> Officers, string Findings);

    public Task<Result<CaseAnswer>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new CaseOrder(nameof(VerifyOnSite), CaseAct.VerifyOnSite, command.Seen);
        return files.ActAsync(works, order, actor, (hand, token) => VerifyAsync(hand, command, token), cancel);
    }

    private static async Task<Result> VerifyAsync(CaseInHand hand, Command command, CancellationToken cancel)
    {
        var officers = command.Officers.Distinct().ToList();
        var known = await hand.Work.Db.Set<StaffMember>().CountAsync(s => officers.Contains(s.Id) && s.Active, cancel);
        return known == officers.Count
            ? hand.Case.VerifyOnSite(new Verification(command.Day, officers, command.Findings), hand.Occasion)
            : CaseErrors.OfficerUnknown;
    }
}
