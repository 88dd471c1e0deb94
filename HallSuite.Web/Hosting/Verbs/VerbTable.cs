using System.Globalization;
using HallSuite.Infrastructure;
using HallSuite.Web.Text;

namespace HallSuite.Web.Hosting.Verbs;

/// <summary>All verbs, and how one is found, run and told.</summary>
internal static class VerbTable
{
    public static IReadOnlyList<Verb> All { get; } = [new MigrateVerb(), new ImportMattersVerb(), new ImportCalendarVerb(), new VerifyAuditVerb(), new BackupVerb(), new RestoreVerb()];

    public static string Help =>
        $"""
         HallSuite – software for government service halls.

         Without a verb it serves. Verbs:
         {string.Join(Environment.NewLine, All.Select(v => $"  {v.Usage,-43} {v.Does}"))}
           {"--help",-43} this text

         Settings come from appsettings.json, environment variables (Database__Provider=Postgres) and the command line
         (--Database:Provider Postgres), in that order; docs/operations.md lists them. Files are relative to this folder.
         """;

    /// <summary>The verb that was typed; null when there is none like it.</summary>
    public static TypedVerb? Find(CommandLine line) =>
        All.Select(v => (Verb: v, Argument: v.Match(line.Words))).Where(m => m.Argument is not null).Select(m => new TypedVerb(m.Verb, m.Argument!)).FirstOrDefault();

    /// <summary>What is wrong with a command line that is no verb.</summary>
    public static string FaultOf(CommandLine line) => All.MaxBy(v => v.Likeness(line.Words)) is { } near && near.Likeness(line.Words) > 0
        ? $"This verb is written: {near.Usage}"
        : $"There is no verb \"{string.Join(' ', line.Words)}\"; --help lists them.";
}

/// <summary>A verb with the argument that was typed.</summary>
internal sealed record TypedVerb(Verb Verb, string Argument)
{
    /// <summary>Runs it; the exit code of the process.</summary>
    public async Task<int> RunAsync(WebApplication app)
    {
        var culture = new CultureInfo(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Languages.Default : Languages.English);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            stop.Cancel();
        };
        if (Verb.WantsHalls)
        {
            await app.Services.PrepareHallAsync(stop.Token);
            await app.FillDemoAsync(stop.Token);
        }

        var done = await Verb.RunAsync(app.Services, Argument, stop.Token);
        if (done.TryGet(out var line, out var refusal))
        {
            Console.WriteLine(line);
            return 0;
        }

        await Console.Error.WriteLineAsync(app.Services.GetRequiredService<ErrorTexts>().Of(refusal));
        return 1;
    }
}
