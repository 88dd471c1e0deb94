using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Platform.Live;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Features.Queueing;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HallSuite.Tests.Pages;

/// <summary>The pages of a hall on a real database, as a clerk sees them; the browser's part is left out.</summary>
public abstract class ConsolePage : BunitContext, IAsyncLifetime
{
    private TestHall node = null!;
    private BunitAuthorizationContext signedIn = null!;
    private int visitors;

    protected SampleHall Sample { get; } = new(TestHall.Start);

    protected TestHall Node => node;

    protected StaffId Clerk { get; private set; }

    protected HallId HallId => Sample.Hall.Id;

    protected Actor ClerkActor => Actor.Staff(Clerk, "192.0.2.7");

    /// <summary>The identity number of the last visitor.</summary>
    protected string LastIdNumber { get; private set; } = "";

    protected static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    /// <summary>The time that acts and refreshes go by; moved by hand.</summary>
    protected HandTime Time { get; } = new();

    public async ValueTask InitializeAsync()
    {
        node = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        await node.SeedAsync(Sample.Entities);
        Clerk = await node.HireAsync("clerk1");
        await node.GiveAsync(Clerk, Role.WindowClerk, HallId);
        await node.RunAsync();

        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddSingleton<ErrorTexts>().AddSingleton<EnumTexts>();
        Services.AddSingleton(ActivatorUtilities.CreateInstance<ConsoleOperations>(node.Services));
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped<CurrentActor>();
        Services.TryAddSingleton<ILogger<LivePage>>(NullLogger<LivePage>.Instance);
        AddServices(Services);
        Services.AddFallbackServiceProvider(node.Services);
        signedIn = this.AddAuthorization();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Default);
    }

    /// <summary>What a test's pages need beyond these.</summary>
    protected virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>How many subscriptions are open on this node.</summary>
    protected int Watching => node.Get<LiveBus>().Count;

    /// <summary>A visitor takes a number; each has another identity.</summary>
    protected async Task<TakenTicket> TakeAsync(string lane = "A")
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"31010119800101{++visitors:000}");
        LastIdNumber = digits + IdentityNumbers.CheckCharacter(digits);
        return (await node.Get<TakeTicket>().ExecuteAsync(
            new(HallId, lane, "陈晓敏", LastIdNumber, IdentityType.Citizen, null, Entitlement.None), SampleStaff.Chief, Cancel)).ShouldPass();
    }

    /// <summary>Opens a page as a person who is signed in, in the frame of that person's halls.</summary>
    /// <param name="interactive">Whether its circuit is up; false while the page is drawn for the first time.</param>
    protected async Task<IRenderedComponent<TPage>> OpenAsync<TPage>(StaffId who, string address, bool interactive = true) where TPage : IComponent
    {
        SetRendererInfo(new RendererInfo(interactive ? "Server" : "Static", interactive));
        signedIn.SetAuthorized("somebody").SetClaims(new Claim(ClaimTypes.NameIdentifier, who.Value.ToString()), new Claim(CurrentActor.FromClaim, "192.0.2.7"));
        var me = (await node.Get<StaffQueries>().MeAsync(Actor.Staff(who, ""), Cancel)).ShouldPass();
        var shell = new StaffShell(me, me.Halls is [var first, ..] ? first : null);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<TPage>(p => p.AddCascadingValue(shell));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await node.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
