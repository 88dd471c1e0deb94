using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Documents;

/// <summary>Refusals about numbered documents. Why a document cannot be drawn or signed stands with the PDF layer.</summary>
public static class DocumentErrors
{
    /// <summary>No document has this id or code.</summary>
    public static Error Unknown => new("document.unknown", ErrorKind.NotFound);

    /// <summary>Notices on matters, queue tickets and reports are papers without a number.</summary>
    public static Error NotNumbered(DocumentKind kind) => new("document.not-numbered", ErrorKind.Invalid, kind);

    /// <summary>The department has no code word, so its documents have no numbers.</summary>
    public static Error NoCodeWord(string department) => new("document.no-code-word", ErrorKind.Conflict, department);

    /// <summary>The organ's or the addressee's name is empty, not one line or longer than a document can have it.</summary>
    public static Error NameInvalid(int longest) => new("document.name-invalid", ErrorKind.Invalid, longest);

    public static Error AlreadySigned => new("document.already-signed", ErrorKind.Conflict);

    /// <summary>The signature is under way.</summary>
    public static Error NotSignedYet => new("document.not-signed-yet", ErrorKind.Conflict);

    public static Error IsVoid(string number) => new("document.is-void", ErrorKind.Conflict, number);
}
