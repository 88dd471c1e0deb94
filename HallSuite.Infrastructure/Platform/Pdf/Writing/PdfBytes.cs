using System.Buffers.Text;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>A growing run of bytes in PDF syntax; kept and emptied rather than made anew, since every page and object passes through one.</summary>
internal sealed class PdfBytes
{
    private const int MostDigits = 24;

    private byte[] bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Text that is syntax or a name: ASCII only.</summary>
    public PdfBytes Add(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    public PdfBytes Add(ReadOnlySpan<byte> raw)
    {
        raw.CopyTo(Room(raw.Length));
        Length += raw.Length;
        return this;
    }

    public PdfBytes Add(int number)
    {
        Utf8Formatter.TryFormat(number, Room(MostDigits), out var written);
        Length += written;
        return this;
    }

    /// <summary>A number to a thousandth, without a trailing zero or an exponent.</summary>
    public PdfBytes Add(double number)
    {
        if (!double.IsFinite(number) || Math.Abs(number) > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(number), number, "A place on paper is a finite number.");

        var thousandths = (long)Math.Round(number * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0)
        {
            Add("-");
            thousandths = -thousandths;
        }

        Add((int)(thousandths / 1000));
        var rest = (int)(thousandths % 1000);
        if (rest == 0)
            return this;

        var room = Room(4);
        (room[0], room[1], room[2], room[3]) = ((byte)'.', (byte)('0' + rest / 100), (byte)('0' + rest / 10 % 10), (byte)('0' + rest % 10));
        Length += rest % 10 != 0 ? 4 : rest % 100 != 0 ? 3 : 2;
        return this;
    }

    /// <summary>A number and the space that parts it from the next.</summary>
    public PdfBytes Number(double number) => Add(number).Add(" ");

    public PdfBytes Reference(int id) => Add(id).Add(" 0 R");

    /// <summary>Four hexadecimal digits.</summary>
    public PdfBytes Hex(ushort value)
    {
        const string Digits = "0123456789ABCDEF";
        var room = Room(4);
        (room[0], room[1], room[2], room[3]) = ((byte)Digits[value >> 12], (byte)Digits[value >> 8 & 15], (byte)Digits[value >> 4 & 15], (byte)Digits[value & 15]);
        Length += 4;
        return this;
    }

    /// <summary>Text for people, in UTF-16 with its mark (ISO 32000-1, 7.9.2.2).</summary>
    public PdfBytes Text(string text)
    {
        Add("<FEFF");
        foreach (var unit in text)
        {
            Hex(unit);
        }

        return Add(">");
    }

    private Span<byte> Room(int length)
    {
        if (Length + length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + length));

        return bytes.AsSpan(Length);
    }
}
