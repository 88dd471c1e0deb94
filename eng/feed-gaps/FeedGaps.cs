using System.Runtime.CompilerServices; using System.Runtime.Loader;
namespace HallSuite.Tests;
internal static class FeedGaps
{
    [ModuleInitializer]
    internal static void Fill() => AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "AngleSharp.Diffing"
        ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "feed-gaps", "AngleSharp.Diffing.dll")) : null;
}
