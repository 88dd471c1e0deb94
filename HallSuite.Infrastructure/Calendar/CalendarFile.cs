using System.Text;
using HallSuite.Domain.Calendar;

namespace HallSuite.Infrastructure.Calendar;

/// <summary>Reads a calendar file (docs/calendar.md): text in UTF-8 with the days that the State Council's notice about a year names.</summary>
public static class CalendarFile
{
    /// <summary>A year takes less than one kilobyte.</summary>
    public const int MostKilobytes = 256;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The years of the file, or what is wrong with it, line by line.</summary>
    public static async Task<CalendarReading> ReadAsync(Stream source, CancellationToken cancel)
    {
        var bytes = new byte[MostKilobytes * 1024 + 1];
        var length = await source.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (length == bytes.Length)
            return new CalendarReading([], [new CalendarFault(1, CalendarErrors.FileTooLarge(MostKilobytes))]);
        try
        {
            return CalendarText.Read(Strict.GetString(bytes, 0, length));
        }
        catch (DecoderFallbackException broken)
        {
            var line = bytes.AsSpan(0, Math.Clamp(broken.Index, 0, length)).Count((byte)'\n') + 1;
            return new CalendarReading([], [new CalendarFault(line, CalendarErrors.NotUtf8)]);
        }
    }
}
