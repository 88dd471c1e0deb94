using HallSuite.Infrastructure.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>The papers that a case can owe its applicant.</summary>
internal static class CasePaperSetup
{
    public static void AddCasePapers(this IServiceCollection services)
    {
        services.AddSingleton<IPaperForm, ReceiptSlipForm>().AddSingleton<IPaperForm, AcceptanceNoticeForm>().AddSingleton<IPaperForm, SupplementNoticeForm>();
        services.AddSingleton<IPaperForm, NonAcceptanceNoticeForm>().AddSingleton<IPaperForm, ExtensionNoticeForm>().AddSingleton<IPaperForm, SpecialProcedureNoticeForm>();
        services.AddSingleton<IPaperForm, ApprovalDecisionForm>().AddSingleton<IPaperForm, RefusalDecisionForm>().AddSingleton<IPaperForm, TerminationNoticeForm>();
        services.AddSingleton<IPaperForm, DeliveryReceiptForm>().AddSingleton<IPaperForm, PickupSlipForm>();
    }
}
