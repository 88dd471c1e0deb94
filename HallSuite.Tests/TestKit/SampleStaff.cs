using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Staffing;

namespace HallSuite.Tests.TestKit;

/// <summary>People for tests, taken on by the system through the real operations.</summary>
public static class SampleStaff
{
    public const string Password = "Correct-horse-9";

    public static readonly Actor Chief = Actor.System("test");

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Takes a person on whose password is <see cref="Password"/> and need not be changed.</summary>
    public static async Task<StaffId> HireAsync(this TestHall hall, string userName) =>
        (await hall.Get<HireStaff>().ExecuteAsync(new(userName, "林静怡", Password, MustChangePassword: false), Chief, Cancel)).ShouldPass();

    /// <summary>Gives a post; without a hall it reaches everything.</summary>
    public static async Task<PostId> GiveAsync(this TestHall hall, StaffId staff, Role role, HallId? where = null, DepartmentId? department = null, DateTimeOffset? until = null) =>
        (await hall.Get<GivePost>().ExecuteAsync(new(staff, role, where, department, until), Chief, Cancel)).ShouldPass();

    public static Task<Result<SignedIn>> SignInAsync(this TestHall hall, string userName, string password = Password) =>
        hall.Get<SignIn>().ExecuteAsync(new(userName, password), Actor.Visitor("192.0.2.7"), Cancel);
}
