using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Features.Cases;
using HallSuite.Web.Hosting;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Radzen;

namespace HallSuite.Tests.TestKit;

/// <summary>
/// A sample hall and a renderer over it: pages run against the real operations and live updates, as a person with posts that reach
/// everything. The language is Chinese.
/// </summary>
public sealed class PageHall : BunitContext
{
    /// <summary>The address under which the hall is said to be reached.</summary>
    public const string PublicAddress = "https://hall.example.cn";

    // A busy machine is no reason to fail; a page that never shows what it should still does.
    static PageHall() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    private readonly bool ownsNode;

    private PageHall(TestHall node, SampleHall sample, StaffId person, bool ownsNode = true)
    {
        this.ownsNode = ownsNode;
        (Node, Sample, Me) = (node, sample, Actor.Staff(person, "test"));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddSingleton<ErrorTexts>();
        Services.AddSingleton<EnumTexts>();
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton(ActivatorUtilities.CreateInstance<IntakeOperations>(node.Services));
        Services.AddRadzenComponents();
        Services.AddSingleton(new PublicUrl(Options.Create(new PublicUrlOptions { PublicUrl = PublicAddress }), null!, null!));
        Services.AddFallbackServiceProvider(node.Services);
        AddAuthorization().SetAuthorized("person").SetClaims(new Claim(ClaimTypes.NameIdentifier, person.Value.ToString()));

        // Last: it asks for the renderer, and then no service can be added any more.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public TestHall Node { get; }

    public SampleHall Sample { get; }

    /// <summary>Whoever looks at the pages.</summary>
    public Actor Me { get; }

    public BunitNavigationManager Address => Services.GetRequiredService<BunitNavigationManager>();

    public static async Task<PageHall> OpenAsync(Role role)
    {
        var node = await (await TestHall.CreateAsync(DatabaseProvider.Sqlite)).RunAsync();
        var sample = new SampleHall(TestHall.Start);
        await node.SeedAsync(sample.Entities);
        return new PageHall(node, sample, await node.PersonAsync("person", role));
    }

    /// <summary>The pages over a hall that a test has set up and disposes, and that starts now; as one of its people sees them.</summary>
    public static async Task<PageHall> OverAsync(TestHall node, SampleHall sample, Actor who) => new(await node.RunAsync(), sample, new StaffId(who.Id), ownsNode: false);

    /// <summary>Opens a page of the staff at an address, in the frame of the person's halls.</summary>
    public async Task<IRenderedComponent<TPage>> OpenInFrameAsync<TPage>(string address) where TPage : IComponent
    {
        var me = (await Node.Get<StaffQueries>().MeAsync(Me, CancellationToken.None)).ShouldPass();
        return Open<TPage>(address, p => p.AddCascadingValue(new StaffShell(me, me.Halls[0])));
    }

    /// <summary>Opens a page at an address; what stands in its query becomes its parameters.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? route = null) where TPage : IComponent
    {
        Address.NavigateTo(address);
        return Render<TPage>(route);
    }

    /// <summary>Somebody else with the same rights, for what happens meanwhile.</summary>
    public async Task<Actor> SomebodyElseAsync(string userName, Role role) => Actor.Staff(await Node.PersonAsync(userName, role), "elsewhere");

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        if (ownsNode)
        {
            await Node.DisposeAsync();
        }
    }
}

file static class People
{
    public static async Task<StaffId> PersonAsync(this TestHall node, string userName, Role role)
    {
        var person = await node.HireAsync(userName);
        await node.GiveAsync(person, role);
        return person;
    }
}
