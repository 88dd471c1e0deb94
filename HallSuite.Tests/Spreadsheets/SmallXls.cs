using System.Buffers.Binary;
using System.Text;

namespace HallSuite.Tests.Spreadsheets;

/// <summary>
/// Makes the smallest .xls that is one: a compound file ([MS-CFB]) with one stream, Workbook, of BIFF8 records ([MS-XLS]) with one sheet.
/// </summary>
internal static class SmallXls
{
    private const int Sector = 512;
    private const int Free = -1;
    private const int EndOfChain = -2;
    private const int FatSector = -3;

    /// <param name="locked">With a password of which nobody knows.</param>
    /// <param name="claimed">How many rows the sheet says it has; as many as it has when null.</param>
    public static byte[] Of(string?[][] rows, double number, bool locked = false, int? claimed = null)
    {
        var globals = new MemoryStream();
        Record(globals, 0x0809, [0x00, 0x06, 0x05, 0x00, .. new byte[12]]);
        if (locked)
            Record(globals, 0x002F, [0, 0, 0x12, 0x34, 0x56, 0x78]);
        Record(globals, 0x0042, [0xB0, 0x04]);
        var name = Encoding.Unicode.GetBytes("表");
        var boundSheetLength = 4 + 8 + name.Length;
        var sheetAt = (int)globals.Length + boundSheetLength + 4;
        Record(globals, 0x0085, [.. Int(sheetAt), 0, 0, 1, 1, .. name]);
        Record(globals, 0x000A, []);

        Record(globals, 0x0809, [0x00, 0x06, 0x10, 0x00, .. new byte[12]]);
        Record(globals, 0x0200, [.. Int(0), .. Int(claimed ?? rows.Length), .. Short(0), .. Short(rows.Max(r => r.Length) + 1), 0, 0]);
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x] is { } text)
                    Record(globals, 0x0204, [.. Short(y), .. Short(x), 0, 0, .. Short(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
            }
        }

        Record(globals, 0x0203, [.. Short(1), .. Short(rows[0].Length - 1), 0, 0, .. BitConverter.GetBytes(number)]);
        Record(globals, 0x000A, []);
        return Compound("Workbook", globals.ToArray());
    }

    /// <summary>A compound file with one stream, filled up with zeros to where streams are kept in sectors of the usual size.</summary>
    public static byte[] Compound(string name, byte[] stream)
    {
        var content = new byte[Math.Max(4096, (stream.Length + Sector - 1) / Sector * Sector)];
        stream.CopyTo(content, 0);
        var sectors = content.Length / Sector;
        var header = new byte[Sector];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header, 0);
        Put(header, 24, Short(0x3E), Short(3), Short(0xFFFE), Short(9), Short(6));
        Put(header, 44, Int(1), Int(1), Int(0), Int(4096), Int(EndOfChain), Int(0), Int(EndOfChain), Int(0), Int(0));
        for (var at = 80; at < Sector; at += 4)
            Put(header, at, Int(Free));

        var fat = new byte[Sector];
        for (var i = 0; i < Sector / 4; i++)
        {
            var next = i switch { 0 => FatSector, 1 => EndOfChain, _ when i < sectors + 1 => i + 1, _ when i == sectors + 1 => EndOfChain, _ => Free };
            Put(fat, i * 4, Int(next));
        }

        var directory = new byte[Sector];
        Entry(directory, 0, "Root Entry", type: 5, child: 1, start: EndOfChain, length: 0);
        Entry(directory, 1, name, type: 2, child: Free, start: 2, content.Length);
        return [.. header, .. fat, .. directory, .. content];
    }

    private static void Entry(byte[] directory, int index, string name, byte type, int child, int start, int length)
    {
        var at = index * 128;
        Encoding.Unicode.GetBytes(name).CopyTo(directory, at);
        Put(directory, at + 64, Short((name.Length + 1) * 2), [type, 1], Int(Free), Int(Free), Int(child));
        Put(directory, at + 116, Int(start), Int(length));
    }

    private static void Record(MemoryStream to, int kind, byte[] body)
    {
        to.Write(Short(kind));
        to.Write(Short(body.Length));
        to.Write(body);
    }

    private static void Put(byte[] to, int at, params byte[][] parts)
    {
        foreach (var part in parts)
        {
            part.CopyTo(to, at);
            at += part.Length;
        }
    }

    private static byte[] Int(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => [(byte)value, (byte)(value >> 8)];
}
