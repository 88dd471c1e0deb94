using HallSuite.Infrastructure.Audit;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Architecture;

/// <summary>Auditors read operations as words.</summary>
public sealed class AuditTextTests
{
    [Fact]
    public void EveryOperation_HasWordsForTheAuditLog() => Assert.Empty(Missing(AuditQueries.Operations));

    [Fact]
    public void Planted_IsReported() => Assert.Equal(["PlantedOperation"], Missing(["SignIn", "PlantedOperation"]));

    private static IEnumerable<string> Missing(IEnumerable<string> operations)
    {
        var words = TextPair.Of("AccountText").Chinese;
        return operations.Where(o => !words.ContainsKey($"Operation.{o}"));
    }
}
