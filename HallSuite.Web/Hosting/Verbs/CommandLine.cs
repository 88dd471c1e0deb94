namespace HallSuite.Web.Hosting.Verbs;

/// <summary>A command line split into the words of a verb, which come first, and settings, which begin with a dash.</summary>
internal sealed record CommandLine(IReadOnlyList<string> Words, string[] Settings)
{
    public static CommandLine Parse(string[] args)
    {
        // A path may begin with a slash, which the configuration would take for the beginning of a setting.
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToList();
        return new CommandLine(words, args[words.Count..]);
    }

    public bool AsksForHelp => Words is ["help", ..] || Settings.Any(s => s is "--help" or "-h" or "-?");
}
