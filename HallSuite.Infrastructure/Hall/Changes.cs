using System.Globalization;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Hall;

/// <summary>What an edit changed, as the audit log tells it.</summary>
internal static class Changes
{
    private const int Longest = 2000;

    /// <summary>The numbers of a policy that differ; null when none does.</summary>
    public static string? Of<TPolicy>(TPolicy before, TPolicy after) where TPolicy : IPolicy<TPolicy> =>
        Of([.. before.Numbers().Zip(after.Numbers(), (b, a) => (a.Name, (object?)b.Value, (object?)a.Value))]);

    /// <summary><c>name: before → after; …</c> of the fields that differ; null when none does.</summary>
    public static string? Of(params (string Field, object? Before, object? After)[] fields)
    {
        var text = string.Join("; ", fields.Where(f => !Equals(f.Before, f.After))
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Field}: {f.Before} → {f.After}")));
        return text.Length == 0 ? null : text.Length <= Longest ? text : text[..Longest];
    }
}
