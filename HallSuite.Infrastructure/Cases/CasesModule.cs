using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HallSuite.Infrastructure.Cases;

/// <summary>Topics of cases.</summary>
public static class CaseTopics
{
    /// <summary>One case: its state, papers, limits, steps.</summary>
    public static string Case(CaseId id) => $"case:{id}";

    /// <summary>The cases that a department has to work on.</summary>
    public static string Worklist(DepartmentId department) => $"worklist:department-{department}";

    /// <summary>Anything about the cases of a hall: their states, limits and lights, and what was counted of them.</summary>
    public static string Hall(HallId hall) => $"hall:{hall}/cases";
}

internal static class CasesModule
{
    public static void AddCases(this IServiceCollection services)
    {
        services.TryAddSingleton<IProgressAddress, NoProgressAddress>();
        services.AddSingleton<CaseRules>().AddSingleton<CaseNotices>().AddSingleton<CaseTally>().AddSingleton<CaseFiles>().AddSingleton<CaseApplicants>().AddSingleton<DueCases>().AddSingleton<CaseReach>();
        services.AddSingleton<OpenCase>().AddSingleton<ReceiveCase>().AddSingleton<CorrectMaterials>().AddSingleton<NotAcceptCase>();
        services.AddSingleton<RequestSupplement>().AddSingleton<HandInSupplement>().AddSingleton<AcceptCase>().AddSingleton<AcceptTolerantly>();
        services.AddSingleton<HandInPromised>().AddSingleton<WithdrawCase>().AddSingleton<TerminateCase>();
        services.AddSingleton<IssueResult>().AddSingleton<NotifyReady>().AddSingleton<DeliverResult>().AddSingleton<CompleteOnTheSpot>().AddSingleton<ArchiveCase>();
        services.AddSingleton<SubmitCase>().AddSingleton<ReturnDraft>().AddSingleton<AttachScan>().AddSingleton<PutScanAside>().AddSingleton<RevealApplicant>();
        services.AddSingleton<LapseSupplements>().AddSingleton<RecalculateLimits>().AddSingleton<SetCasePolicy>().AddSingleton<CasePolicyQueries>().AddSingleton<RecountDailyCases>();
        services.AddSingleton<IHallJob, LapseSupplementsJob>().AddSingleton<IHallJob, RecalculateLimitsJob>().AddSingleton<IHallJob, RecountDailyCasesJob>();
        services.AddSingleton<WorklistQueries>().AddSingleton<CaseQueries>().AddSingleton<CaseProgressQueries>().AddSingleton<IssueDeskQueries>();
        services.AddSingleton<WorklistCountQueries>().AddSingleton<CaseListQueries>();
        services.AddSingleton<ScanQueries>().AddSingleton<IntakeQueries>().AddSingleton<ApplicantQueries>().AddSingleton<CaseStaffQueries>();
        services.AddSingleton(TopicMap.For<Case>(TopicsOf));
        services.AddSingleton(TopicMap.For<CasePolicyRow>(r => [HallTopics.Setup(r.Hall)]));
        services.AddSingleton(TopicMap.For<CaseScan>(s => [CaseTopics.Case(s.Case)]));
        services.AddSingleton(TopicMap.For<DailyCases>(d => [CaseTopics.Hall(d.Hall)]));
        services.AddSingleton(TopicMap.NotLive<CaseEvent>("it comes with a change of its case"));
    }

    /// <summary>A step can lie with another department than the case.</summary>
    private static IEnumerable<string> TopicsOf(Case file) =>
        file.Steps.Select(s => s.Department).Append(file.Department).Distinct().Select(CaseTopics.Worklist).Append(CaseTopics.Case(file.Id)).Append(CaseTopics.Hall(file.Hall));
}
