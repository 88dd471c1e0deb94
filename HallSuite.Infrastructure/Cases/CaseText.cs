using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// The parts of a case that are written and read whole, as the database keeps them (<see cref="StoredJson"/>).
/// </summary>
internal static class CaseText
{
    /// <summary>For a value that the case never changes in place, so that the same value is the same object.</summary>
    public static PropertyBuilder<T> HasCaseText<T>(this PropertyBuilder<T> property) where T : class
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => Write(value), text => Read<T>(text)),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b) || Write(a!) == Write(b!), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));
        return property.HasMaxLength(-1);
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, StoredJson.WithoutComputed);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, StoredJson.WithoutComputed)!;
}
