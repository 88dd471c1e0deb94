using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>What a certificate is made for.</summary>
/// <param name="Name">As 公共场所卫生许可证.</param>
/// <param name="Day">The local day it is dated.</param>
/// <param name="ValidUntil">Null for valid without end.</param>
public sealed record CertificateTerms(string Name, DateOnly Day, DateOnly ValidFrom, DateOnly? ValidUntil);

/// <summary>
/// Makes the certificate of a case in the transaction of the act that hands it out: number, identifier, paper, record, or none of them. Certificates, which
/// cases do not know, sets it.
/// </summary>
public delegate Task<Result<MadeCertificate>> MakeCertificate(WorkUnit work, Case file, CertificateTerms terms, CancellationToken cancel);

internal static class CertificateMaking
{
    /// <summary>Makes what the standard hands out, where it hands out a certificate, and then does the act with it.</summary>
    public static async Task<Result> ForAsync(
        this MakeCertificate make, CaseInHand hand, DateOnly validFrom, Func<MadeCertificate?, Result> act, CancellationToken cancel)
    {
        var rule = hand.Standard.Content.Result;
        if (!rule.HasCertificate)
        {
            return act(null);
        }

        var terms = new CertificateTerms(rule.Name, hand.Occasion.Day, validFrom, rule.ValidUntil(validFrom));
        return (await make(hand.Work, hand.Case, terms, cancel)).TryGet(out var made, out var hindered) ? act(made) : hindered;
    }
}
