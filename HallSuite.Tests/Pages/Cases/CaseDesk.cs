using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Cases;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Pages.Cases;

/// <summary>The office of the case tests with a renderer over it: pages run against the real operations, as whoever of the office looks.</summary>
internal sealed class CaseDesk : BunitContext
{
    static CaseDesk() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    private readonly BunitAuthorizationContext signedIn;

    private CaseDesk(CaseOffice office)
    {
        Office = office;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddSingleton<ErrorTexts>().AddSingleton<EnumTexts>().AddScoped<CurrentActor>();
        Services.AddSingleton(ActivatorUtilities.CreateInstance<CaseActOperations>(office.Node.Services));
        Services.AddSingleton(ActivatorUtilities.CreateInstance<IntakeOperations>(office.Node.Services));
        Services.AddFallbackServiceProvider(office.Node.Services);
        signedIn = AddAuthorization();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public CaseOffice Office { get; }

    public static async Task<CaseDesk> OpenAsync()
    {
        var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        await office.Node.RunAsync();
        return new CaseDesk(office);
    }

    /// <summary>The page of a case as somebody sees it.</summary>
    public async Task<IRenderedComponent<CasePage>> OpenCaseAsync(SeenCase seen, Actor viewer, CaseAct? act = null)
    {
        var number = (await Office.FileAsync(seen)).Number;
        signedIn.SetAuthorized("somebody").SetClaims(new Claim(ClaimTypes.NameIdentifier, viewer.Id.ToString()));
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo(HallUrls.Case(number, act?.ToString()));
        var me = (await Office.Get<StaffQueries>().MeAsync(viewer, CaseOffice.Cancel)).ShouldPass();
        return Render<CasePage>(p => p.Add(x => x.Number, number).AddCascadingValue(new StaffShell(me, null)));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Office.DisposeAsync();
    }
}
