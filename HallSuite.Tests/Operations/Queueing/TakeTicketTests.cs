using HallSuite.Domain.Applicants;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Queueing;

public sealed class TakeTicketTests
{
    /// <summary>The sample of GB 11643-1999.</summary>
    private const string Number = "11010519491231002X";

    /// <summary>The same with a wrong check character.</summary>
    private const string WrongNumber = "110105194912310021";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_GivesTheNextNumberOfTheLaneAndTellsTheWait(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);

        var (first, second, other) = (await scene.TakeAsync("A"), await scene.TakeAsync("A"), await scene.TakeAsync("B"));

        Assert.Equal(["A001", "A002", "B001"], [first.Number, second.Number, other.Number]);
        Assert.Equal([0, 1, 0], [first.Ahead, second.Ahead, other.Ahead]);
        Assert.Equal(("A", "综合受理"), (first.Lane, first.LaneName));
        Assert.True(second.Wait.P10 <= second.Wait.P50 && second.Wait.P50 <= second.Wait.P90);
        var day = await scene.DayAsync("A");
        Assert.Equal((2, 2, 2), (day.Taken, day.LastNumber, day.TakenPerTenMinutes()[60]));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_SealsWhoItIsForAndKeepsTheCodeSecret(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);

        var taken = (await scene.TryTakeAsync(idNumber: " 11010519491231002x ", name: "阿卜杜勒•热合曼")).ShouldPass();

        var ticket = await scene.TicketAsync(taken.Id);
        var personal = scene.Get<PersonalData>();
        Assert.Equal(Number, personal.Open(ticket.IdentitySealed!.Value));
        Assert.Equal("阿卜杜勒·热合曼", personal.Open(ticket.NameSealed!.Value));
        Assert.Equal(personal.Lookup("identity", $"Citizen:{Number}"), ticket.IdentityLookup);
        Assert.Equal(16, Convert.FromBase64String(taken.Code.Replace('-', '+').Replace('_', '/') + "==").Length);
        Assert.NotEqual(taken.Code, (await scene.TakeAsync()).Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_ForAnEntitledPerson_GoesBeforeTheOthers(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.TakeAsync();
        await scene.TakeAsync();

        var aged = await scene.TakeAsync(entitlement: Entitlement.Aged);

        Assert.Equal(0, aged.Ahead);
        Assert.Equal(PriorityClass.Entitled, (await scene.TicketAsync(aged.Id)).Class);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WhenThePersonHoldsAnOpenTicketOfTheLane_IsRefusedWithItsNumber(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.TakeAsync("A", idNumber: Number);

        var again = (await scene.TryTakeAsync("A", Number)).ShouldBeRefused("ticket.already-open");

        Assert.Equal("A001", Assert.Single(again.Arguments));
        Assert.Equal((1, 1), ((await scene.DayAsync("A")).Taken, (await scene.DayAsync("A")).LastNumber));
        Assert.Equal("B001", (await scene.TakeAsync("B", idNumber: Number)).Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WithTheSameNumberOnADocumentOfAnotherKind_IsAnotherPerson(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        (await scene.TryTakeAsync("A", "12345678", type: IdentityType.Taiwan)).ShouldPass();

        (await scene.TryTakeAsync("A", "12345678", type: IdentityType.Passport)).ShouldPass();
        (await scene.TryTakeAsync("A", "1234 5678", type: IdentityType.Taiwan)).ShouldBeRefused("ticket.already-open");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WhenThePersonHoldsAnOpenTicketOfTheMatter_IsRefusedInEveryLane(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        (await scene.TryTakeAsync("A", Number, matter: "440125021000")).ShouldPass();

        (await scene.TryTakeAsync("B", Number, matter: "440125021000")).ShouldBeRefused("ticket.already-open");
        (await scene.TryTakeAsync("A", Number, matter: "440125021001")).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WhenTheOpenTicketWasTransferred_IsStillRefusedInItsFirstLane(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync("A", idNumber: Number);
        (await scene.TransferAsync(taken.Id, "B")).ShouldPass();

        (await scene.TryTakeAsync("A", Number)).ShouldBeRefused("ticket.already-open");
        (await scene.TryTakeAsync("B", Number)).ShouldBeRefused("ticket.already-open");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_AfterTheLastTicketEnded_IsAllowed(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync("A", idNumber: Number);
        await scene.TryCallAsync(1);
        await scene.ServeAsync(taken.Id);
        (await scene.FinishAsync(taken.Id)).ShouldPass();

        Assert.Equal("A002", (await scene.TakeAsync("A", idNumber: Number)).Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WhenMissed_IsRefusedWhileARejoinIsLeft(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var taken = await scene.TakeAsync("A", idNumber: Number);
        await scene.TryCallAsync(1);
        (await scene.MissAsync(taken.Id)).ShouldPass();
        (await scene.TryTakeAsync("A", Number)).ShouldBeRefused("ticket.already-open");
        (await scene.RejoinAsync(taken.Id)).ShouldPass();
        await scene.TryCallAsync(1);
        (await scene.MissAsync(taken.Id)).ShouldPass();

        Assert.Equal("A002", (await scene.TakeAsync("A", idNumber: Number)).Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WithAWrongCheckCharacter_IsRefusedAndTheNumberIsNotRepeated(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);

        var refused = (await scene.TryTakeAsync(idNumber: WrongNumber)).ShouldBeRefused("id-number.invalid");

        Assert.Equal(IdentityFault.CheckDigit, Assert.Single(refused.Arguments));
        Assert.Equal(0, await scene.Node.ReadAsync(db => db.Set<Ticket>().CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WithABirthDateThatIsOnlyTomorrowHere_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        scene.Wait(10 * 60); // eight in the evening in Shanghai; at the date line it is the next day already
        var digits = "11010520260929001";

        var refused = (await scene.TryTakeAsync(idNumber: digits + IdentityNumbers.CheckCharacter(digits))).ShouldBeRefused("id-number.invalid");

        Assert.Equal(IdentityFault.BirthDate, Assert.Single(refused.Arguments));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WithAWrongCheckCharacter_IsAllowedToASupervisorWithAReason(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var manager = await scene.StaffAsync("manager", Role.HallManager);
        (await scene.TryTakeAsync(idNumber: WrongNumber, overrideReason: "证件属实", actor: manager)).ShouldBeRefused("id-number.invalid");
        await scene.Node.GiveAsync(new StaffId(manager.Id), Role.Supervisor, scene.Id);

        (await scene.TryTakeAsync(idNumber: WrongNumber, actor: manager)).ShouldBeRefused("id-number.invalid");
        (await scene.TryTakeAsync(idNumber: WrongNumber, overrideReason: "  ", actor: manager)).ShouldBeRefused("reason.required");
        (await scene.TryTakeAsync(idNumber: "1101051949123100", overrideReason: "证件属实", actor: manager)).ShouldBeRefused("id-number.invalid");
        var taken = (await scene.TryTakeAsync(idNumber: WrongNumber, overrideReason: "证件属实，已核对原件", actor: manager)).ShouldPass();

        var audit = await scene.Node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(a => a.Operation == nameof(TakeTicket)));
        Assert.Equal((taken.Number, "证件属实，已核对原件"), (audit.Subject, audit.Reason));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_OutsideTheOpeningHours_IsRefused(DatabaseProvider provider)
    {
        // Monday morning in Shanghai, while it is still Sunday evening elsewhere.
        await using var scene = await QueueScene.OpenAsync(provider, sample =>
            sample.Hall.SetOpeningHours(OpeningHours.Of([new OpeningSpan(DayOfWeek.Monday, new TimeOnly(9, 0), 180)]).ShouldPass()));
        await scene.TakeAsync();

        scene.Wait(120);
        (await scene.TryTakeAsync()).ShouldBeRefused("hall.closed");
        scene.Node.Clock.Set(TestHall.Start.AddMinutes(-61));
        (await scene.TryTakeAsync()).ShouldBeRefused("hall.closed");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_AfterMidnight_BelongsToTheServiceDayOnWhichTheOpeningBegan(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider, sample =>
            sample.Hall.SetOpeningHours(OpeningHours.Of([new OpeningSpan(DayOfWeek.Monday, new TimeOnly(9, 0), 24 * 60)]).ShouldPass()));
        scene.Wait(16 * 60);

        var taken = await scene.TakeAsync();

        Assert.Equal(SampleHall.Today, (await scene.TicketAsync(taken.Id)).ServiceDay);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_OnTheNextDay_BeginsAtOneAgain(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.TakeAsync(idNumber: Number);
        scene.Wait(24 * 60);

        Assert.Equal("A001", (await scene.TakeAsync(idNumber: Number)).Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_WhenAnotherLaneHadThePrefixThisMorning_GoesOnAfterItsNumbers(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        await scene.TakeAsync("A");
        await scene.Node.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync("""UPDATE "Lanes" SET "Prefix" = 'Z' WHERE "Prefix" = 'A'"""));
        await scene.Node.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync("""UPDATE "Lanes" SET "Prefix" = 'A' WHERE "Prefix" = 'B'"""));

        Assert.Equal("A002", (await scene.TakeAsync("A")).Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_InAClosedLane_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider, sample => sample.Lanes[0].Close().ShouldPass());

        (await scene.TryTakeAsync("A")).ShouldBeRefused("lane.closed");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_InAHallOutOfUse_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider, sample => sample.Hall.Deactivate(windowsOpen: 0).ShouldPass());

        (await scene.TryTakeAsync()).ShouldBeRefused("hall.closed");
    }

    [Theory]
    [InlineData("X", "陈晓敏", null, Entitlement.None, "lane.unknown")]
    [InlineData("A", " ", null, Entitlement.None, "name.invalid")]
    [InlineData("A", "陈晓敏", "01234567890123456789012345678901234567890", Entitlement.None, "ticket.matter-invalid")]
    [InlineData("A", "陈晓敏", null, Entitlement.Booking, "ticket.booking-not-checked-in")]
    public async Task Take_WithWhatCannotBe_IsRefused(string lane, string name, string? matter, Entitlement entitlement, string code)
    {
        await using var scene = await QueueScene.OpenAsync(DatabaseProvider.Sqlite);

        (await scene.TryTakeAsync(lane, matter: matter, entitlement: entitlement, name: name)).ShouldBeRefused(code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_IsForKiosksAndHallManagersAlone(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var (kiosk, screen) = (await scene.DeviceAsync(DeviceKind.Kiosk), await scene.DeviceAsync(DeviceKind.Screen));

        (await scene.TryTakeAsync(actor: kiosk)).ShouldPass();
        (await scene.TryTakeAsync(actor: await scene.StaffAsync("manager", Role.HallManager))).ShouldPass();
        (await scene.TryTakeAsync(actor: screen)).ShouldBeRefused("device.wrong-kind");
        (await scene.TryTakeAsync(actor: await scene.StaffAsync("clerk"))).ShouldBeRefused("permission.denied");
        (await scene.TryTakeAsync(actor: Actor.Visitor("192.0.2.9"))).ShouldBeRefused("permission.denied");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Take_InAnUnknownHall_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);

        var taken = await scene.Get<TakeTicket>().ExecuteAsync(
            new(new HallId(Guid.NewGuid()), "A", "陈晓敏", Number, IdentityType.Citizen, null, Entitlement.None), QueueScene.System, QueueScene.Cancel);

        taken.ShouldBeRefused("hall.unknown");
    }
}
