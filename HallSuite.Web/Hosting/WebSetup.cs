using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HallSuite.Infrastructure;
using HallSuite.Web.Api;
using HallSuite.Web.Devices;
using HallSuite.Web.Features.Cases;
using HallSuite.Web.Features.Queueing;
using HallSuite.Web.Kiosk;
using HallSuite.Web.Portal;
using HallSuite.Web.Screens;
using HallSuite.Web.Shared.Text;
using HallSuite.Web.Shared;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Localization;
using Radzen;

namespace HallSuite.Web.Hosting;

/// <summary>Registers what the web part needs beyond Infrastructure; each concern in its own method or file.</summary>
internal static class WebSetup
{
    public static void AddHallWeb(this WebApplicationBuilder builder)
    {
        builder.Services.AddHallSuite(builder.Configuration);
        builder.AddHallTelemetry();
        builder.Services.AddHallText();
        builder.Services.AddHallPages();
        builder.Services.AddSessions();
        builder.Services.AddPermissions();
        builder.Services.AddPageFaults();
        builder.Services.AddProxies();
        builder.Services.AddRateLimits();
        builder.AddBodyLimits();
        builder.Services.AddDevices();
        builder.Services.AddHallApi();
        builder.Services.AddScreens();
        builder.Services.AddPublicUrl();
        builder.Services.AddKiosk();
        builder.Services.AddPortal();
        builder.Services.AddHallCompression();
    }

    private static void AddHallPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(options => options.DetailedErrors = false).AddHubOptions(options =>
        {
            // A pulled cable resets nothing: both ends notice it by silence. js/staff.js says the same numbers.
            options.KeepAliveInterval = TimeSpan.FromSeconds(5);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
        });

        // Chinese stays Chinese in the source of a page instead of eight characters for each: a third of the bytes, and readable.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<ConsoleOperations>().AddSingleton<CaseActOperations>().AddSingleton<IntakeOperations>();
        services.AddScoped<HallUrls>();
    }

    private static void AddHallText(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<ILocalizer, RadzenTexts>();
        services.AddSingleton<ErrorTexts>();
        services.AddSingleton<EnumTexts>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages.Default).AddSupportedCultures(Languages.All).AddSupportedUICultures(Languages.All);

            // The language is chosen on the page and kept in a cookie; a browser's own setting says little on a shared machine.
            options.RequestCultureProviders = [new KioskLanguage(), new CookieRequestCultureProvider()];
        });
    }
}
