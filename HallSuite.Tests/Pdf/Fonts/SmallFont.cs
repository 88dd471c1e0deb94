using System.Buffers.Binary;
using System.Text;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;

namespace HallSuite.Tests.Pdf.Fonts;

/// <summary>Whole fonts of a few characters, cut from a shipped one: small enough to be broken in every way, or to play an operator's own.</summary>
internal static class SmallFont
{
    /// <summary>A font that has the characters, each drawn as it is.</summary>
    public static byte[] Of(string characters) => Of([.. characters.EnumerateRunes().Select(r => (r, r))]);

    /// <summary>A font that has characters, each drawn as another one.</summary>
    public static byte[] Of(params (Rune Has, Rune DrawnAs)[] characters)
    {
        var subset = new FontSubset(FontBook.Shipped.Face(FontStyle.Song));
        var ranges = new List<byte>();
        foreach (var (has, drawnAs) in characters.OrderBy(c => c.Has.Value))
        {
            ranges.AddRange([.. Number(has.Value), .. Number(has.Value), .. Number(subset.NumberOf(FontBook.Shipped.Find(FontStyle.Song, drawnAs)))]);
        }

        // One map: platform 3, encoding 10, format 12 (OpenType 1.9, "cmap").
        byte[] map = [0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, .. Number(16 + ranges.Count), 0, 0, 0, 0, .. Number(characters.Length), .. ranges];
        var tables = FontTables.Read(subset.ToFile());
        byte[] Table(string tag) => tables[tag].Span.ToArray();
        var head = Table("head");
        head.AsSpan(FontFileWriter.ChecksumAt, 4).Clear();
        return new FontFileWriter().Add("cmap", map).Add("glyf", Table("glyf")).Add("head", head).Add("hhea", Table("hhea"))
            .Add("hmtx", Table("hmtx")).Add("loca", Table("loca")).Add("maxp", Table("maxp")).ToFile();
    }

    /// <summary>The font as the only one of a collection, as <c>.ttc</c> files are.</summary>
    public static byte[] Collection(byte[] font)
    {
        const int HeaderLength = 16;
        var moved = font.ToArray();
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4)); i++)
        {
            var place = moved.AsSpan(12 + i * 16 + 8);
            BinaryPrimitives.WriteUInt32BigEndian(place, BinaryPrimitives.ReadUInt32BigEndian(place) + HeaderLength);
        }

        return [.. "ttcf"u8, 0, 1, 0, 0, .. Number(1), .. Number(HeaderLength), .. moved];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
