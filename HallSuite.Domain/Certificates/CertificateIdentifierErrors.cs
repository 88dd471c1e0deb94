using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Certificates;

/// <summary>Refusals about electronic certificate identifiers.</summary>
public static class CertificateIdentifierErrors
{
    /// <summary>Not of the form <c>1.2.156.3005.2.type.issuer.serial.version.check</c>.</summary>
    public static Error Invalid => new("certificate-identifier.invalid", ErrorKind.Invalid);

    /// <summary>The form is right and the check character is not: a slip of the pen, or not a real identifier.</summary>
    public static Error CheckFails => new("certificate-identifier.check-fails", ErrorKind.Invalid);
}
