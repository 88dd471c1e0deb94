using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Ends a post now. What it allowed is refused from the next click on. The last administrator's post stays.</summary>
public sealed class EndPost(HallWork works)
{
    public sealed record Command(PostId Post);

    public Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var order = new WorkOrder(nameof(EndPost), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return works.RunAsync(order, actor, async (work, token) =>
        {
            if (await work.Db.Set<Post>().SingleOrDefaultAsync(p => p.Id == command.Post, token) is not { } post)
            {
                return StaffErrors.PostUnknown;
            }

            work.Subject = await work.Db.Set<StaffMember>().Where(s => s.Id == post.Staff).Select(s => s.UserName).SingleAsync(token);
            work.Detail = post.Role.ToString();
            if (post.End(work.Now) is { Error: { } refused })
            {
                return refused;
            }

            return post.Role != Role.Administrator || await Administrators.AnyBesidesAsync(work, p => p.Id != post.Id, token)
                ? Result.Ok
                : StaffErrors.LastAdministrator;
        }, cancel);
    }
}
