using System.Globalization;

namespace HallSuite.Infrastructure.Hall;

/// <summary>What an edit changed, as the audit log tells it.</summary>
internal static class Changes
{
    private const int Longest = 2000;

    /// <summary><c>name: before → after; …</c> of the fields that differ; null when none does.</summary>
    public static string? Of(params (string Field, object? Before, object? After)[] fields)
    {
        var text = string.Join("; ", fields.Where(f => !Equals(f.Before, f.After))
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Field}: {f.Before} → {f.After}")));
        return text.Length == 0 ? null : text.Length <= Longest ? text : text[..Longest];
    }
}
