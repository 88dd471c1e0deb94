namespace HallSuite.Infrastructure.Documents;

/// <summary>Where anyone can check a printed document.</summary>
public interface IVerifyAddress
{
    /// <summary>The whole address of the check, for the QR code; null when nobody has said where the installation is reached.</summary>
    string? Of(string verifyCode);
}

/// <summary>A node that serves no pages, such as the command line.</summary>
internal sealed class NoVerifyAddress : IVerifyAddress
{
    public string? Of(string verifyCode) => null;
}
