using System.Globalization;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Signing;

/// <summary>A dictionary of a PDF with its values as they stand in the file, in their order.</summary>
internal sealed class PdfDictionary
{
    private readonly List<KeyValuePair<string, string>> entries = [];

    /// <summary>The value in PDF syntax; null where the key is absent.</summary>
    public string? this[string key]
    {
        get => entries.Find(e => e.Key == key) is { Value: { } value } ? value : null;
        set
        {
            var at = entries.FindIndex(e => e.Key == key);
            var entry = KeyValuePair.Create(key, value!);
            if (at < 0)
                entries.Add(entry);
            else
                entries[at] = entry;
        }
    }

    /// <exception cref="FormatException">There is no such whole number.</exception>
    public int Number(string key) => int.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException(key);

    /// <summary>The number of the object that the value refers to.</summary>
    /// <exception cref="FormatException">The value is no reference.</exception>
    public int Reference(string key) => ReferencesIn(this[key] ?? "") is [var only] ? only : throw new FormatException(key);

    /// <summary>The numbers of the objects that a value refers to, in their order.</summary>
    public static IReadOnlyList<int> ReferencesIn(string value)
    {
        var words = value.Trim('[', ']').Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length % 3 != 0)
            throw new FormatException(value);

        return [.. words.Chunk(3).Select(w => w is [var id, "0", "R"] ? int.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture) : throw new FormatException(value))];
    }

    public override string ToString() => $"<<{string.Concat(entries.Select(e => $"/{e.Key} {e.Value}"))}>>";
}

/// <summary>
/// Reads as much of PDF syntax (ISO 32000-1, 7.2 and 7.3) as is needed to add a signature to a file: numbers, and dictionaries whose values are
/// passed over, not understood.
/// </summary>
/// <remarks>Throws <see cref="FormatException"/>, <see cref="ArgumentException"/> or <see cref="IndexOutOfRangeException"/> where the file is not as it must be.</remarks>
internal ref struct PdfSyntax(ReadOnlySpan<byte> file, int at)
{
    private const int DeepestNesting = 50;

    private readonly ReadOnlySpan<byte> file = file;

    public int At { get; private set; } = at;

    /// <summary>Passes over a word if it comes next.</summary>
    public bool Take(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        if (!file[At..].StartsWith(word))
            return false;

        At += word.Length;
        return true;
    }

    public void Expect(ReadOnlySpan<byte> word)
    {
        if (!Take(word))
            throw new FormatException(Encoding.ASCII.GetString(word));
    }

    public long Integer()
    {
        SkipSpace();
        var start = At;
        while (char.IsAsciiDigit((char)file[At]))
        {
            At++;
        }

        return long.Parse(file[start..At], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public PdfDictionary Dictionary()
    {
        Expect("<<"u8);
        var dictionary = new PdfDictionary();
        while (!Take(">>"u8))
        {
            Expect("/"u8);
            var name = At;
            SkipRegular();
            var key = Encoding.Latin1.GetString(file[name..At]);
            SkipSpace();
            var start = At;
            SkipValue(0);
            dictionary[key] = Encoding.Latin1.GetString(file[start..At]);
        }

        return dictionary;
    }

    private void SkipValue(int depth)
    {
        if (depth > DeepestNesting)
            throw new FormatException("nesting");

        SkipSpace();
        switch (file[At])
        {
            case (byte)'<' when file[At + 1] == '<':
                At += 2;
                SkipUntil(">>"u8, depth);
                break;
            case (byte)'<':
                At += file[At..].IndexOf((byte)'>') is var end and >= 0 ? end + 1 : throw new FormatException("string");
                break;
            case (byte)'[':
                At++;
                SkipUntil("]"u8, depth);
                break;
            case (byte)'(':
                SkipText();
                break;
            case (byte)'/':
                At++;
                SkipRegular();
                break;
            default:
                SkipWord();
                break;
        }
    }

    private void SkipUntil(ReadOnlySpan<byte> end, int depth)
    {
        while (!Take(end))
        {
            SkipValue(depth + 1);
        }
    }

    /// <summary>A number, a word, or a reference, which is two numbers and an R.</summary>
    private void SkipWord()
    {
        var start = At;
        SkipRegular();
        if (At == start)
            throw new FormatException("value");

        var after = At;
        if (char.IsAsciiDigit((char)file[start]) && Take("0 R"u8))
            return;

        At = after;
    }

    private void SkipText()
    {
        var open = 0;
        do
        {
            switch (file[At++])
            {
                case (byte)'\\':
                    At++;
                    break;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')':
                    open--;
                    break;
            }
        }
        while (open > 0);
    }

    private void SkipRegular()
    {
        while (!IsSpace(file[At]) && !"()<>[]{}/%"u8.Contains(file[At]))
        {
            At++;
        }
    }

    private void SkipSpace()
    {
        while (IsSpace(file[At]))
        {
            At++;
        }
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;
}
