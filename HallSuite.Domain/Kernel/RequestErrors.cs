namespace HallSuite.Domain.Kernel;

/// <summary>Refusals of the outside surface itself (CONTRACT §3), before any operation is asked.</summary>
public static class RequestErrors
{
    /// <summary>The body cannot be read as JSON (400).</summary>
    public static Error NotJson => new("request.not-json", ErrorKind.Invalid);

    /// <summary>A field is missing or of the wrong kind; says which one.</summary>
    public static Error FieldInvalid(string field) => new("request.field-invalid", ErrorKind.Invalid, field);

    /// <summary>A file to be read is not there, or may not be read; says its path.</summary>
    public static Error FileUnreadable(string path) => new("request.file-unreadable", ErrorKind.NotFound, path);

    /// <summary>There is nothing at this address (404).</summary>
    public static Error AddressUnknown => new("request.address-unknown", ErrorKind.NotFound);

    /// <summary>The address does not take this HTTP method (405).</summary>
    public static Error MethodNotAllowed => new("request.method-not-allowed", ErrorKind.Invalid);

    /// <summary>The hub has no such topic or view.</summary>
    public static Error TopicUnknown => new("request.topic-unknown", ErrorKind.NotFound);

    /// <summary>The body is larger than any request of ours (413); says the limit in bytes.</summary>
    public static Error TooLarge(int limit) => new("request.too-large", ErrorKind.Invalid, limit);

    /// <summary>The body is said to be something else than JSON (415).</summary>
    public static Error MediaType => new("request.media-type", ErrorKind.Invalid);

    /// <summary>More requests than the limit allows (429).</summary>
    public static Error TooMany => new("request.too-many", ErrorKind.Unavailable);

    /// <summary>An idempotency key is empty, too long or not printable ASCII; says the longest.</summary>
    public static Error KeyInvalid(int longest) => new("idempotency.key-invalid", ErrorKind.Invalid, longest);

    /// <summary>A fault of HallSuite; it is in the log of the server (500).</summary>
    public static Error Failed => new("request.failed", ErrorKind.Unavailable);
}
