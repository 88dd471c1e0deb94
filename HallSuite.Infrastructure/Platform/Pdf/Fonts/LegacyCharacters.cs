using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Fonts;

/// <summary>
/// Text from the days of GBK wrote some characters with code points of private use, 䶮 as U+E863 among them. GB 18030-2022 gives each its place in
/// Unicode; fonts and other programs know only that.
/// </summary>
public static class LegacyCharacters
{
    private const int FirstVertical = 0xE78D;
    private const int FirstHan = 0xE815;

    /// <summary>A6D9 to A6DF, A6EC, A6ED and A6F3: punctuation of vertical text.</summary>
    private static readonly int[] Vertical =
    [
        0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19,
    ];

    /// <summary>FE50 to FEA0: characters and radicals, the last ones to come into Unicode.</summary>
    private static readonly int[] Han =
    [
        0x2E81, 0x20087, 0x20089, 0x200CC, 0x2E84, 0x3473, 0x3447, 0x2E88, 0x2E8B, 0x9FB4, 0x359E, 0x361A, 0x360E, 0x2E8C, 0x2E97, 0x396E,
        0x3918, 0x9FB5, 0x39CF, 0x39DF, 0x3A73, 0x39D0, 0x9FB6, 0x9FB7, 0x3B4E, 0x3C6E, 0x3CE0, 0x2EA7, 0x215D7, 0x9FB8, 0x2EAA, 0x4056,
        0x415F, 0x2EAE, 0x4337, 0x2EB3, 0x2EB6, 0x2EB7, 0x2298F, 0x43B1, 0x43AC, 0x2EBB, 0x43DD, 0x44D6, 0x4661, 0x464C, 0x9FB9, 0x4723,
        0x4729, 0x477C, 0x478D, 0x2ECA, 0x4947, 0x497A, 0x497D, 0x4982, 0x4983, 0x4985, 0x4986, 0x499F, 0x499B, 0x49B7, 0x49B6, 0x9FBA,
        0x241FE, 0x4CA3, 0x4C9F, 0x4CA0, 0x4CA1, 0x4C77, 0x4CA2, 0x4D13, 0x4D14, 0x4D15, 0x4D16, 0x4D17, 0x4D18, 0x4D19, 0x4DAE, 0x9FBB,
    ];

    /// <summary>The same text with each such character as the one it means; anything else stays, also private characters that the table does not have.</summary>
    public static string ToUnicode(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\uE78D', '\uE864');
        if (first < 0)
            return text;

        var plain = new StringBuilder(text.Length + 8).Append(text, 0, first);
        foreach (var character in text.AsSpan(first))
        {
            var meant = Meant(character);
            if (meant > char.MaxValue)
                plain.Append(char.ConvertFromUtf32(meant));
            else
                plain.Append((char)meant);
        }

        return plain.ToString();
    }

    /// <summary>The code point that a private one means; any other is itself.</summary>
    internal static int Meant(int character) => character switch
    {
        0xE7C7 => 0x1E3F,
        0xE7C8 => 0x01F9,
        >= FirstVertical when character < FirstVertical + Vertical.Length => Vertical[character - FirstVertical],
        >= FirstHan when character < FirstHan + Han.Length => Han[character - FirstHan],
        _ => character,
    };
}
