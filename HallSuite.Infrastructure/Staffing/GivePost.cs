using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Gives a person a post from now on: a role in a hall and all below it, or everywhere; for a department, or for all.</summary>
public sealed class GivePost(HallWork works)
{
    /// <param name="Until">The first moment at which it is no longer held; null for open-ended.</param>
    public sealed record Command(StaffId Staff, Role Role, HallId? Hall, DepartmentId? Department, DateTimeOffset? Until = null);

    public Task<Result<PostId>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(GivePost), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync<PostId>(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == command.Staff, token) is not { } member)
            {
                return StaffErrors.Unknown;
            }

            var hall = await work.Db.Set<ServiceHall>().Where(h => h.Id == command.Hall).Select(h => h.Code).SingleOrDefaultAsync(token);
            var department = await work.Db.Set<Department>().Where(d => d.Id == command.Department).Select(d => d.Code).SingleOrDefaultAsync(token);
            if (command.Hall is not null && hall is null)
            {
                return HallErrors.Unknown;
            }

            if (command.Department is not null && department is null)
            {
                return StaffErrors.DepartmentUnknown;
            }

            return Add(work, command, member, $"{command.Role}, hall {hall ?? "*"}, department {department ?? "*"}");
        }, cancel);
    }

    private static Result<PostId> Add(WorkUnit work, Command command, StaffMember member, string detail)
    {
        var given = Post.Give(new PostId(work.NewId()), member, command.Role, command.Hall, command.Department, work.Now, command.Until);
        if (!given.TryGet(out var post, out var refusal))
        {
            return refusal;
        }

        work.Db.Add(post);
        (work.Subject, work.Detail) = (member.UserName, detail);
        return post.Id;
    }
}
