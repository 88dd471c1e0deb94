using System.Reflection;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Architecture;

/// <summary>An operation is one sealed class with one public act that says who does it; whoever reads changes nothing (DESIGN §2).</summary>
public sealed class OperationFormTests
{
    /// <summary>Seeds the demo hall as many operations would; no one act of anybody.</summary>
    private const string Demo = "HallSuite.Infrastructure.Demo";

    [Fact]
    public void EveryOperation_HasTheForm()
    {
        var operations = Operations(typeof(HallSuiteSetup).Assembly).ToList();
        Assert.Contains(operations, o => o.Name == "CallNextTicket");
        Assert.Empty(operations.SelectMany(Faults));
    }

    [Fact]
    public void EveryPlantedFault_IsReported()
    {
        Assert.Equal(["PlantedOpen is not sealed"], Faults(typeof(PlantedOpen)));
        Assert.Equal(["PlantedTwoActs has 2 public acts: ExecuteAsync, MoreAsync"], Faults(typeof(PlantedTwoActs)));
        Assert.Equal(["PlantedNobody.ExecuteAsync does not ask who acts"], Faults(typeof(PlantedNobody)));
        Assert.Equal(["PlantedNoEnd.ExecuteAsync cannot be cancelled"], Faults(typeof(PlantedNoEnd)));
        Assert.Equal(["PlantedSilent.ExecuteAsync answers no Result"], Faults(typeof(PlantedSilent)));
        Assert.Equal(["PlantedQueries reads and changes"], Faults(typeof(PlantedQueries)));
    }

    private static IEnumerable<Type> Operations(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true } && t.Namespace != Demo && AsksForWork(t));

    private static bool AsksForWork(Type type) =>
        type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(HallWork)));

    private static IEnumerable<string> Faults(Type type)
    {
        if (!type.IsSealed)
        {
            yield return $"{type.Name} is not sealed";
        }

        if (type.Name.EndsWith("Queries", StringComparison.Ordinal))
        {
            yield return $"{type.Name} reads and changes";
        }

        var acts = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName).ToList();
        if (acts is not [{ Name: "ExecuteAsync" } act])
        {
            yield return $"{type.Name} has {acts.Count} public acts: {string.Join(", ", acts.Select(a => a.Name))}";
            yield break;
        }

        var asked = act.GetParameters().Select(p => p.ParameterType).ToList();
        if (!asked.Contains(typeof(Actor)))
        {
            yield return $"{type.Name}.{act.Name} does not ask who acts";
        }

        if (asked.LastOrDefault() != typeof(CancellationToken))
        {
            yield return $"{type.Name}.{act.Name} cannot be cancelled";
        }

        if (!AnswersResult(act.ReturnType))
        {
            yield return $"{type.Name}.{act.Name} answers no Result";
        }
    }

    private static bool AnswersResult(Type type) =>
        type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Task<>) && type.GenericTypeArguments[0] is var answer
        && (answer == typeof(Result) || (answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Result<>)));

#pragma warning disable CS9113, CA1822, CA1852 // Planted: only their form is read.
    private class PlantedOpen(HallWork work)
    {
        public Task<Result> ExecuteAsync(Actor actor, CancellationToken cancel) => Task.FromResult(Result.Ok);
    }

    private sealed class PlantedTwoActs(HallWork work)
    {
        public Task<Result> ExecuteAsync(Actor actor, CancellationToken cancel) => Task.FromResult(Result.Ok);

        public Task<Result> MoreAsync(Actor actor, CancellationToken cancel) => Task.FromResult(Result.Ok);
    }

    private sealed class PlantedNobody(HallWork work)
    {
        public Task<Result> ExecuteAsync(string command, CancellationToken cancel) => Task.FromResult(Result.Ok);
    }

    private sealed class PlantedNoEnd(HallWork work)
    {
        public Task<Result> ExecuteAsync(Actor actor) => Task.FromResult(Result.Ok);
    }

    private sealed class PlantedSilent(HallWork work)
    {
        public Task ExecuteAsync(Actor actor, CancellationToken cancel) => Task.CompletedTask;
    }

    private sealed class PlantedQueries(HallWork work)
    {
        public Task<Result> ExecuteAsync(Actor actor, CancellationToken cancel) => Task.FromResult(Result.Ok);
    }
#pragma warning restore CS9113, CA1822, CA1852
}
