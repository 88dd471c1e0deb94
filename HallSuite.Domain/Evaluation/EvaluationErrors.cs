using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Evaluation;

/// <summary>Refusals about ratings.</summary>
public static class EvaluationErrors
{
    /// <summary>Whoever serves does not rate.</summary>
    public static Error ByStaff => new("rating.by-staff", ErrorKind.Forbidden);

    /// <summary>Service has not begun, so that there is nothing to rate.</summary>
    public static Error NotServed => new("rating.not-served", ErrorKind.Conflict);

    /// <summary>A service is rated once.</summary>
    public static Error AlreadyGiven => new("rating.already-given", ErrorKind.Conflict);

    /// <summary>The service day is over (<see cref="RatingPolicy"/>).</summary>
    public static Error TooLate => new("rating.too-late", ErrorKind.Conflict);

    /// <summary>The two low grades say why: a reason of the list, or a comment.</summary>
    public static Error ReasonMissing => new("rating.reason-missing", ErrorKind.Invalid);

    /// <summary>The upper three grades are not asked what was wrong.</summary>
    public static Error ReasonUnasked => new("rating.reason-unasked", ErrorKind.Invalid);

    /// <summary>A comment is plain text of at most this many characters.</summary>
    public static Error CommentInvalid => new("rating.comment-invalid", ErrorKind.Invalid, ServiceRating.CommentLength);
}
