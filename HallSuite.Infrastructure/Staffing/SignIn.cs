using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Who signed in. The stamp goes into the session; when the account has another one, the session is over.</summary>
public sealed record SignedIn(StaffId Id, string UserName, string Stamp, bool MustChangePassword);

/// <summary>
/// Signs a member of staff in with name and password. Refuses with <c>staff.wrong-password</c> whether the name or the password was
/// wrong, and with <c>staff.locked</c> for 10 minutes after five wrong tries, whether or not the name exists. Every try is audited,
/// a wrong one by the account's name only, because what was typed into the name's field may be a password.
/// </summary>
public sealed class SignIn
{
    private readonly HallWork works;
    private readonly SignInAccounts accounts;

    internal SignIn(HallWork works, SignInAccounts accounts) => (this.works, this.accounts) = (works, accounts);

    public sealed record Command(string UserName, string Password);

    /// <param name="actor">A visitor: nobody is anybody before this.</param>
    public async Task<Result<SignedIn>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var proof = await accounts.ProveAsync(command.UserName, command.Password, cancel);
        var name = accounts.TriesKey(command.UserName);
        var order = new WorkOrder(nameof(SignIn), Permission.SignIn, Scope.Everything, Streams.Platform);

        // A wrong try must be counted and audited, so for HallWork it is an answer, not a refusal that leaves nothing behind.
        var tried = await works.RunAsync<Tried<SignedIn>>(order, actor, async (work, token) => await TryAsync(work, name, proof, token), cancel);
        return tried.TryGet(out var outcome, out var refusal) ? outcome.ToResult() : refusal;
    }

    private static async Task<Tried<SignedIn>> TryAsync(WorkUnit work, LookupHash name, PasswordProof proof, CancellationToken cancel)
    {
        var account = proof.Staff is { } id ? await work.Db.Set<SignInAccount>().SingleOrDefaultAsync(a => a.Id == id, cancel) : null;
        work.Subject = account?.UserName;
        if (await SignInTries.RefusalAsync(work, name, account is not null && proof.IsRight && proof.StillHolds(account), cancel) is { } refusal)
        {
            return Tried<SignedIn>.Wrong(work, refusal);
        }

        if (!await work.Db.Set<StaffMember>().AnyAsync(s => s.Id == account!.Id && s.Active, cancel))
        {
            return Tried<SignedIn>.Wrong(work, StaffErrors.Inactive);
        }

        account!.LastSignInAt = work.Now;
        account.PasswordHash = proof.BetterHash ?? account.PasswordHash;
        return new Tried<SignedIn>(new SignedIn(account.Id, account.UserName!, account.SecurityStamp!, account.MustChangePassword), null);
    }
}
