using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.TestKit.SampleStaff;

namespace HallSuite.Tests.Operations;

public sealed class SignInTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignIn_WithTheRightPassword_AnswersWhoAndIsAudited(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var clerk = await hall.HireAsync("clerk1");

        var who = (await hall.SignInAsync(" CLERK1 ")).ShouldPass();

        Assert.Equal((clerk, "clerk1", false), (who.Id, who.UserName, who.MustChangePassword));
        var audit = await LastAuditAsync(hall, nameof(SignIn));
        Assert.Equal((ActorKind.Visitor, "192.0.2.7", "clerk1", null), (audit.ActorKind, audit.From, audit.Subject, audit.Detail));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignIn_WithAWrongPassword_IsRefusedAndAuditedUnderTheAccount(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.HireAsync("clerk1");

        (await hall.SignInAsync("clerk1", "something-Else-1")).ShouldBeRefused("staff.wrong-password");

        var audit = await LastAuditAsync(hall, nameof(SignIn));
        Assert.Equal(("clerk1", "staff.wrong-password"), (audit.Subject, audit.Detail));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignIn_UnderAnUnknownName_IsRefusedLikeAWrongPasswordAndKeepsWhatWasTypedNowhere(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        const string typed = "my-Password-1-in-the-wrong-field";

        (await hall.SignInAsync(typed)).ShouldBeRefused("staff.wrong-password");

        var audit = await LastAuditAsync(hall, nameof(SignIn));
        Assert.Equal((null, "staff.wrong-password"), (audit.Subject, audit.Detail));
        var tries = await hall.ReadAsync(db => db.Set<SignInTries>().SingleAsync());
        Assert.DoesNotContain(typed, tries.Name.Value, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignIn_AfterFiveWrongTries_IsLockedForTenMinutesOfTheClock(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.HireAsync("clerk1");
        for (var i = 1; i <= 4; i++)
        {
            (await hall.SignInAsync("clerk1", "wrong")).ShouldBeRefused("staff.wrong-password");
        }

        var locked = (await hall.SignInAsync("clerk1", "wrong")).ShouldBeRefused("staff.locked");
        Assert.Equal(10, Assert.Single(locked.Arguments));
        (await hall.SignInAsync("clerk1")).ShouldBeRefused("staff.locked");

        hall.Clock.Move(TimeSpan.FromMinutes(8.5));
        Assert.Equal(2, Assert.Single((await hall.SignInAsync("clerk1")).ShouldBeRefused("staff.locked").Arguments));

        hall.Clock.Move(TimeSpan.FromMinutes(2));
        (await hall.SignInAsync("clerk1")).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignIn_UnderAnUnknownName_IsLockedLikeAKnownOne(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        for (var i = 1; i <= 4; i++)
        {
            (await hall.SignInAsync("nobody", "wrong")).ShouldBeRefused("staff.wrong-password");
        }

        (await hall.SignInAsync("nobody", "wrong")).ShouldBeRefused("staff.locked");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignIn_ThatSucceeds_ForgetsTheWrongTriesBefore(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.HireAsync("clerk1");
        for (var round = 1; round <= 2; round++)
        {
            for (var i = 1; i <= 4; i++)
            {
                (await hall.SignInAsync("clerk1", "wrong")).ShouldBeRefused("staff.wrong-password");
            }

            (await hall.SignInAsync("clerk1")).ShouldPass();
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignIn_OfSomeoneInactive_IsRefused(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        await hall.GiveAsync(await hall.HireAsync("admin"), Role.Administrator);
        var clerk = await hall.HireAsync("clerk1");
        (await hall.Get<DeactivateStaff>().ExecuteAsync(new(clerk), Chief, Cancel)).ShouldPass();

        (await hall.SignInAsync("clerk1")).ShouldBeRefused("staff.inactive");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChangeOwnPassword_WithTheRightOne_EndsTheOtherSessionsAndKeepsThisOne(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var clerk = await hall.HireAsync("clerk1");
        var other = (await hall.SignInAsync("clerk1")).ShouldPass();

        var mine = (await hall.Get<ChangeOwnPassword>().ExecuteAsync(new(Password, "Better-horse-10"), Actor.Staff(clerk, ""), Cancel)).ShouldPass();

        Assert.False(await hall.Get<SignInSessions>().HoldsAsync(clerk, other.Stamp, Cancel));
        Assert.True(await hall.Get<SignInSessions>().HoldsAsync(clerk, mine.Stamp, Cancel));
        (await hall.SignInAsync("clerk1")).ShouldBeRefused("staff.wrong-password");
        (await hall.SignInAsync("clerk1", "Better-horse-10")).ShouldPass();
    }

    [Theory]
    [InlineData("wrong", "Better-horse-10", "password.current-wrong")]
    [InlineData(Password, Password, "password.same")]
    [InlineData(Password, "short-1A", "password.too-weak")]
    [InlineData(Password, "Clerk1-is-me-9", "password.too-weak")]
    public async Task ChangeOwnPassword_AgainstTheRules_IsRefused(string current, string next, string code)
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var clerk = await hall.HireAsync("clerk1");

        (await hall.Get<ChangeOwnPassword>().ExecuteAsync(new(current, next), Actor.Staff(clerk, ""), Cancel)).ShouldBeRefused(code);

        (await hall.SignInAsync("clerk1")).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChangeOwnPassword_GuessedFiveTimes_LocksTheAccount(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var clerk = Actor.Staff(await hall.HireAsync("clerk1"), "");
        for (var i = 1; i <= 4; i++)
        {
            (await hall.Get<ChangeOwnPassword>().ExecuteAsync(new("guess", "Better-horse-10"), clerk, Cancel)).ShouldBeRefused("password.current-wrong");
        }

        (await hall.Get<ChangeOwnPassword>().ExecuteAsync(new("guess", "Better-horse-10"), clerk, Cancel)).ShouldBeRefused("staff.locked");
        (await hall.SignInAsync("clerk1")).ShouldBeRefused("staff.locked");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignOutEverywhere_OfOneself_EndsEverySession(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var clerk = await hall.HireAsync("clerk1");
        var session = (await hall.SignInAsync("clerk1")).ShouldPass();

        (await hall.Get<SignOutEverywhere>().ExecuteAsync(new(clerk), Actor.Staff(clerk, ""), Cancel)).ShouldPass();

        Assert.False(await hall.Get<SignInSessions>().HoldsAsync(clerk, session.Stamp, Cancel));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SignOutEverywhere_OfSomeoneElse_NeedsAnAdministrator(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var clerk = await hall.HireAsync("clerk1");
        var other = Actor.Staff(await hall.HireAsync("clerk2"), "");

        (await hall.Get<SignOutEverywhere>().ExecuteAsync(new(clerk), other, Cancel)).ShouldBeRefused("permission.denied");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ResetPassword_OpensALockedAccountForAPasswordThatMustBeChanged(DatabaseProvider provider)
    {
        await using var hall = await TestHall.CreateAsync(provider);
        var clerk = await hall.HireAsync("clerk1");
        await hall.GiveAsync(clerk, Role.WindowClerk);
        var session = (await hall.SignInAsync("clerk1")).ShouldPass();
        for (var i = 1; i <= 5; i++)
        {
            await hall.SignInAsync("clerk1", "wrong");
        }

        var password = OneTimePassword.New();
        (await hall.Get<ResetPassword>().ExecuteAsync(new(clerk, password), Chief, Cancel)).ShouldPass();

        Assert.False(await hall.Get<SignInSessions>().HoldsAsync(clerk, session.Stamp, Cancel));
        Assert.True((await hall.SignInAsync("clerk1", password)).ShouldPass().MustChangePassword);
        var actor = Actor.Staff(clerk, "");
        Assert.Equal("password.must-be-changed", (await hall.Get<Access>().RefusalAsync(actor, Permission.ViewQueue, Scope.Everything, Cancel))?.Code);
        (await hall.Get<ChangeOwnPassword>().ExecuteAsync(new(password, "Better-horse-10"), actor, Cancel)).ShouldPass();
        Assert.Null(await hall.Get<Access>().RefusalAsync(actor, Permission.ViewQueue, Scope.Everything, Cancel));
    }

    [Fact]
    public async Task TriesOfAWeekAgo_AreForgottenByTheJob()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        await hall.SignInAsync("nobody", "wrong");
        var job = hall.Get<IEnumerable<Infrastructure.Platform.Jobs.IHallJob>>().OfType<ForgetSignInTries>().Single();
        await job.RunAsync(Cancel);
        Assert.Equal(1, await hall.ReadAsync(db => db.Set<SignInTries>().CountAsync()));

        hall.Clock.Move(TimeSpan.FromDays(7));
        await job.RunAsync(Cancel);

        Assert.Equal(0, await hall.ReadAsync(db => db.Set<SignInTries>().CountAsync()));
    }

    private static Task<AuditRow> LastAuditAsync(TestHall hall, string operation) =>
        hall.ReadAsync(db => db.Set<AuditRow>().Where(r => r.Operation == operation).OrderByDescending(r => r.Seq).FirstAsync());
}
