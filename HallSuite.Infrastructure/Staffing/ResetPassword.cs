using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>
/// Gives a person a one-time password, told to them in person: every session ends, a lock is lifted, and at the next sign-in they
/// choose their own before anything else.
/// </summary>
public sealed class ResetPassword
{
    private readonly HallWork works;
    private readonly SignInAccounts accounts;

    internal ResetPassword(HallWork works, SignInAccounts accounts) => (this.works, this.accounts) = (works, accounts);

    /// <param name="OneTimePassword">Best one of <see cref="Staffing.OneTimePassword.New"/>.</param>
    public sealed record Command(StaffId Staff, string OneTimePassword);

    public async Task<Result> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (await accounts.UserNameAsync(command.Staff, cancel) is not { } userName)
        {
            return StaffErrors.Unknown;
        }

        if (PasswordRules.Check(command.OneTimePassword, userName) is { Error: { } weak })
        {
            return weak;
        }

        var hash = accounts.Hash(command.OneTimePassword);
        var name = accounts.TriesKey(userName);
        var order = new WorkOrder(nameof(ResetPassword), Permission.ManageStaff, Scope.Everything, Streams.Platform, userName);
        return await works.RunAsync(order, actor, async (work, token) =>
        {
            var account = await work.Db.Set<SignInAccount>().SingleAsync(a => a.Id == command.Staff, token);
            await accounts.SetPasswordAsync(work, account, hash, mustChange: true);
            await SignInTries.ForgetAsync(work, name, token);
            return Result.Ok;
        }, cancel);
    }
}
