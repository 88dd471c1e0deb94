namespace HallSuite.Web.Hosting.Verbs;

/// <summary>A command line split into the words of a verb, which come first, and settings, which begin with a dash.</summary>
internal sealed record CommandLine(IReadOnlyList<string> Words, string[] Settings)
{
    /// <summary>The one setting that is written without a value, where the configuration would take the next word for it.</summary>
    private const string DryRun = "--dry-run";

    public static CommandLine Parse(string[] args)
    {
        // A path may begin with a slash, which the configuration would take for the beginning of a setting.
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToList();
        return new CommandLine(words, [.. args[words.Count..].Select(a => a == DryRun ? $"{a}=true" : a)]);
    }

    public bool AsksForHelp => Words is ["help", ..] || Settings.Any(s => s is "--help" or "-h" or "-?");
}
