using HallSuite.Domain.Kernel;

namespace HallSuite.Web.Hosting.Verbs;

/// <summary>Something the program does from the command line instead of serving (CONTRACT §1).</summary>
/// <param name="words">What is typed, for example <c>verify audit</c>.</param>
/// <param name="argument">The name of the one argument it takes, or empty.</param>
/// <param name="does">What it does, for <c>--help</c>.</param>
/// <param name="options">The settings of its own that it takes, as they are written; it finds them in the configuration.</param>
internal abstract class Verb(string words, string argument, string does, string options = "")
{
    public string Usage { get; } = string.Join(' ', new[] { words, argument, options }.Where(part => part.Length > 0));

    public string Does { get; } = does;

    /// <summary>Whether it changes the halls and so wants them as a start makes them: the database up to date, in Development with the demo hall.</summary>
    public virtual bool WantsHalls => false;

    /// <summary>The argument when this is the verb meant; null when it is another, or what was typed does not fit.</summary>
    public string? Match(IReadOnlyList<string> typed)
    {
        var own = words.Split(' ');
        if (typed.Count != own.Length + (argument.Length == 0 ? 0 : 1) || !typed.Take(own.Length).SequenceEqual(own))
        {
            return null;
        }

        return argument.Length == 0 ? "" : typed[^1];
    }

    /// <summary>How many of its words were typed, from the first on.</summary>
    public int Likeness(IReadOnlyList<string> typed) => words.Split(' ').Zip(typed).TakeWhile(pair => pair.First == pair.Second).Count();

    /// <summary>Does it; the answer is the line that is printed when it is done.</summary>
    public abstract Task<Result<string>> RunAsync(IServiceProvider services, string argument, CancellationToken cancel);
}
