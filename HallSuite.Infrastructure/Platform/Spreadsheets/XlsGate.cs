using System.Buffers.Binary;
using System.Text;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>
/// Looks at an .xls before the parser does, and stops what would keep the parser busy for minutes: chains of sectors that run in circles, and sheets
/// that claim more rows than the format has. A compound file ([MS-CFB]) holds the records of the workbook ([MS-XLS]) in sectors that are chained.
/// </summary>
internal static class XlsGate
{
    private const int MostRows = 65_536;
    private const int MostSheets = 256;
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int EndOfChain = -2;
    private const int SmallestStream = 4096; // shorter streams are kept in another way; programs fill up a workbook to avoid it

    private const int EndOfPart = 0x000A;
    private const int FilePass = 0x002F;
    private const int SheetPlace = 0x0085;
    private const int Dimensions = 0x0200;
    private const int RowIndex = 0x020B;
    private const int BeginOfPart = 0x0809;

    /// <summary>Why the file is not given to the parser; null when it is.</summary>
    public static Error? FaultOf(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || Short(file, 30) is not (9 or 12))
            return SpreadsheetErrors.Unreadable;
        var sector = 1 << Short(file, 30);
        var table = ReadTable(file, sector);
        if (ReadChain(file, sector, table, Int(file, 48)) is not { } directory)
            return SpreadsheetErrors.Unreadable;
        if (Find(directory, "EncryptedPackage") is not null)
            return SpreadsheetErrors.PasswordProtected;
        if ((Find(directory, "Workbook") ?? Find(directory, "Book")) is not { } entry
            || Int(directory, entry + 120) < SmallestStream || ReadChain(file, sector, table, Int(directory, entry + 116)) is not { } workbook)
            return SpreadsheetErrors.Unreadable;
        return WorkbookFault(workbook);
    }

    /// <summary>The table of which sector follows which.</summary>
    private static List<int> ReadTable(ReadOnlySpan<byte> file, int sector)
    {
        // The sectors that hold the table are listed in the header and, when it is full, in sectors that each end with the number of the next.
        var holders = new List<int>();
        for (var at = 76; at < HeaderLength; at += 4)
            holders.Add(Int(file, at));
        for (var next = Int(file, 68); next >= 0 && holders.Count <= file.Length / sector;)
        {
            AddNumbers(holders, SectorAt(file, sector, next));
            next = holders[^1];
            holders.RemoveAt(holders.Count - 1);
        }

        var table = new List<int>();
        foreach (var holder in holders.Where(h => h >= 0))
            AddNumbers(table, SectorAt(file, sector, holder));
        return table;
    }

    /// <summary>The bytes of a chain of sectors; null when it leaves the file or does not end.</summary>
    private static byte[]? ReadChain(ReadOnlySpan<byte> file, int sector, List<int> table, int start)
    {
        var bytes = new MemoryStream();
        var left = file.Length / sector + 1;
        for (var next = start; next != EndOfChain; next = table[next])
        {
            if (next < 0 || next >= table.Count || left-- == 0)
                return null;
            bytes.Write(SectorAt(file, sector, next));
        }

        return bytes.ToArray();
    }

    private static int? Find(byte[] directory, string name)
    {
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var length = Short(directory, at + 64) - 2;
            if (directory[at + 66] == 2 && length == name.Length * 2 && Encoding.Unicode.GetString(directory, at, length) == name)
                return at;
        }

        return null;
    }

    private static Error? WorkbookFault(byte[] workbook)
    {
        var sheets = new HashSet<int>();
        if (PartFault(workbook, 0, sheets) is { } fault)
            return fault;
        if (sheets.Count > MostSheets)
            return SpreadsheetErrors.Unreadable;
        return sheets.Select(start => PartFault(workbook, start, [])).FirstOrDefault(f => f is not null);
    }

    /// <summary>Goes through the records of the workbook's head or of one sheet, with the parts within it such as charts.</summary>
    /// <param name="sheets">Takes where sheets begin.</param>
    private static Error? PartFault(byte[] workbook, int start, HashSet<int> sheets)
    {
        var depth = 0;
        for (var at = start; at >= 0 && at + 4 <= workbook.Length; at += 4 + Short(workbook, at + 2))
        {
            var (kind, length) = (Short(workbook, at), Short(workbook, at + 2));
            if (at + 4 + length > workbook.Length)
                return SpreadsheetErrors.Unreadable;
            switch (kind)
            {
                case BeginOfPart:
                    depth++;
                    break;
                case EndOfPart when --depth <= 0:
                    return null;
                case FilePass:
                    return SpreadsheetErrors.PasswordProtected;
                case SheetPlace when length >= 4:
                    sheets.Add(Int(workbook, at + 4));
                    break;
                case Dimensions when length >= 8 && !IsRowCount(Int(workbook, at + 8)):
                case RowIndex when length >= 12 && !IsRowCount(Int(workbook, at + 12)):
                    return SpreadsheetErrors.Unreadable;
            }
        }

        return null;
    }

    private static bool IsRowCount(int rows) => rows is >= 0 and <= MostRows;

    /// <summary>The bytes of a sector: fewer at the end of the file, none beyond it.</summary>
    private static ReadOnlySpan<byte> SectorAt(ReadOnlySpan<byte> file, int sector, int number)
    {
        var from = Math.Min(((long)number + 1) * sector, file.Length);
        return file.Slice((int)from, (int)Math.Min(sector, file.Length - from));
    }

    private static void AddNumbers(List<int> to, ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + 4 <= bytes.Length; at += 4)
            to.Add(Int(bytes, at));
    }

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
