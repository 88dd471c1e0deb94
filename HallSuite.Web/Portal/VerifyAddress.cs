using HallSuite.Infrastructure.Documents;
using HallSuite.Web.Hosting;

namespace HallSuite.Web.Portal;

/// <summary>The address of the public check that documents are printed with.</summary>
internal sealed class VerifyAddress(PublicUrl site) : IVerifyAddress
{
    public string? Of(string verifyCode) => site.Of(HallUrls.Verify(verifyCode));
}
