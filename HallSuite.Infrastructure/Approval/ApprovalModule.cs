using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Approval;

internal static class ApprovalModule
{
    public static void AddApproval(this IServiceCollection services)
    {
        services.AddSingleton<StartReview>().AddSingleton<AssignStep>().AddSingleton<VerifyOnSite>().AddSingleton<PassStep>().AddSingleton<ReturnStep>();
        services.AddSingleton<ApproveCase>().AddSingleton<RefuseCase>();
        services.AddSingleton<SuspendCase>().AddSingleton<ResumeCase>().AddSingleton<ExtendCase>();
        services.AddSingleton<StepReviewerQueries>();
    }
}
