using System.Globalization;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Certificates;

/// <summary>
/// The identifier of an electronic certificate (电子证照标识, DOMAIN §7):
/// <c>1.2.156.3005.2.type.issuer.serial.version.check</c>, where the check character is ISO 7064 MOD 37,36 over the four segments before it, dots
/// left out.
/// </summary>
public sealed record CertificateIdentifier
{
    /// <summary>The object identifier of electronic certificates.</summary>
    public const string Root = "1.2.156.3005.2";

    /// <summary>The credit code of the authority that defined the type of certificate, and three digits.</summary>
    public const int TypeLength = 21;

    /// <summary>A credit code; some issuers use the shorter code of their division.</summary>
    public const int LongestIssuer = 18;

    public const int LongestSerial = 64;
    public const int LongestText = 14 + 1 + TypeLength + 1 + LongestIssuer + 1 + LongestSerial + 1 + VersionLength + 2;

    public const int LastVersion = 999;

    /// <summary>So many types can one authority define.</summary>
    public const int LastType = 999;

    private const int VersionLength = 3;
    private const int TypeDigits = 3;

    private CertificateIdentifier(string type, string issuer, string serial, string version)
    {
        (Type, Issuer, Serial, Version) = (type, issuer, serial, version);
        Check = CheckCharacters.OfMod37And36(type + issuer + serial + version);
    }

    public string Type { get; }

    public string Issuer { get; }

    public string Serial { get; }

    /// <summary>Three digits; <c>001</c> is the first.</summary>
    public string Version { get; }

    public char Check { get; }

    /// <summary>In full, as it is printed and looked up.</summary>
    public string Text => $"{Root}.{Type}.{Issuer}.{Serial}.{Version}.{Check}";

    /// <summary>The type segment: the credit code of the authority that defined the type, and its number among that authority's types.</summary>
    /// <param name="number">1 to <see cref="LastType"/>.</param>
    public static Result<string> TypeOf(string authority, int number) =>
        number is >= 1 and <= LastType && authority.Length == TypeLength - TypeDigits && CheckCharacters.AreDigitsAndLetters(authority)
            ? authority + number.ToString("000", CultureInfo.InvariantCulture)
            : CertificateIdentifierErrors.Invalid;

    /// <summary>A new identifier, with its check character.</summary>
    /// <param name="version">1 to <see cref="LastVersion"/>.</param>
    public static Result<CertificateIdentifier> Make(string type, string issuer, string serial, int version) =>
        version is >= 1 and <= LastVersion && Assemble(type, issuer, serial, version.ToString("000", CultureInfo.InvariantCulture)) is { } made
            ? made
            : CertificateIdentifierErrors.Invalid;

    /// <summary>Reads an identifier; small letters and blanks around it are put right.</summary>
    public static Result<CertificateIdentifier> Read(string? raw)
    {
        var text = raw?.Trim().ToUpperInvariant() ?? "";
        if (!text.StartsWith(Root + ".", StringComparison.Ordinal) || text[(Root.Length + 1)..].Split('.') is not [var type, var issuer, var serial, var version, [var check]])
            return CertificateIdentifierErrors.Invalid;
        if (Assemble(type, issuer, serial, version) is not { } read)
            return CertificateIdentifierErrors.Invalid;
        return read.Check == check ? read : CertificateIdentifierErrors.CheckFails;
    }

    public override string ToString() => Text;

    private static CertificateIdentifier? Assemble(string type, string issuer, string serial, string version) =>
        type.Length == TypeLength && CheckCharacters.AreDigitsAndLetters(type)
        && issuer.Length <= LongestIssuer && CheckCharacters.AreDigitsAndLetters(issuer)
        && serial.Length <= LongestSerial && CheckCharacters.AreDigitsAndLetters(serial)
        && version.Length == VersionLength && CheckCharacters.AreDigits(version)
            ? new CertificateIdentifier(type, issuer, serial, version)
            : null;
}
