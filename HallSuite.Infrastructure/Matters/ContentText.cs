using System.Text.Json;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Matters;

/// <summary>
/// The content of a standard as the database keeps it (<see cref="StoredJson"/>). Two contents are the same when their texts are.
/// </summary>
internal static class ContentText
{
    public static string Write(StandardContent content) => JsonSerializer.Serialize(content, StoredJson.WithoutComputed);

    public static StandardContent Read(string text) => JsonSerializer.Deserialize<StandardContent>(text, StoredJson.WithoutComputed)!;
}
