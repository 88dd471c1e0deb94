using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>What a typed name and password came to. The hash that was checked goes with it, so that the operation can tell whether it still holds.</summary>
internal sealed record PasswordProof(StaffId? Staff, bool IsRight, string? CheckedHash, string? BetterHash)
{
    public bool StillHolds(SignInAccount account) => account.PasswordHash == CheckedHash;
}

/// <summary>
/// ASP.NET Core Identity, as operations use it: over the context of the running operation, which alone saves. Passwords are hashed
/// and checked before an operation takes its turn on the stream, because that takes as long as a hundred operations.
/// </summary>
internal sealed class SignInAccounts(
    IDbContextFactory<HallDbContext> contexts, IPasswordHasher<SignInAccount> hasher, IOptions<IdentityOptions> options, ILookupNormalizer names,
    PersonalData personal, IServiceProvider services, ILogger<UserManager<SignInAccount>> log)
{
    // What a name without an account is checked against, so that the answer takes as long as with one.
    private readonly Lazy<string> nobody = new(() => hasher.HashPassword(new SignInAccount(), Guid.NewGuid().ToString()));

    /// <summary>Gives a person an account with a hashed password.</summary>
    public async Task AddAsync(WorkUnit work, StaffMember member, string passwordHash, bool mustChange)
    {
        var account = new SignInAccount { Id = member.Id, UserName = member.UserName, PasswordHash = passwordHash, MustChangePassword = mustChange };
        Require(await Over(work).CreateAsync(account));
    }

    /// <summary>Sets a new hashed password and ends every session.</summary>
    public Task SetPasswordAsync(WorkUnit work, SignInAccount account, string passwordHash, bool mustChange)
    {
        (account.PasswordHash, account.MustChangePassword) = (passwordHash, mustChange);
        return EndSessionsAsync(work, account);
    }

    /// <summary>Changes the security stamp: no session of this account holds any longer.</summary>
    public async Task EndSessionsAsync(WorkUnit work, SignInAccount account) => Require(await Over(work).UpdateSecurityStampAsync(account));

    private string Normalize(string userName) => names.NormalizeName(userName.Trim())!;

    public string Hash(string password) => hasher.HashPassword(new SignInAccount(), password);

    /// <summary>Checks a password, in the same time whether or not the name exists.</summary>
    public async Task<PasswordProof> ProveAsync(string userName, string password, CancellationToken cancel)
    {
        var name = Normalize(userName);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return Check(await db.Set<SignInAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == name, cancel), password);
    }

    /// <summary>Checks the password of someone who is signed in.</summary>
    public async Task<PasswordProof> ProveAsync(StaffId staff, string password, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return Check(await db.Set<SignInAccount>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == staff, cancel), password);
    }

    /// <summary>The user name of an account; null when there is none.</summary>
    public async Task<string?> UserNameAsync(StaffId staff, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<SignInAccount>().Where(a => a.Id == staff).Select(a => a.UserName).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The key under which wrong tries for a typed name are counted. Asked for before an operation takes its turn: the first one makes a key in the database.</summary>
    public LookupHash TriesKey(string userName) => personal.Lookup("sign-in", Normalize(userName));

    private PasswordProof Check(SignInAccount? account, string password)
    {
        // A body can hold megabytes; no password that anyone was given is longer than the rule.
        var typed = password.Length <= PasswordRules.Longest ? password : "";
        var found = hasher.VerifyHashedPassword(account ?? new SignInAccount(), account?.PasswordHash ?? nobody.Value, typed);
        var right = account is not null && found != PasswordVerificationResult.Failed;
        return new PasswordProof(account?.Id, right, account?.PasswordHash, found == PasswordVerificationResult.SuccessRehashNeeded ? Hash(typed) : null);
    }

    // Identity's own rules and stamps over the operation's context; it never saves by itself.
    internal UserManager<SignInAccount> Over(WorkUnit work)
    {
        var store = new UserOnlyStore<SignInAccount, HallDbContext, StaffId>(work.Db) { AutoSaveChanges = false };
        return new UserManager<SignInAccount>(store, options, hasher, [new UserValidator<SignInAccount>()], [], names, new IdentityErrorDescriber(), services, log);
    }

    // The domain has checked everything that Identity checks; if they differ, one of them is wrong.
    private static void Require(IdentityResult done)
    {
        if (!done.Succeeded)
        {
            throw new InvalidOperationException(done.ToString());
        }
    }
}
