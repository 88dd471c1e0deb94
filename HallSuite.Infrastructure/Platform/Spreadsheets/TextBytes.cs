using System.Text;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>
/// Turns the bytes of a text file into text without a guess that would mangle names: UTF-8 or UTF-16 by their marks, else UTF-8 if every byte is,
/// else GB 18030, which Chinese spreadsheet programs save in. Whatever is broken is refused with its line.
/// </summary>
internal static class TextBytes
{
    /// <summary>From here on a character takes three bytes in UTF-8. Bytes of another encoding seldom look like one; like two bytes they often do.</summary>
    private const int FirstOfThreeBytes = 0x800;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Result<string> Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Decode(rest, Utf8),
        [0xFF, 0xFE, .. var rest] => Decode(rest, new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        [0xFE, 0xFF, .. var rest] => Decode(rest, new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
        _ when bytes.Contains((byte)0) => SpreadsheetErrors.Unreadable,
        _ => ReadUnmarked(bytes),
    };

    private static Result<string> ReadUnmarked(ReadOnlySpan<byte> bytes)
    {
        var asUtf8 = Decode(bytes, Utf8);
        return asUtf8.IsOk || IsMostlyUtf8(bytes) ? asUtf8 : Decode(bytes, Gb18030);
    }

    private static Result<string> Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            var lenient = (Encoding)encoding.Clone();
            lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
            var before = lenient.GetString(bytes[..Math.Clamp(broken.Index, 0, bytes.Length)]);
            return SpreadsheetErrors.EncodingBroken(before.AsSpan().Count('\n') + 1);
        }
    }

    /// <summary>Whether bytes that are not all UTF-8 were meant to be: then they are broken, and to read them as something else would mangle them.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        while (bytes.Length > 0)
        {
            var whole = Rune.DecodeFromUtf8(bytes, out var rune, out var taken) == System.Buffers.OperationStatus.Done;
            if (!whole)
                bad++;
            else if (rune.Value >= FirstOfThreeBytes)
                good++;
            bytes = bytes[taken..];
        }

        return good >= bad;
    }
}
