using System.Globalization;
using HallSuite.Domain.Audit;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Audit;

namespace HallSuite.Web.Hosting.Verbs;

internal sealed class VerifyAuditVerb() : Verb("verify audit", "", "finds changed, removed and inserted rows of the audit log")
{
    public override async Task<Result<string>> RunAsync(IServiceProvider services, string argument, CancellationToken cancel)
    {
        var report = await services.GetRequiredService<VerifyAudit>().RunAsync(cancel);
        foreach (var fault in report.Faults)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fault.Kind} {(fault.Stream.Length == 0 ? "chain" : fault.Stream)} {fault.From}-{fault.To}"));
        }

        return report.IsSound
            ? string.Create(CultureInfo.InvariantCulture, $"The audit log is sound: {report.Rows} rows, {report.Unsealed} not sealed yet, chain head {report.Head} {report.HeadHash}.")
            : AuditErrors.NotSound(report.FaultCount, report.Faults[0].Stream, report.Faults[0].From);
    }
}
