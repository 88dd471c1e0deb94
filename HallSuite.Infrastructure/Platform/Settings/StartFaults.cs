using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Infrastructure.Platform.Settings;

/// <summary>HallSuite cannot start, for reasons that the one who starts it can mend; each a line of its own.</summary>
public sealed class StartFaultException(IReadOnlyList<string> lines, Exception? cause = null) : Exception(string.Join(Environment.NewLine, lines), cause)
{
    public StartFaultException(string line, Exception? cause = null)
        : this([line], cause)
    {
    }

    public IReadOnlyList<string> Lines { get; } = lines;
}

/// <summary>Tells what keeps HallSuite from starting in words instead of a stack trace.</summary>
public static class StartFaults
{
    /// <summary>Checks every section of the configuration and tells all faults at once.</summary>
    /// <exception cref="StartFaultException">There are some.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var sections = services.GetServices<SettingsSection>().OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        var faults = sections.SelectMany(s => s.Unreadable(configuration)).Concat(sections.SelectMany(s => s.BrokenRules(services))).Distinct().ToList();
        if (faults.Count > 0)
        {
            throw new StartFaultException(faults);
        }
    }

    /// <summary>The lines to show for a fault that its reader can mend; null when the fault is a bug and deserves its stack trace.</summary>
    public static IReadOnlyList<string>? Explain(Exception fault) => fault switch
    {
        StartFaultException known => known.Lines,
        _ when DatabaseDialect.Outage(fault) is not null => [$"The database cannot be used now: {DatabaseDialect.Cause(fault).Message}"],
        _ when DatabaseDialect.IsNotMade(fault) => [$"The database is not made yet, or is older than this program; run the verb `migrate`. ({Line(DatabaseDialect.Cause(fault).Message)})"],
        _ => null,
    };

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
