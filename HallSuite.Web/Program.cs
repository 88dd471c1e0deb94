using HallSuite.Web.Hosting;

// The content root is the folder of the program, so that `dotnet run`, a published folder and the tests read the same appsettings.json.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.AddHallWeb();

var app = builder.Build();
app.UseHallWeb();
return await app.RunHallAsync();
