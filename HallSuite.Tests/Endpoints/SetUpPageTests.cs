using System.Net;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Endpoints;

public sealed class SetUpPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SetUp_WithTheToken_MakesHallAndAdministratorAndIsGoneAfterwards()
    {
        await using var web = await HallWeb.CreateAsync();
        var token = await web.Get<SetUpToken>().IssueAsync(Cancel);
        using var browser = web.Visitor();

        var answer = await browser.PostFormAsync("/setup", Fields(token!));

        Assert.Equal("/login", answer.Headers.Location?.OriginalString);
        using var admin = await web.SignedInAsync("chief", "Only-mine-22");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/admin/staff", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/setup", Cancel)).StatusCode);
    }

    [Fact]
    public async Task SetUp_WithAWrongToken_SaysSoAndKeepsWhatWasTypedButThePassword()
    {
        await using var web = await HallWeb.CreateAsync();
        using var browser = web.Visitor();

        var answer = await browser.PostFormAsync("/setup", Fields("guess"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("令牌不对", page);
        Assert.Contains("value=\"青澜区政务服务中心\"", page);
        Assert.DoesNotContain("Only-mine-22", page);
    }

    [Fact]
    public async Task SetUp_WhereThereIsAnAdministrator_IsNotThere()
    {
        await using var web = await HallWeb.CreateAsync();
        await web.HireAsync("admin", Role.Administrator);
        using var browser = web.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/setup", Cancel)).StatusCode);
    }

    private static Dictionary<string, string> Fields(string token) => new()
    {
        ["token"] = token, ["hallname"] = "青澜区政务服务中心", ["hallcode"] = "qinglan", ["timezone"] = "Asia/Shanghai",
        ["name"] = "汪敏", ["username"] = "chief", ["password"] = "Only-mine-22", ["again"] = "Only-mine-22",
    };
}
