namespace HallSuite.Infrastructure.Platform.Privacy;

/// <summary>
/// What a look-up hash is of. The same person has the same hash wherever the same purpose is named, so these words never change: what was stored under
/// another would not be found again.
/// </summary>
internal static class LookupPurpose
{
    public const string Identity = "identity";
    public const string CreditCode = "credit-code";
}
