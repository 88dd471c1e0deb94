using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>
/// Reads the first visible table of a file that people hand in: .xlsx, .xls or text with separators, told apart by what the file holds and not by
/// its name. Every fault of the file is a refusal, none an exception.
/// </summary>
public static class SpreadsheetReader
{
    private const int CopyLength = 80 * 1024;

    /// <summary>Spreadsheets keep 15 digits of a number; from here on the last ones are made up.</summary>
    private const double FirstLossyNumber = 1e15;

    private static readonly byte[] ZipMark = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] CompoundMark = [0xD0, 0xCF, 0x11, 0xE0];

    // The reader of .xls asks the framework for the code page that the file names.
    static SpreadsheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the whole table into memory; how much that is, the limits say.</summary>
    public static async Task<Result<SheetContent>> ReadAsync(Stream source, ReadLimits limits, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        if (await CopyAsync(source, content, limits.MostBytes, cancel) is { } tooLarge)
            return tooLarge;
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var (packed, compound) = (bytes.StartsWith(ZipMark), bytes.StartsWith(CompoundMark));
        if (!packed && !compound)
            return TextBytes.Read(bytes).TryGet(out var text, out var broken) ? CsvParser.Parse(text, limits) : broken;
        if (compound && XlsGate.FaultOf(bytes) is { } fault)
            return fault;
        try
        {
            if (packed && await UnpackedSizeFaultAsync(content, limits, cancel) is { } bomb)
                return bomb;
            content.Position = 0;
            return ReadWorkbook(content, packed, limits, cancel);
        }
        catch (Exception damaged) when (damaged is not OperationCanceledException)
        {
            // A damaged or forged workbook fails in whatever way the parser happens to trip over it.
            return SpreadsheetErrors.Unreadable;
        }
    }

    private static async Task<Error?> CopyAsync(Stream source, MemoryStream target, long most, CancellationToken cancel)
    {
        var buffer = new byte[CopyLength];
        for (var read = await source.ReadAsync(buffer, cancel); read > 0; read = await source.ReadAsync(buffer, cancel))
        {
            if (target.Length + read > most)
                return SpreadsheetErrors.TooLarge(most >> 20);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return null;
    }

    /// <summary>Unpacks every part into nothing and counts: what an archive says of its sizes can be forged.</summary>
    private static async Task<Error?> UnpackedSizeFaultAsync(MemoryStream content, ReadLimits limits, CancellationToken cancel)
    {
        content.Position = 0;
        await using var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancel);
        var buffer = new byte[CopyLength];
        var left = limits.MostUnpackedBytes;
        foreach (var entry in archive.Entries)
        {
            await using var part = await entry.OpenAsync(cancel);
            for (var read = await part.ReadAsync(buffer, cancel); read > 0; read = await part.ReadAsync(buffer, cancel))
            {
                left -= read;
                if (left < 0)
                    return SpreadsheetErrors.UnpacksTooLarge(limits.MostUnpackedBytes >> 20);
            }
        }

        return null;
    }

    private static Result<SheetContent> ReadWorkbook(MemoryStream content, bool packed, ReadLimits limits, CancellationToken cancel)
    {
        var settings = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding("GB18030") };
        using var reader = packed ? ExcelReaderFactory.CreateOpenXmlReader(content, settings) : ExcelReaderFactory.CreateBinaryReader(content, settings);
        while (reader.VisibleState != "visible")
        {
            if (!reader.NextResult())
                return SpreadsheetErrors.Empty;
        }

        if (reader.FieldCount > limits.MostColumns)
            return SpreadsheetErrors.TooManyColumns(limits.MostColumns);
        var collector = new RowCollector(limits);
        for (var line = 1; reader.Read(); line++)
        {
            cancel.ThrowIfCancellationRequested();
            // The parser hands out an empty row for each number that a forged sheet leaves out, and that can be billions.
            if (line > Sheet.MostRows)
                return SpreadsheetErrors.Unreadable;
            var row = new List<string>(reader.FieldCount);
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (TextOf(reader.GetValue(column)) is not { } text)
                    return SpreadsheetErrors.DigitsLost(line, column + 1);
                row.Add(text);
            }

            if (collector.Add(line, row) is { } broken)
                return broken;
        }

        return collector.ToContent();
    }

    /// <summary>What a cell says; null for a number that has lost digits.</summary>
    private static string? TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        double number when Math.Abs(number) >= FirstLossyNumber => null,
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
