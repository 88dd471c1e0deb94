using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>What a scanned material is.</summary>
public enum ScanKind
{
    Pdf,
    Png,
    Jpeg,
}

/// <summary>A picture of a material as it was handed in (扫描件). Its bytes lie in the file store; it is never removed, only put aside.</summary>
public sealed class CaseScan : IBookkeeping
{
    public required ScanId Id { get; init; }

    public required CaseId Case { get; init; }

    /// <summary>The code of the material in the standard.</summary>
    public required string Requirement { get; init; }

    public required ScanKind Kind { get; init; }

    public required int Bytes { get; init; }

    /// <summary>By which the file store knows it.</summary>
    public required string FileHash { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required StaffId TakenBy { get; init; }

    /// <summary>When it was put aside as the wrong one; null while it counts.</summary>
    public DateTimeOffset? PutAsideAt { get; set; }
}
