using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Staffing;

/// <summary>Topics of people.</summary>
public static class StaffTopics
{
    /// <summary>The list of people, their posts, the departments.</summary>
    public const string People = "staff";

    /// <summary>One person: name, posts, sessions.</summary>
    public static string Person(StaffId staff) => $"staff:{staff}";

    /// <summary>One session, by the number in its cookie; told once, when it ends.</summary>
    public static string Session(string session) => $"session:{session}";
}

internal static class StaffingModule
{
    public static void AddStaffing(this IServiceCollection services)
    {
        services.AddOptions<IdentityOptions>();
        services.AddOptions<PasswordHasherOptions>();
        services.AddSingleton<IPasswordHasher<SignInAccount>, PasswordHasher<SignInAccount>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<SignInAccounts>();
        services.AddSingleton<StaffGrants>();
        services.AddSingleton<IGrantReader>(s => s.GetRequiredService<StaffGrants>());
        services.AddSingleton<StaffQueries>();
        services.AddSingleton<StaffAdminQueries>();
        services.AddSingleton<SignInSessions>();
        services.AddSingleton<SetUpToken>();
        services.AddSingleton<IHallJob, ForgetSignInTries>();
        services.AddOperations();
        services.AddSingleton(TopicMap.For<StaffMember>(m => [StaffTopics.People, StaffTopics.Person(m.Id)]));
        services.AddSingleton(TopicMap.For<Post>(p => [StaffTopics.People, StaffTopics.Person(p.Staff)]));
        services.AddSingleton(TopicMap.For<Department>(_ => [StaffTopics.People]));
        services.AddSingleton(TopicMap.For<SignInAccount>(a => [StaffTopics.Person(a.Id)]));
        services.AddSingleton(TopicMap.NotLive<SignInTries>("the sign-in page tells its own visitor"));
    }

    private static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<SignOut>();
        services.AddSingleton<RenameStaff>();
        services.AddSingleton<ReactivateStaff>();
        services.AddSingleton<GivePost>();
        services.AddSingleton<EndPost>();
        services.AddSingleton<CreateDepartment>();
        services.AddSingleton<EditDepartment>();
        services.AddSingleton(s => new SignIn(s.GetRequiredService<HallWork>(), s.GetRequiredService<SignInAccounts>()));
        services.AddSingleton(s => new SignOutEverywhere(s.GetRequiredService<HallWork>(), s.GetRequiredService<SignInAccounts>()));
        services.AddSingleton(s => new HireStaff(s.GetRequiredService<HallWork>(), s.GetRequiredService<SignInAccounts>()));
        services.AddSingleton(s => new DeactivateStaff(s.GetRequiredService<HallWork>(), s.GetRequiredService<SignInAccounts>()));
        services.AddSingleton(s => new ResetPassword(s.GetRequiredService<HallWork>(), s.GetRequiredService<SignInAccounts>()));
        services.AddSingleton(s => new MakeFirstAdministrator(s.GetRequiredService<HallWork>(), s.GetRequiredService<SignInAccounts>()));
        services.AddSingleton(s => new ChangeOwnPassword(s.GetRequiredService<HallWork>(), s.GetRequiredService<SignInAccounts>()));
    }
}
