using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>
/// Takes a person's access away: every session ends, nothing is allowed any more; posts and history stay. Nobody does it to
/// oneself, nor to the last administrator.
/// </summary>
public sealed class DeactivateStaff
{
    private readonly HallWork works;
    private readonly SignInAccounts accounts;

    internal DeactivateStaff(HallWork works, SignInAccounts accounts) => (this.works, this.accounts) = (works, accounts);

    public sealed record Command(StaffId Staff);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(DeactivateStaff), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<StaffMember>().SingleOrDefaultAsync(s => s.Id == command.Staff, token) is not { } member)
            {
                return StaffErrors.Unknown;
            }

            work.Subject = member.UserName;
            if (actor.Kind == ActorKind.Staff && actor.Id == member.Id.Value)
            {
                return StaffErrors.NotOneself;
            }

            if (member.Deactivate() is { Error: { } refused })
            {
                return refused;
            }

            await accounts.EndSessionsAsync(work, await work.Db.Set<SignInAccount>().SingleAsync(a => a.Id == member.Id, token));
            return await Administrators.AnyBesidesAsync(work, p => p.Staff != member.Id, token) ? Result.Ok : StaffErrors.LastAdministrator;
        }, cancel);
    }
}
