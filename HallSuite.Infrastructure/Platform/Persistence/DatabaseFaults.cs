using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>Tells a database that is away from a bug, for reads outside operations; operations answer it themselves.</summary>
public static class DatabaseFaults
{
    /// <summary>What to tell whoever asked; null when the fault is a bug.</summary>
    public static Error? OutageOf(Exception fault) => DatabaseDialect.Outage(fault);
}
