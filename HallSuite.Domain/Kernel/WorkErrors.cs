namespace HallSuite.Domain.Kernel;

/// <summary>Refusals that any operation can meet: permission, a change made meanwhile, a request sent twice, the database.</summary>
public static class WorkErrors
{
    /// <summary>The actor lacks this permission in this hall or department.</summary>
    public static Error PermissionDenied(Permission permission) => new("permission.denied", ErrorKind.Forbidden, permission);

    /// <summary>Someone else changed the same thing since it was read; read again and decide again.</summary>
    public static Error ChangedElsewhere => new("work.changed-elsewhere", ErrorKind.Conflict);

    /// <summary>Something with the same unique name or number was saved at the same time.</summary>
    public static Error Duplicate => new("work.duplicate", ErrorKind.Conflict);

    /// <summary>An idempotency key came again with another body (CONTRACT §3: 422).</summary>
    public static Error KeyReused => new("idempotency.key-reused", ErrorKind.Invalid);

    /// <summary>The act needs a reason, one line of at most this many characters; it goes to the audit log.</summary>
    public static Error ReasonRequired => new("reason.required", ErrorKind.Invalid, Reason.Longest);

    /// <summary>The database does not answer; nothing was saved.</summary>
    public static Error DatabaseUnavailable => new("database.unavailable", ErrorKind.Unavailable);

    /// <summary>The database can be read but not written, as while a standby takes over.</summary>
    public static Error DatabaseReadOnly => new("database.read-only", ErrorKind.Unavailable);

    /// <summary>The disk of the database is full; nothing was saved.</summary>
    public static Error DatabaseFull => new("database.full", ErrorKind.Unavailable);
}
