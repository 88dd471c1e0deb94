using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Matters;

/// <summary>
/// The content of a standard as the database keeps it: JSON, members of enums by name so that their order is free, Chinese as it is. What is
/// computed is left out. Two contents are the same when their texts are.
/// </summary>
internal static class ContentText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static string Write(StandardContent content) => JsonSerializer.Serialize(content, Options);

    public static StandardContent Read(string text) => JsonSerializer.Deserialize<StandardContent>(text, Options)!;
}
