namespace HallSuite.Infrastructure.Cases;

/// <summary>Where an applicant sees how far a case is.</summary>
public interface IProgressAddress
{
    /// <summary>The whole address of the case's page with its key, for the receipt's QR code; null when nobody has said where the installation is reached.</summary>
    string? Of(string number, string queryKey);
}

/// <summary>A node that serves no pages, such as the command line.</summary>
internal sealed class NoProgressAddress : IProgressAddress
{
    public string? Of(string number, string queryKey) => null;
}
