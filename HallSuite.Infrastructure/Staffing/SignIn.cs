using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Privacy;
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
    private readonly PersonalData personal;

    internal SignIn(HallWork works, SignInAccounts accounts, PersonalData personal) => (this.works, this.accounts, this.personal) = (works, accounts, personal);

    public sealed record Command(string UserName, string Password);

    /// <param name="actor">A visitor: nobody is anybody before this.</param>
    public async Task<Result<SignedIn>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        var proof = await accounts.ProveAsync(command.UserName, command.Password, cancel);
        var name = personal.Lookup("sign-in", accounts.Normalize(command.UserName));
        var order = new WorkOrder(nameof(SignIn), Permission.SignIn, Scope.Everything, Streams.Platform);

        // A wrong try must be counted and audited, so for HallWork it is an answer, not a refusal that leaves nothing behind.
        var tried = await works.RunAsync<Outcome>(order, actor, async (work, token) => await DecideAsync(work, name, proof, token), cancel);
        return tried.TryGet(out var outcome, out var refusal) ? outcome.ToResult() : refusal;
    }

    private static async Task<Outcome> DecideAsync(WorkUnit work, LookupHash name, PasswordProof proof, CancellationToken cancel)
    {
        var account = proof.Staff is { } id ? await work.Db.Set<SignInAccount>().SingleOrDefaultAsync(a => a.Id == id, cancel) : null;
        var tries = await work.Db.Set<SignInTries>().SingleOrDefaultAsync(t => t.Name == name, cancel);
        work.Subject = account?.UserName;
        if (tries?.MinutesLocked(work.Now) is { } minutes)
        {
            return Refuse(work, StaffErrors.Locked(minutes));
        }

        if (account is null || !proof.IsRight || !proof.StillHolds(account))
        {
            if (tries is null)
            {
                work.Db.Add(tries = new SignInTries { Name = name });
            }

            tries.CountWrong(work.Now);
            return Refuse(work, tries.MinutesLocked(work.Now) is { } locked ? StaffErrors.Locked(locked) : StaffErrors.WrongPassword);
        }

        var member = await work.Db.Set<StaffMember>().AsNoTracking().SingleAsync(s => s.Id == account.Id, cancel);
        if (!member.Active)
        {
            return Refuse(work, StaffErrors.Inactive);
        }

        if (tries is not null)
        {
            work.Db.Remove(tries);
        }

        if (proof.BetterHash is { } better)
        {
            account.PasswordHash = better;
        }

        return new Outcome(new SignedIn(account.Id, member.UserName, account.SecurityStamp!, account.MustChangePassword), null);
    }

    private static Outcome Refuse(WorkUnit work, Error refusal)
    {
        work.Detail = refusal.Code;
        return new Outcome(null, refusal);
    }

    private sealed record Outcome(SignedIn? SignedIn, Error? Refusal)
    {
        public Result<SignedIn> ToResult() => Refusal is { } refusal ? refusal : SignedIn!;
    }
}
