using System.Text.RegularExpressions;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace HallSuite.Tests.Journeys;

/// <summary>People, their sessions and the audit log in a real browser.</summary>
public sealed partial class SessionJourney(Chromium chromium)
{
    [Fact]
    public async Task SignOutEverywhere_ClosesTheOpenPagesOfThePersonOnOtherComputers()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var atTheWindow = await hall.StaffPageAsync("clerk1", "/window?hall=demo");
        var someoneElse = await hall.StaffPageAsync("clerk2", "/window?hall=demo");
        var atHome = await hall.NewPageAsync();
        await atHome.GotoAsync("/login");
        await atHome.FillAsync("[name=username]", "clerk1");
        await atHome.FillAsync("[name=password]", "HallSuite-demo-1");
        await atHome.ClickAsync("form.signin-form button[type=submit]");
        await atHome.GotoAsync("/account");

        await atHome.ClickAsync("form[method=post] button.btn-danger");

        await Expect(atHome).ToHaveURLAsync(SignInPage());
        await Expect(atTheWindow).ToHaveURLAsync(SignInPage(), new() { Timeout = 60_000 });
        await Expect(atTheWindow.Locator("[role=status]")).ToContainTextAsync("登录已结束");
        await HallInBrowser.InteractiveAsync(someoneElse);
        Assert.Contains("/window", someoneElse.Url);
    }

    [Fact]
    public async Task SignOut_InOneTab_ClosesTheOthersOfTheSameSession()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var first = await hall.StaffPageAsync("clerk1", "/window?hall=demo");
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync("/window?hall=demo");
        await HallInBrowser.InteractiveAsync(second);

        await first.ClickAsync("summary.person");
        await first.ClickAsync("form[action='/logout'] button");

        await Expect(first).ToHaveURLAsync(SignInPage());
        await Expect(second).ToHaveURLAsync(SignInPage(), new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Administrator_TakesSomeoneOnWhoThenChoosesAPasswordAndWorks()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var admin = await hall.StaffPageAsync("admin", "/admin/staff?person=new");
        await admin.FillAsync("#hire-name", "王小芳");
        await admin.FillAsync("#hire-user", "clerk77");
        await admin.ClickAsync(".panel-foot .btn-primary");
        var password = await admin.Locator("#once-password").InputValueAsync();
        await admin.ClickAsync(".panel-foot .btn-primary");
        await admin.ClickAsync(".disclosure .btn-primary");
        await Expect(admin.Locator(".item-row")).ToContainTextAsync("窗口人员");
        Assert.DoesNotContain(password, await admin.ContentAsync()); // shown once

        var clerk = await hall.NewPageAsync();
        await clerk.GotoAsync("/login");
        await clerk.FillAsync("[name=username]", "clerk77");
        await clerk.FillAsync("[name=password]", password);
        await clerk.ClickAsync("form.signin-form button[type=submit]");
        await Expect(clerk.Locator("h1")).ToHaveTextAsync("请设置自己的密码");
        await clerk.FillAsync("#current", password);
        await clerk.FillAsync("#new", "Only-mine-22");
        await clerk.FillAsync("#again", "Only-mine-22");
        await clerk.ClickAsync("button.btn-primary");
        await Expect(clerk).ToHaveURLAsync(new Regex("/window"));

        // A right that is taken away is gone while the page stays open.
        await admin.ClickAsync(".item-row .btn-danger");
        await admin.ClickAsync(".dialog .btn-danger-solid");
        await Expect(admin.Locator(".item-row")).ToContainTextAsync("结束");
        await Expect(clerk.Locator(".rail-item[href^='/window']")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("clerk1", "/login", false)]
    [InlineData("clerk1", "/account", false)]
    [InlineData("admin", "/admin/staff", true)]
    [InlineData("admin", "/admin/staff?person=new", true)]
    [InlineData("admin", "/admin/departments?department=new", true)]
    [InlineData("auditor", "/audit", true)]
    [InlineData("clerk1", "/audit", false)]
    public async Task Page_IsUsableByEveryone(string userName, string address, bool interactive)
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var page = address == "/login" ? await hall.NewPageAsync() : await hall.SignedInPageAsync(userName);
        foreach (var dark in new[] { false, true })
        {
            if (dark)
            {
                await hall.DarkenAsync(page.Context);
            }

            await page.GotoAsync(address);
            if (interactive)
            {
                await HallInBrowser.InteractiveAsync(page);
            }

            Assert.Empty(await Usability.FaultsOfAsync(page, $"{address} dark={dark}"));
        }
    }

    [Fact]
    public async Task EmptyInstallation_IsSetUpWithTheTokenOfTheConsole()
    {
        await using var web = await HallWeb.ListenAsync();
        var token = await web.Get<SetUpToken>().IssueAsync(TestContext.Current.CancellationToken);
        await using var context = await (await chromium.BrowserAsync()).NewContextAsync(new() { BaseURL = web.Url });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/setup");
        await page.FillAsync("#token", token!);
        await page.FillAsync("#hallname", "青澜区政务服务中心");
        await page.FillAsync("#hallcode", "qinglan");
        await page.FillAsync("#name", "汪敏");
        await page.FillAsync("#username", "chief");
        await page.FillAsync("#password", "Only-mine-22");
        await page.FillAsync("#again", "Only-mine-22");
        await page.ClickAsync("button.btn-primary");

        await Expect(page).ToHaveURLAsync(SignInPage());
        await page.FillAsync("[name=username]", "chief");
        await page.FillAsync("[name=password]", "Only-mine-22");
        await page.ClickAsync("button[type=submit]");
        await Expect(page.Locator(".topbar")).ToContainTextAsync("青澜区政务服务中心");
        await page.GotoAsync("/admin/staff");
        await Expect(page.Locator("tbody")).ToContainTextAsync("汪敏");
    }

    [Fact]
    public async Task Auditor_FindsAnActAndChecksTheLog()
    {
        await using var hall = await HallInBrowser.OpenAsync(chromium);
        var department = await hall.Web.Get<CreateDepartment>().ExecuteAsync(new("slj", "水利局", "Water"), Actor.System("test"), TestContext.Current.CancellationToken);
        department.ShouldPass();
        var page = await hall.StaffPageAsync("auditor", "/audit?operation=CreateDepartment");

        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("slj");
        await page.ClickAsync("button:has-text('现在核对')");
        await Expect(page.Locator(".chip").First).ToHaveTextAsync("记录完整");
    }

    [GeneratedRegex("/login")]
    private static partial Regex SignInPage();
}
