using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>
/// Takes a person on, with an account to sign in and no post yet. Whoever knows the first password is not its owner alone, so it is
/// changed at the first sign-in unless the command says otherwise.
/// </summary>
public sealed class HireStaff
{
    private readonly HallWork works;
    private readonly SignInAccounts accounts;

    internal HireStaff(HallWork works, SignInAccounts accounts) => (this.works, this.accounts) = (works, accounts);

    public sealed record Command(string UserName, string Name, string Password, bool MustChangePassword = true);

    public async Task<Result<StaffId>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (PasswordRules.Check(command.Password, command.UserName.Trim()) is { Error: { } weak })
        {
            return weak;
        }

        var hash = accounts.Hash(command.Password);
        var order = new WorkOrder(nameof(HireStaff), Permission.ManageStaff, Scope.Everything, Streams.Platform);
        return await works.RunAsync<StaffId>(order, actor, async (work, token) =>
        {
            var hired = await AddAsync(work, accounts, command, hash, token);
            return hired.TryGet(out var member, out var refusal) ? member.Id : refusal;
        }, cancel);
    }

    /// <summary>The person and the account, inside an operation; also for the first administrator.</summary>
    internal static async Task<Result<StaffMember>> AddAsync(WorkUnit work, SignInAccounts accounts, Command command, string passwordHash, CancellationToken cancel)
    {
        var sign = command.UserName.Trim().ToLowerInvariant();
        var taken = await work.Db.Set<StaffMember>().AnyAsync(s => s.UserName == sign, cancel);
        if (!StaffMember.Hire(new StaffId(work.NewId()), command.UserName, command.Name, taken, work.Now).TryGet(out var member, out var refusal))
        {
            return refusal;
        }

        work.Db.Add(member);
        await accounts.AddAsync(work, member, passwordHash, command.MustChangePassword);
        work.Subject = member.UserName;
        return member;
    }
}
