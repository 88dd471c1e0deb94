using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Adds a department, the authority that decides.</summary>
public sealed class CreateDepartment(HallWork works)
{
    /// <param name="DocumentWord">Empty for a department that issues no documents.</param>
    public sealed record Command(string Code, string Name, string NameEn, string DocumentWord = "");

    public Task<Result<DepartmentId>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var (code, word) = (command.Code.Trim(), command.DocumentWord.Trim());
        var order = new WorkOrder(nameof(CreateDepartment), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync<DepartmentId>(order, actor, async (work, token) =>
        {
            var taken = await work.Db.Set<Department>().AnyAsync(d => d.Code == code, token);
            if (!Department.Create(new DepartmentId(work.NewId()), code, command.Name, command.NameEn, taken).TryGet(out var department, out var refusal))
            {
                return refusal;
            }

            var wordTaken = await work.Db.Set<Department>().AnyAsync(d => d.DocumentWord == word, token);
            if (department.UseDocumentWord(word, wordTaken) is { Error: { } badWord })
            {
                return badWord;
            }

            work.Db.Add(department);
            work.Subject = department.Code;
            return department.Id;
        }, cancel);
    }
}
