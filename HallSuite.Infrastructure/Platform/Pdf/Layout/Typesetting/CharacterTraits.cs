using System.Text;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>What a character means to the making of lines.</summary>
[Flags]
internal enum Traits
{
    None = 0,

    /// <summary>May not begin a line.</summary>
    NoStart = 1,

    /// <summary>May not end a line.</summary>
    NoEnd = 2,

    /// <summary>Part of a word of letters, digits and half-width marks: no line ends between two of them.</summary>
    Wordy = 4,

    /// <summary>Comes in pairs that draw one mark of two characters' width: —— and ……</summary>
    Paired = 8,

    /// <summary>A space between words: it hangs over the end of its line.</summary>
    Space = 16,

    /// <summary>Ends a paragraph.</summary>
    NewLine = 32,

    /// <summary>Draws nothing and allows a line to end after it.</summary>
    ZeroBreak = 64,

    /// <summary>The left half of the full-width mark is blank.</summary>
    BlankLeft = 128,

    /// <summary>The right half of the full-width mark is blank.</summary>
    BlankRight = 256,

    /// <summary>Never parted from its neighbours.</summary>
    Glue = 512,

    /// <summary>Draws nothing by itself: selectors of glyph variants, joiners.</summary>
    Invisible = 1024,
}

/// <summary>
/// Which character has which traits: GB/T 15834-2011 section 5 (a pause, a stop, a closing mark, · and ／ never begin a line; an opening mark never ends
/// one; —— and …… are not parted), with the compressible halves of <i>Requirements for Chinese Text Layout</i>.
/// </summary>
internal static class CharacterTraits
{
    public static Traits Of(Rune rune) => rune.Value switch
    {
        '\n' or 0x2028 or 0x2029 => Traits.NewLine,
        ' ' or '\t' or (>= 0x2000 and <= 0x200A) => Traits.Space,
        0x200B => Traits.ZeroBreak | Traits.Invisible,
        0x00A0 or 0x202F => Traits.Glue,
        0x2060 or 0xFEFF => Traits.Glue | Traits.Invisible,
        0x00AD or (>= 0x200C and <= 0x200F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => Traits.Invisible | Traits.Wordy | Traits.NoStart,
        '，' or '。' or '、' or '；' or '：' or '．' => Traits.NoStart | Traits.BlankRight,
        '）' or '》' or '〉' or '」' or '』' or '】' or '〕' or '〗' or '］' or '｝' or '’' or '”' => Traits.NoStart | Traits.BlankRight,
        '（' or '《' or '〈' or '「' or '『' or '【' or '〔' or '〖' or '［' or '｛' or '‘' or '“' => Traits.NoEnd | Traits.BlankLeft,
        '？' or '！' or '％' or '‰' or '℃' or '℉' or '°' or '′' or '″' or '々' or '〻' => Traits.NoStart,
        '·' or '‧' or '・' or '～' or '〜' or '－' or '–' => Traits.NoStart,
        '—' or '―' or '…' or '⋯' => Traits.Paired,
        '／' => Traits.NoStart | Traits.NoEnd,
        '/' => Traits.NoStart | Traits.NoEnd | Traits.Wordy,
        ',' or '.' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '%' or '-' or '~' => Traits.NoStart | Traits.Wordy,
        '(' or '[' or '{' or '$' or '#' or '¥' or '€' or '£' => Traits.NoEnd | Traits.Wordy,
        '￥' or '＄' or '＃' or '№' or (>= 0x2460 and <= 0x2473) => Traits.NoEnd,
        < 0x2000 => Traits.Wordy,
        _ => Traits.None,
    };

    /// <summary>Between two Latin letters this is an apostrophe and belongs to the word.</summary>
    public static bool IsApostrophe(Rune rune) => rune.Value == '’';
}
