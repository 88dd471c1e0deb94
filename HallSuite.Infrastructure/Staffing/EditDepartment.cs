using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Changes a department's names and the code word of its documents; its own code stays.</summary>
public sealed class EditDepartment(HallWork works)
{
    /// <param name="DocumentWord">Empty for a department that issues no documents.</param>
    public sealed record Command(DepartmentId Department, string Name, string NameEn, string DocumentWord);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var word = command.DocumentWord.Trim();
        var order = new WorkOrder(nameof(EditDepartment), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<Department>().SingleOrDefaultAsync(d => d.Id == command.Department, token) is not { } department)
            {
                return StaffErrors.DepartmentUnknown;
            }

            work.Subject = department.Code;
            if (department.Rename(command.Name, command.NameEn) is { Error: { } refused })
            {
                return refused;
            }

            var taken = await work.Db.Set<Department>().AnyAsync(d => d.DocumentWord == word && d.Id != department.Id, token);
            return department.UseDocumentWord(word, taken);
        }, cancel);
    }
}
