using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Gives a person's access back, with the posts that have not ended.</summary>
public sealed class ReactivateStaff(HallWork works)
{
    public sealed record Command(StaffId Staff);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(ReactivateStaff), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<StaffMember>().SingleOrDefaultAsync(s => s.Id == command.Staff, token) is not { } member)
            {
                return StaffErrors.Unknown;
            }

            work.Subject = member.UserName;
            return member.Reactivate();
        }, cancel);
    }
}
