using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Changes a department's names; its code stays.</summary>
public sealed class RenameDepartment(HallWork works)
{
    public sealed record Command(DepartmentId Department, string Name, string NameEn);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(RenameDepartment), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<Department>().SingleOrDefaultAsync(d => d.Id == command.Department, token) is not { } department)
            {
                return StaffErrors.DepartmentUnknown;
            }

            work.Subject = department.Code;
            return department.Rename(command.Name, command.NameEn);
        }, cancel);
    }
}
