using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Demo;

/// <summary>An account of the demo hall; the department is a code, empty where the role needs none.</summary>
internal sealed record DemoAccount(string UserName, string Name, Role Role, string Department = "")
{
    /// <summary>Configuration and audit reach the whole installation; everyone else works in the demo hall.</summary>
    public bool IsEverywhere => Role is Role.Administrator or Role.Auditor;
}

/// <summary>The people of the demo hall: an account per role, with the password that the contract tells everyone.</summary>
internal sealed class DemoStaff(IDbContextFactory<HallDbContext> contexts, HallWork works, SignInAccounts accounts)
{
    public const string Password = "HallSuite-demo-1";

    public static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        new("clerk1", "林静怡", Role.WindowClerk),
        new("clerk2", "王海燕", Role.WindowClerk),
        new("clerk3", "陈立", Role.WindowClerk),
        new("clerk4", "赵雨桐", Role.WindowClerk),
        new("clerk5", "刘思远", Role.WindowClerk),
        new("clerk6", "孙佳慧", Role.WindowClerk),
        new("clerk7", "马晓东", Role.WindowClerk),
        new("clerk8", "吴敏", Role.WindowClerk),
        new("clerk9", "古丽娜尔·买买提", Role.WindowClerk),
        new("reviewer1", "周越", Role.Reviewer, "wjj"),
        new("reviewer2", "秦若溪", Role.Reviewer, "scjgj"),
        new("head1", "何立新", Role.DepartmentHead, "wjj"),
        new("head2", "顾清源", Role.DepartmentHead, "scjgj"),
        new("supervisor", "程砚秋", Role.Supervisor),
        new("manager", "高远", Role.HallManager),
        new("agent", "江晓月", Role.HotlineAgent),
        new("admin", "傅青", Role.Administrator),
        new("auditor", "沈一鸣", Role.Auditor),
    ];

    /// <summary>Hires whoever is missing, in one operation.</summary>
    public async Task<Result> FillAsync(HallId hall, Actor filler, CancellationToken cancel)
    {
        var missing = await MissingAsync(cancel);
        if (missing.Count == 0)
        {
            return Result.Ok;
        }

        // One hash for all: its salt hides nothing where everyone knows the password, and one for each would delay the start by a second.
        var hash = accounts.Hash(Password);
        var order = new WorkOrder("FillDemoStaff", Permission.ActAsSystem, Scope.Everything, Streams.Platform, DemoHall.Code);
        return await works.RunAsync(order, filler, async (work, token) =>
        {
            var departments = await DemoMatters.DepartmentsAsync(work, token);
            foreach (var account in missing)
            {
                if (await HireAsync(work, account, hash, hall, departments) is { Error: { } refusal })
                {
                    return refusal;
                }
            }

            return Result.Ok;
        }, cancel);
    }

    private async Task<List<DemoAccount>> MissingAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var names = Accounts.Select(a => a.UserName).ToList();
        var there = await db.Set<StaffMember>().AsNoTracking().Where(m => names.Contains(m.UserName)).Select(m => m.UserName).ToListAsync(cancel);
        return [.. Accounts.Where(a => !there.Contains(a.UserName))];
    }

    private async Task<Result> HireAsync(WorkUnit work, DemoAccount plan, string hash, HallId hall, Dictionary<string, DepartmentId> departments)
    {
        if (!StaffMember.Hire(new StaffId(work.NewId()), plan.UserName, plan.Name, userNameTaken: false, work.Now).TryGet(out var member, out var refusal))
        {
            return refusal;
        }

        var department = plan.Department.Length == 0 ? (DepartmentId?)null : departments[plan.Department];
        if (!Post.Give(new PostId(work.NewId()), member, plan.Role, plan.IsEverywhere ? null : hall, department, work.Now, null).TryGet(out var post, out refusal))
        {
            return refusal;
        }

        await accounts.AddAsync(work, member, hash, mustChange: false);
        work.Db.AddRange(member, post);
        return Result.Ok;
    }
}
