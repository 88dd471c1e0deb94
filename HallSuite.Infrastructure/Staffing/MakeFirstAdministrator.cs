using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>The first hall, as the set-up page asks for it; everything else is set on its own page.</summary>
/// <param name="TimeZone">IANA name.</param>
public sealed record FirstHall(string Code, string Name, string TimeZone);

/// <summary>
/// Sets a new installation up: its first hall and its first administrator, with the one-time token that the console shows. It works
/// while there is no administrator, so it is also the way back when the last one's post has run out; then there is a hall already.
/// </summary>
public sealed class MakeFirstAdministrator
{
    private readonly HallWork works;
    private readonly SignInAccounts accounts;

    internal MakeFirstAdministrator(HallWork works, SignInAccounts accounts) => (this.works, this.accounts) = (works, accounts);

    /// <param name="Hall">Null only where a hall exists.</param>
    public sealed record Command(string Token, string UserName, string Name, string Password, FirstHall? Hall);

    /// <param name="actor">A visitor: the token is the right.</param>
    public async Task<Result<StaffId>> ExecuteAsync(Command command, Actor actor, CancellationToken cancel)
    {
        if (PasswordRules.Check(command.Password, command.UserName.Trim()) is { Error: { } weak })
        {
            return weak;
        }

        var hash = accounts.Hash(command.Password);
        var order = new WorkOrder(nameof(MakeFirstAdministrator), Permission.SignIn, Scope.Everything, Streams.Platform);
        return await works.RunAsync<StaffId>(order, actor, async (work, token) =>
        {
            if (await Administrators.AnyAsync(work.Db, work.Now, token))
            {
                return StaffErrors.AlreadySetUp;
            }

            if (!await SetUpToken.SpendAsync(work, command.Token, token))
            {
                return StaffErrors.SetUpTokenWrong;
            }

            if (await AddHallAsync(work, command.Hall, token) is { Error: { } noHall })
            {
                return noHall;
            }

            var person = new HireStaff.Command(command.UserName, command.Name, command.Password, MustChangePassword: false);
            if (!(await HireStaff.AddAsync(work, accounts, person, hash, token)).TryGet(out var member, out var refusal))
            {
                return refusal;
            }

            work.Db.Add(Post.Give(new PostId(work.NewId()), member, Role.Administrator, null, null, work.Now, null).Value);
            return member.Id;
        }, cancel);
    }

    private static async Task<Result> AddHallAsync(WorkUnit work, FirstHall? asked, CancellationToken cancel)
    {
        if (await work.Db.Set<ServiceHall>().AnyAsync(cancel))
        {
            return Result.Ok;
        }

        var zone = asked?.TimeZone.Trim() ?? "";
        var zoneIsKnown = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;
        var made = ServiceHall.Create(
            new HallId(work.NewId()), asked?.Code.Trim() ?? "", asked?.Name ?? "", null, zone, OfficeHours, codeTaken: false, zoneIsKnown);
        if (!made.TryGet(out var hall, out var refusal))
        {
            return refusal;
        }

        work.Db.Add(hall);
        work.Detail = $"hall {hall.Code}";
        return Result.Ok;
    }

    // Nine to five on weekdays until the administrator says otherwise.
    private static OpeningHours OfficeHours => OpeningHours.Of(
        Enumerable.Range(1, 5).Select(day => new OpeningSpan((DayOfWeek)day, new TimeOnly(9, 0), 8 * 60))).Value;
}
