using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>
/// Changes one's own password, with the present one as proof. All other sessions end; this one goes on with the new stamp. Wrong
/// tries count like those at sign-in, so that an unattended session does not give the password away.
/// </summary>
public sealed class ChangeOwnPassword
{
    private readonly HallWork works;
    private readonly SignInAccounts accounts;

    internal ChangeOwnPassword(HallWork works, SignInAccounts accounts) => (this.works, this.accounts) = (works, accounts);

    public sealed record Command(string CurrentPassword, string NewPassword);

    public async Task<Result<SignedIn>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var userName = await accounts.UserNameAsync(new StaffId(actor.Id), cancel);
        if (userName is null)
        {
            return StaffErrors.Inactive;
        }

        if (PasswordRules.Check(command.NewPassword, userName) is { Error: { } weak })
        {
            return weak;
        }

        if (command.NewPassword == command.CurrentPassword)
        {
            return StaffErrors.PasswordSame;
        }

        var proof = await accounts.ProveAsync(new StaffId(actor.Id), command.CurrentPassword, cancel);
        var hash = accounts.Hash(command.NewPassword);
        var name = accounts.TriesKey(userName);
        var order = new WorkOrder(nameof(ChangeOwnPassword), Permission.ManageOwnAccount, Scope.Everything, Streams.Platform, userName);
        var tried = await works.RunAsync<Tried<SignedIn>>(order, actor, async (work, token) => await TryAsync(work, name, proof, hash, token), cancel);
        return tried.TryGet(out var outcome, out var refusal) ? outcome.ToResult() : refusal;
    }

    private async Task<Tried<SignedIn>> TryAsync(WorkUnit work, LookupHash name, PasswordProof proof, string hash, CancellationToken cancel)
    {
        var account = await work.Db.Set<SignInAccount>().SingleAsync(a => a.Id == proof.Staff, cancel);
        if (await SignInTries.RefusalAsync(work, name, proof.IsRight && proof.StillHolds(account), cancel) is { } refusal)
        {
            return Tried<SignedIn>.Wrong(work, refusal.Code == StaffErrors.WrongPassword.Code ? StaffErrors.CurrentPasswordWrong : refusal);
        }

        await accounts.SetPasswordAsync(work, account, hash, mustChange: false);
        return new Tried<SignedIn>(new SignedIn(account.Id, account.UserName!, account.SecurityStamp!, account.MustChangePassword), null);
    }
}
