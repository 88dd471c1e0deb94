using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Hosting;

namespace HallSuite.Web.Portal;

/// <summary>The address of the applicant's page that receipts are printed with.</summary>
internal sealed class ProgressAddress(PublicUrl site) : IProgressAddress
{
    public string? Of(string number, string queryKey) => site.Of(HallUrls.Progress(number, queryKey));
}
