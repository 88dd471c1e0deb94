using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HallSuite.Infrastructure.Cases;

/// <summary>
/// The parts of a case that are written and read whole, as the database keeps them: JSON, members of enums by name so that their order is free,
/// Chinese as it is. What is computed is left out.
/// </summary>
internal static class CaseText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>For a value that the case never changes in place, so that the same value is the same object.</summary>
    public static PropertyBuilder<T> HasCaseText<T>(this PropertyBuilder<T> property) where T : class
    {
        property.HasConversion(
            new ValueConverter<T, string>(value => Write(value), text => Read<T>(text)),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b) || Write(a!) == Write(b!), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));
        return property.HasMaxLength(-1);
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
