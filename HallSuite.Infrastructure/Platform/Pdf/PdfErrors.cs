using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Pdf;

/// <summary>Why a document cannot be made. The arguments name files, sizes and characters.</summary>
public static class PdfErrors
{
    /// <summary>No font has the character; a box in its place would falsify a name. Tells the code point (<c>U+20BB7</c>) and the character.</summary>
    public static Error NoGlyph(string codePoint, string character) => new("document.no-glyph", ErrorKind.Invalid, codePoint, character);

    /// <summary>A font file that the program was shipped with or that the configuration names is not there.</summary>
    public static Error FontMissing(string file) => new("document.font-missing", ErrorKind.Unavailable, file);

    /// <summary>The file is no TrueType font that can be embedded; tells what is wrong with it.</summary>
    public static Error FontUnusable(string file, string why) => new("document.font-unusable", ErrorKind.Unavailable, file, why);

    /// <summary>The file is empty, or neither PNG nor JPEG.</summary>
    public static Error ImageUnknown => new("document.image-unknown", ErrorKind.Invalid);

    /// <summary>The file says it is PNG or JPEG and is not whole or not well formed; tells where.</summary>
    public static Error ImageDamaged(string why) => new("document.image-damaged", ErrorKind.Invalid, why);

    /// <summary>More pixels than paper can show, told with the limit in megapixels.</summary>
    public static Error ImageTooLarge(int width, int height, int limit) => new("document.image-too-large", ErrorKind.Invalid, width, height, limit);

    /// <summary>Four-colour images need a printer's colour profile, which a document to be kept for long does not have.</summary>
    public static Error ImageColours => new("document.image-colours", ErrorKind.Invalid);

    /// <summary>Something is larger than an empty page; tells where it stands and the two sizes (never what is written there), and on which page.</summary>
    public static Error NeverFits(string what, int page) => new("document.never-fits", ErrorKind.Invalid, what, page);

    /// <summary>No certificate is configured, so nothing can be signed and nothing issued.</summary>
    public static Error CertificateUnset => new("document.certificate-unset", ErrorKind.Unavailable);

    /// <summary>The certificate that the configuration names is not there; tells the file or thumbprint.</summary>
    public static Error CertificateMissing(string where) => new("document.certificate-missing", ErrorKind.Unavailable, where);

    /// <summary>The file cannot be opened as a PFX: a wrong password, or another kind of file; says what the system says.</summary>
    public static Error CertificateUnreadable(string where, string why) => new("document.certificate-unreadable", ErrorKind.Unavailable, where, why);

    /// <summary>The certificate has no private key here, so nobody can sign with it.</summary>
    public static Error CertificateWithoutKey(string subject) => new("document.certificate-without-key", ErrorKind.Unavailable, subject);

    /// <summary>The certificate is not valid yet, or no longer; tells its days.</summary>
    public static Error CertificateNotValid(string subject, DateOnly from, DateOnly to) => new("document.certificate-not-valid", ErrorKind.Unavailable, subject, from, to);

    /// <summary>The file is none that this program wrote, or was damaged: its table of objects cannot be followed.</summary>
    public static Error NotSignable => new("document.not-signable", ErrorKind.Invalid);

    /// <summary>The time-stamp authority did not answer, or not with a time stamp of this signature; says what went wrong.</summary>
    public static Error TimeStampRefused(string where, string why) => new("document.time-stamp-refused", ErrorKind.Unavailable, where, why);
}
