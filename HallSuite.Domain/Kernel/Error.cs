namespace HallSuite.Domain.Kernel;

/// <summary>What a refusal means to whoever asked; the outside surface turns it into an HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The request itself is wrong and will stay wrong (422).</summary>
    Invalid,

    /// <summary>The request met a state that does not allow it (409).</summary>
    Conflict,

    /// <summary>What the request names does not exist, or not for this actor (404).</summary>
    NotFound,

    /// <summary>The actor may not do this (403).</summary>
    Forbidden,

    /// <summary>The system cannot do it now; the same request may pass later (503).</summary>
    Unavailable,
}

/// <summary>
/// A refusal as a value: a stable code and the arguments of its text, never prose. The text in each language
/// is looked up by the code where the refusal is shown. Made only in the <c>…Errors</c> class of its module.
/// </summary>
public sealed class Error(string code, ErrorKind kind, params object[] arguments)
{
    /// <summary>Stable, lower case, <c>subject.what-is-wrong</c>; part of the outside surface.</summary>
    public string Code { get; } = code;

    public ErrorKind Kind { get; } = kind;

    /// <summary>Values for the placeholders of the text, in order; never personal data.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;

    public override string ToString() => Arguments.Count == 0 ? Code : $"{Code}({string.Join(", ", Arguments)})";
}
