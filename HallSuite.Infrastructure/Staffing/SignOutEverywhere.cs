using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Ends every session of a person, this one included: one's own, or somebody's as administrator. Open pages close at once.</summary>
public sealed class SignOutEverywhere
{
    private readonly HallWork works;
    private readonly SignInAccounts accounts;

    internal SignOutEverywhere(HallWork works, SignInAccounts accounts) => (this.works, this.accounts) = (works, accounts);

    public sealed record Command(StaffId Staff);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var own = actor.Kind == ActorKind.Staff && actor.Id == command.Staff.Value;
        var order = new WorkOrder(nameof(SignOutEverywhere), own ? Permission.ManageOwnAccount : Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<SignInAccount>().SingleOrDefaultAsync(a => a.Id == command.Staff, token) is not { } account)
            {
                return StaffErrors.Unknown;
            }

            work.Subject = account.UserName;
            await accounts.EndSessionsAsync(work, account);
            return Result.Ok;
        }, cancel);
    }
}
