using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Audit;

/// <summary>Refusals about the audit log.</summary>
public static class AuditErrors
{
    /// <summary>Rows were changed, removed or inserted; says how many places and the first of them.</summary>
    public static Error NotSound(long faults, string stream, long number) => new("audit.not-sound", ErrorKind.Conflict, faults, stream, number);
}
