using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>Section <c>Signing</c>: the certificate that documents are signed with. Development makes one of its own; elsewhere nothing is issued without one.</summary>
public sealed class SigningOptions
{
    /// <summary>A PFX file with the certificate, its private key and the certificates above it.</summary>
    public string Pfx { get; set; } = "";

    /// <summary>A file whose first line is the password of the PFX; empty: it has none. A password never stands in the configuration itself.</summary>
    public string PfxPasswordFile { get; set; } = "";

    /// <summary>Instead of a PFX: the SHA-1 thumbprint of a certificate in the machine's or the user's store.</summary>
    public string StoreThumbprint { get; set; } = "";

    /// <summary>The address of a time-stamp authority (RFC 3161); empty: no time stamps.</summary>
    public string TimeStampUrl { get; set; } = "";
}

/// <summary>
/// Opens the certificate before the program starts, so that one which cannot sign is told then. One that is out of date stops no hall from starting: queues
/// go on, and each document is refused until it is replaced.
/// </summary>
internal sealed class SigningOptionsRules : IValidateOptions<SigningOptions>
{
    public ValidateOptionsResult Validate(string? name, SigningOptions options)
    {
        var faults = new List<string>();
        if (options.TimeStampUrl.Length > 0 && !(Uri.TryCreate(options.TimeStampUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            faults.Add($"Signing:TimeStampUrl is \"{options.TimeStampUrl}\"; it must be an address such as http://tsa.example.cn.");

        if (options.Pfx.Length > 0 && options.StoreThumbprint.Length > 0)
            faults.Add("Signing:Pfx and Signing:StoreThumbprint are both set; only one certificate can sign.");
        else if (options.Pfx.Length + options.StoreThumbprint.Length > 0 && CertificateFault(options) is { } fault)
            faults.Add(fault);

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string? CertificateFault(SigningOptions options)
    {
        try
        {
            using var certificate = SigningCertificate.Of(options);
            return null;
        }
        catch (PdfException fault)
        {
            return $"Signing: {fault.Error.Code} ({string.Join(", ", fault.Error.Arguments)}).";
        }
    }
}
