using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Corrects a person's name. The user name never changes: the audit log knows people by it.</summary>
public sealed class RenameStaff(HallWork works)
{
    public sealed record Command(StaffId Staff, string Name);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(RenameStaff), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<StaffMember>().SingleOrDefaultAsync(s => s.Id == command.Staff, token) is not { } member)
            {
                return StaffErrors.Unknown;
            }

            work.Subject = member.UserName;
            return member.Rename(command.Name);
        }, cancel);
    }
}
