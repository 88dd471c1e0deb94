namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>What a file that people hand in may cost at most. A file beyond it is refused before it is unpacked into memory.</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of the file.</summary>
    public long MostBytes { get; init; } = 20L << 20;

    /// <summary>Bytes of everything in an .xlsx, unpacked.</summary>
    public long MostUnpackedBytes { get; init; } = 300L << 20;

    /// <summary>Rows that hold something, the headings included. Empty ones do not count: people format whole columns to the end of the sheet.</summary>
    public int MostRows { get; init; } = 200_000;

    public int MostColumns { get; init; } = 200;

    /// <summary>Cells that hold something.</summary>
    public int MostCells { get; init; } = 3_000_000;
}
