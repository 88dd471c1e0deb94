using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>
/// How values are written down as JSON that stays: members of enums by name, so that their order is free, and Chinese as it is, which is a sixth of the length.
/// </summary>
internal static class StoredJson
{
    /// <summary>Every property, for values that are made by their constructor. Numbers of members, as they were written once, are still read.</summary>
    public static JsonSerializerOptions Whole { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Without what is computed.</summary>
    public static JsonSerializerOptions WithoutComputed { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };
}
