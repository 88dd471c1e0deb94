using System.Text.Json;
using HallSuite.Domain.Cases;

namespace HallSuite.Tests.Domain.Cases;

/// <summary>All that a case shows, as text: two that are equal have not been changed.</summary>
internal static class Snapshot
{
    public static string Of(Case which) => JsonSerializer.Serialize(which);
}
