using Bunit;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Domain.Staffing;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features;
using HallSuite.Web.Features.Staffing;
using HallSuite.Web.Shared;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Features.Queueing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Pages;

/// <summary>The frame of the staff pages: who sees what, which page is home, how long a press counts.</summary>
public sealed class ShellTests : ConsolePage
{
    [Theory]
    [InlineData(Role.WindowClerk, "RailWindow RailIntake RailCases RailIssue RailHall RailMatters")]
    [InlineData(Role.Reviewer, "RailWorklist RailCases RailHall RailMatters")]
    [InlineData(Role.DepartmentHead, "RailWorklist RailCases RailHall RailMatters")]
    [InlineData(Role.Supervisor, "RailSupervision RailHall RailMatters")]
    [InlineData(Role.HallManager, "RailHall RailMatters")]
    [InlineData(Role.HotlineAgent, "RailHall RailMatters")]
    [InlineData(Role.Administrator, "RailHall RailMatters RailHalls RailStaff RailDevices RailPapers")]
    [InlineData(Role.Auditor, "RailAudit")]
    public void TheRail_ShowsWhatTheRoleCanOpen(Role role, string expected) =>
        Assert.Equal(expected.Split(' '), StaffPages.For(RolePermissions.Of(role).ToHashSet()).Select(p => p.TextKey));

    [Fact]
    public void EveryPageOfTheRail_Exists()
    {
        var routes = typeof(HallUrls).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), inherit: false)).Cast<RouteAttribute>().Select(r => r.Template);
        Assert.Empty(StaffPages.All.Select(p => p.Address(null)).Except(routes));
    }

    [Fact]
    public void EveryPageOfTheRail_AsksForThePermissionThatShowsIt()
    {
        foreach (var page in StaffPages.All)
        {
            var component = typeof(HallUrls).Assembly.GetTypes()
                .Single(t => t.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>().Any(r => r.Template == page.Address(null)));
            var needs = component.GetCustomAttributes(typeof(RequirePermissionAttribute), inherit: false).Cast<RequirePermissionAttribute>();
            Assert.Contains(page.Needs, needs.Select(n => n.Permission));
        }
    }

    [Theory]
    [InlineData(Role.WindowClerk, "/window?hall=sample")]
    [InlineData(Role.HallManager, "/hall?hall=sample")]
    [InlineData(Role.Auditor, "/audit")]
    public async Task Home_IsTheFirstPageOfThePerson(Role role, string expected)
    {
        var person = await Node.HireAsync("person");
        await Node.GiveAsync(person, role, HallId);

        await OpenAsync<Home>(person, "/");

        Assert.EndsWith(expected, Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_WithoutAPost_SaysWhomToAsk()
    {
        var page = await OpenAsync<Home>(await Node.HireAsync("person"), "/");

        Assert.Contains("您还没有岗位", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void APageKnowsItsSurface_ByItsLayout()
    {
        Assert.Equal(typeof(StaffLayout), Surfaces.LayoutOf(typeof(WindowConsole)));
        Assert.Equal(typeof(PublicLayout), Surfaces.LayoutOf(typeof(SignInPage)));
        Assert.DoesNotContain(Surfaces.SheetsOf(Surface.Wall), s => s.Contains("Radzen", StringComparison.Ordinal));
        Assert.All(Enum.GetValues<Surface>(), s => Assert.Equal("css/tokens.css", Surfaces.SheetsOf(s)[0]));
    }

    [Fact]
    public void EveryStyleSheet_Exists() =>
        Assert.All(
            Enum.GetValues<Surface>().SelectMany(Surfaces.SheetsOf).Where(s => !s.StartsWith("_content/", StringComparison.Ordinal)),
            s => Assert.True(File.Exists(Path.Combine(SourceTree.Root, "HallSuite.Web", "wwwroot", s)), s));

    [Theory]
    [InlineData("/window?hall=demo", "/window?hall=demo")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("window", "/")]
    [InlineData("/a\r\nSet-Cookie: x=y", "/")]
    public void GoingBack_StaysOnThisSite(string? address, string expected) => Assert.Equal(expected, HallUrls.LocalOrHome(address));

    [Theory]
    [InlineData(null, null, "/window")]
    [InlineData("demo", null, "/window?hall=demo")]
    [InlineData("demo", 12, "/window?hall=demo&window=12")]
    [InlineData(null, 12, "/window?window=12")]
    public void TheAddressOfTheConsole_HoldsHallAndWindow(string? hall, int? window, string expected) => Assert.Equal(expected, HallUrls.WindowConsole(hall, window));

    [Theory]
    [InlineData("light", ThemeChoice.Light, "light")]
    [InlineData("dark", ThemeChoice.Dark, "dark")]
    [InlineData("auto", ThemeChoice.Auto, "light")]
    [InlineData("<script>", ThemeChoice.Auto, "light")]
    [InlineData(null, ThemeChoice.Auto, "light")]
    public void TheTheme_ComesFromTheCookie(string? cookie, ThemeChoice chosen, string drawn)
    {
        Assert.Equal(chosen, ThemeChoices.Of(cookie));
        Assert.Equal(drawn, ThemeChoices.DrawnAs(ThemeChoices.Of(cookie)));
    }

    [Fact]
    public void Walls_AreDarkUnlessTheHallIsBright()
    {
        Assert.Equal(ThemeChoice.Dark, Surfaces.FixedTheme(Surface.Wall, null));
        Assert.Equal(ThemeChoice.Light, Surfaces.FixedTheme(Surface.Wall, "light"));
        Assert.Null(Surfaces.FixedTheme(Surface.Staff, "light"));
    }

    [Fact]
    public void EveryState_LooksUnlikeTheOthers()
    {
        Assert.Equal(Enum.GetValues<TicketState>().Length, Enum.GetValues<TicketState>().Select(TicketLook.Of).Select(l => l.Icon).Distinct().Count());
        Assert.Equal(Enum.GetValues<WindowState>().Length, Enum.GetValues<WindowState>().Select(WindowLook.Of).Select(l => l.Icon).Distinct().Count());
        Assert.Equal("TicketState.Held", TicketLook.Of(TicketState.Held).TextKey);
    }

    [Fact]
    public void OnePress_IsOneAct()
    {
        var guard = new ActGuard(Time);

        Assert.True(guard.TryBegin("a"));
        Assert.False(guard.TryBegin("b"), "another act while one runs");
        guard.End();
        Assert.False(guard.TryBegin("a"), "the same act at once again");
        Assert.True(guard.TryBegin("b"), "another act after the first");
        guard.End();
        Time.Move(ActGuard.SameActWithin);
        Assert.True(guard.TryBegin("b"), "the same act later");
    }

    [Fact]
    public async Task TheClock_ShowsTheHallsTime_AndGoesOn()
    {
        await OpenAsync<Home>(Clerk, "/");
        var clock = Render<TopClock>(p => p.Add(c => c.TimeZone, "Asia/Shanghai"));
        Assert.Equal(("9月28日 周一", "10:00"), (clock.Find(".topbar-date").TextContent, clock.Find(".clock").TextContent));

        Node.Clock.Move(TimeSpan.FromMinutes(1));
        Time.Move(TimeSpan.FromSeconds(61));

        clock.WaitForAssertion(() => Assert.Equal("10:01", clock.Find(".clock").TextContent));
    }
}
