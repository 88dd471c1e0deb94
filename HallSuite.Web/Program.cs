using HallSuite.Infrastructure.Platform.Settings;
using HallSuite.Web.Hosting;
using HallSuite.Web.Hosting.Verbs;

return await StartGuard.RunAsync(async () =>
{
    var line = CommandLine.Parse(args);
    if (line.AsksForHelp)
    {
        Console.WriteLine(VerbTable.Help);
        return 0;
    }

    var wanted = line.Words.Count == 0 ? null : VerbTable.Find(line) ?? throw new StartFaultException(VerbTable.FaultOf(line));

    // The content root is the folder of the program, so that `dotnet run`, a published folder and the tests read the same appsettings.json.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = line.Settings, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.AddHallLogs(forVerb: wanted is not null);
    builder.AddHallWeb();

    var app = builder.Build();
    app.Services.CheckSettings();
    if (wanted is { } verb)
    {
        return await verb.RunAsync(app);
    }

    app.UseHallWeb();
    return await app.RunHallAsync();
});
