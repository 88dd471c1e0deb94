using Bunit;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features;
using HallSuite.Web.Shared.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace HallSuite.Tests.Pages;

/// <summary>The frame around the staff's pages, as it follows the person, the address and faults.</summary>
public sealed class StaffLayoutTests : ConsolePage
{
    private IRenderedComponent<StaffLayout> Frame(RenderFragment? body = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(HallUrls.HallOverview(Sample.Hall.Code));
        return Render<StaffLayout>(p => p.Add(l => l.Body, body ?? (builder => builder.AddContent(0, "body"))));
    }

    private static string[] RailOf(IRenderedComponent<StaffLayout> frame) => [.. frame.FindAll("a.rail-item").Select(a => a.TextContent.Trim())];

    private async Task SignedInAsync() => await OpenAsync<Home>(Clerk, HallUrls.HallOverview(Sample.Hall.Code));

    protected override void AddServices(IServiceCollection services)
    {
        services.AddRadzenComponents();
        services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        AddBunitPersistentComponentState();
    }

    [Fact]
    public async Task TheFrame_ShowsPagesPersonAndHall()
    {
        await SignedInAsync();

        var frame = Frame();

        frame.WaitForAssertion(() => Assert.Equal(["窗口叫号", "收件", "办件", "出件", "大厅", "事项"], RailOf(frame)));
        Assert.Contains("窗口人员", frame.Find(".person").TextContent, StringComparison.Ordinal);
        Assert.Contains("样例厅", frame.Find(".topbar").TextContent, StringComparison.Ordinal);
        Assert.Equal("hall-last=sample", frame.Find(".shell").GetAttribute("data-remember"));
        Assert.Equal(HallUrls.WindowConsole(Sample.Hall.Code), frame.Find("a.rail-item").GetAttribute("href"));
        Assert.Equal("实时连接", frame.Find("#connection [data-words]").TextContent);
    }

    [Fact]
    public async Task APostGivenMeanwhile_OpensItsPages()
    {
        await SignedInAsync();
        var frame = Frame();
        frame.WaitForAssertion(() => Assert.Equal(6, RailOf(frame).Length));

        await Node.GiveAsync(Clerk, Role.Auditor);

        frame.WaitForAssertion(() => Assert.Contains("审计", RailOf(frame)), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task APageThatFails_SaysSoInItsPlace_AndCanBeTriedAgain()
    {
        await SignedInAsync();
        var broken = true;
        var frame = Frame(builder =>
        {
            builder.OpenComponent<Fragile>(0);
            builder.AddComponentParameter(1, nameof(Fragile.IsBroken), () => broken);
            builder.CloseComponent();
        });
        frame.WaitForAssertion(() => Assert.Contains("没能读到内容", frame.Find("main [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(RailOf(frame));

        broken = false;
        await frame.Find("main [role=alert] button").ClickAsync();

        frame.WaitForAssertion(() => Assert.Equal("whole", frame.Find("main p").TextContent));
    }

    [Fact]
    public async Task TheListOfKeys_OpensAndCloses()
    {
        await SignedInAsync();
        var frame = Frame();

        await frame.Find("[data-keys='?']").ClickAsync();
        Assert.Contains("F2", frame.Find(".dialog").TextContent, StringComparison.Ordinal);
        await frame.Find(".dialog [data-keys=Escape]").ClickAsync();

        Assert.Empty(frame.FindAll(".dialog"));
    }

    [Theory]
    [InlineData("A001", "A001")]
    [InlineData("a1", "A001")]
    [InlineData(" 1 ", "A001")]
    [InlineData("B001", null)]
    [InlineData("1; DROP", null)]
    public async Task ATicketOfToday_IsFoundByItsNumber(string typed, string? expected)
    {
        await SignedInAsync();
        await TakeAsync();
        var frame = Frame();

        await frame.Find("[data-keys='Ctrl+K']").ClickAsync();
        await frame.Find("#finder-text").InputAsync(typed);
        await frame.Find(".finder").SubmitAsync();

        frame.WaitForAssertion(() => Assert.NotEmpty(frame.FindAll(".dialog [role=status]")));
        Assert.Equal(expected, frame.FindAll(".dialog .held b").SingleOrDefault()?.TextContent);
        Assert.DoesNotContain("陈", frame.Find(".dialog").TextContent, StringComparison.Ordinal);
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    private sealed class Fragile : ComponentBase
    {
        [Parameter]
        public Func<bool> IsBroken { get; set; } = () => false;

        protected override void OnInitialized()
        {
            if (IsBroken())
            {
                throw new InvalidOperationException("the database is away");
            }
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<p>whole</p>");
    }
}
