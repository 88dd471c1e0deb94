using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>The table directory of a TrueType file, or of the first font of a collection (OpenType 1.9, "Organization of an OpenType Font").</summary>
internal sealed class FontTables
{
    private const uint TrueType = 0x00010000;
    private const uint AppleTrueType = 0x74727565; // "true"
    private const uint Collection = 0x74746366; // "ttcf"
    private const uint Cff = 0x4F54544F; // "OTTO"

    private readonly Dictionary<string, FontBytes> tables = [];

    private FontTables()
    {
    }

    /// <exception cref="FormatException">The table is not there.</exception>
    public FontBytes this[string tag] => tables.TryGetValue(tag, out var table) ? table : throw new FormatException($"it has no table {tag}");

    /// <exception cref="FormatException">Not a TrueType font; the message says what it is instead.</exception>
    /// <exception cref="ArgumentException">The file is cut off.</exception>
    public static FontTables Read(ReadOnlyMemory<byte> file)
    {
        var bytes = new FontBytes(file);
        var start = bytes.UInt32(0) == Collection ? bytes.UInt32(12) : 0;
        var directory = bytes.From(start);
        if (directory.UInt32(0) is not (TrueType or AppleTrueType))
            throw new FormatException(directory.UInt32(0) == Cff ? "its outlines are CFF; TrueType outlines are needed" : "it is no TrueType font");

        var read = new FontTables();
        for (var i = 0; i < directory.UInt16(4); i++)
        {
            var entry = directory.Part(12 + i * 16, 16);
            read.tables[Encoding.Latin1.GetString(entry.Span[..4])] = bytes.Part(entry.UInt32(8), entry.UInt32(12));
        }

        return read;
    }

    /// <summary>The table, empty where there is none.</summary>
    public FontBytes Find(string tag) => tables.GetValueOrDefault(tag);
}
