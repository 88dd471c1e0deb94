using System.Net;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Demo;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Portal;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Endpoints;

/// <summary>The demo hall with its past, for tests that only look.</summary>
public sealed class ToldHall : IAsyncLifetime
{
    public HallWeb Web { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Web = await HallWeb.CreateAsync(settings: new() { ["Demo:Enabled"] = "true", ["Demo:Cases"] = "true", ["PublicUrl"] = "https://hall.example.cn" });
        await Web.CasesAreToldAsync();
    }

    public ValueTask DisposeAsync() => Web.DisposeAsync();
}

/// <summary>The applicant's own page, without any script: where is it, by when, must I do something.</summary>
public sealed class ProgressPageTests(ToldHall told) : IClassFixture<ToldHall>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryCase_HasAPage_AndNobodysNameOrNumberOnIt()
    {
        var cases = await told.Web.ReadAsync(db => db.Set<Case>().AsNoTracking().AsSplitQuery().ToListAsync(Cancel));
        Assert.Equal(DemoStories.All.Count, cases.Count);
        using var visitor = new PageVisitor(told.Web);
        foreach (var file in cases)
        {
            var applicant = DemoStories.All.Single(s => s.Subject == file.Subject).Applicant;

            await visitor.OpenAsync(HallUrls.Progress(file.Number, file.QueryKey));

            Assert.Equal(HttpStatusCode.OK, visitor.Answer.StatusCode);
            Assert.Contains(file.Number, visitor.One(".portal-hero").TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(visitor.One(".portal-status").TextContent);
            Assert.NotEmpty(visitor.One(".portal-card h2").TextContent);
            Assert.NotEmpty(visitor.Page.QuerySelectorAll(".portal-steps > li"));
            string[] secrets = [applicant.Name, applicant.Name[1..], applicant.IdNumber, applicant.IdNumber[..10], file.Subject, .. applicant.Phone is { } phone ? (string[])[phone] : []];
            Assert.All(secrets, s => Assert.DoesNotContain(s, visitor.Sources[^1], StringComparison.Ordinal));
            Assert.All(DemoHall.UserNames, u => Assert.DoesNotContain(u, visitor.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task UnderReview_SaysByWhen_ThatNothingIsToDo_AndHowTheDayIsCounted()
    {
        using var visitor = await OpenAsync("云海健身中心");

        Assert.Contains("审查中", visitor.One(".portal-status").TextContent, StringComparison.Ordinal);
        Assert.Contains("前作出决定", visitor.One(".portal-date").TextContent, StringComparison.Ordinal);
        Assert.Contains("还剩 2 个工作日", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("您现在什么都不用做", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("这一天是怎么算的", visitor.One("details > summary").TextContent, StringComparison.Ordinal);
        Assert.True(visitor.Has("details .week-grid .day-due"));
        Assert.Contains("次日起算", visitor.One("details").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [("is-done", "收件、受理 已完成"), ("is-done", "资料审查 已完成"), ("is-current", "现场核查 进行中"), ("", "复核 还没到"), ("", "决定 还没到"), ("", "领取 还没到")],
            visitor.Page.QuerySelectorAll(".portal-steps > li").Select(s => (s.ClassName ?? "", s.Children[1].TextContent)));
    }

    [Theory]
    [InlineData("北岭村水厂", "请补交材料", "水质检测报告")]
    [InlineData("米粒轻食", "请补交承诺的材料", "从业人员健康证明")]
    [InlineData("云泊酒店", "检测期间不计时", "预计")]
    [InlineData("晨光口腔门诊部", "专家评审，6 天不计时", "决定")]
    [InlineData("碧波游泳馆", "比承诺的慢了", "法定期限到")]
    [InlineData("东湖二次供水泵房", "可以来领决定书", "60 日内")]
    [InlineData("青山屠宰点", "请向别的机关提出", "青澜区农业农村局")]
    [InlineData("康宁中医诊所", "不用再做什么", "结束：已撤回")]
    [InlineData("兰亭客栈", "已经办结", "决定：准予")]
    [InlineData("望湖广场屋顶广告", "请来交材料", "青澜区政务服务中心")]
    public async Task ACase_SaysWhatItsApplicantHasToDo(string subject, params string[] says)
    {
        using var visitor = await OpenAsync(subject);

        Assert.All(says, s => Assert.Contains(s, visitor.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AReadyResult_IsFetchedWithItsCode_AndItsDocumentsCanBeChecked()
    {
        var file = await told.Web.CaseAsync("紫薇美容美发店");
        using var visitor = await OpenAsync(file.Subject);

        Assert.Contains("可以来领取了", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(file.QueryKey[..6], visitor.One(".portal-todo, .portal-card").TextContent, StringComparison.Ordinal);
        var papers = visitor.Page.QuerySelectorAll("#papers a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(5, papers.Count); // receipt, acceptance, approval, certificate, pick-up slip
        foreach (var paper in papers)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync(paper)).StatusCode);
        }
    }

    [Fact]
    public async Task AWrongNumberAndAWrongKey_AreAnsweredAlike()
    {
        var file = await told.Web.CaseAsync("听涛宾馆");
        using var visitor = new PageVisitor(told.Web);
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var address in new[]
        {
            HallUrls.Progress(file.Number, "wrong"), HallUrls.Progress(file.Number), HallUrls.Progress("DEMO2026010100001", file.QueryKey),
        })
        {
            await visitor.OpenAsync(address);
            answers.Add((visitor.Answer.StatusCode, visitor.Text));
        }

        foreach (var (number, key) in new[] { (file.Number, "wrong"), ("DEMO2026010100001", file.QueryKey) })
        {
            await visitor.OpenAsync(HallUrls.ProgressSearch);
            await visitor.PressAsync("form.portal-card button", ("number", number), ("key", key));
            Assert.Equal(HttpStatusCode.NotFound, visitor.Answer.StatusCode);
            Assert.Contains("没有查到这个办件", visitor.One("[role=alert]").TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(visitor.Cookies, c => c.StartsWith(ProgressPasses.Cookie, StringComparison.Ordinal));
        }

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.NotFound, answers[0].Item2), a));
        Assert.Contains("没有查到这个办件", answers[0].Item2, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync(HallUrls.ProgressState(file.Number, "wrong"))).StatusCode);
    }

    [Fact]
    public async Task ATypedKey_OpensThePage_AndStandsInNoAddress()
    {
        var file = await told.Web.CaseAsync("清泉洗浴中心");
        using var visitor = new PageVisitor(told.Web);
        await visitor.OpenAsync(HallUrls.Portal);
        await visitor.FollowAsync($"a[href='{HallUrls.ProgressSearch}']");

        await visitor.PressAsync("form.portal-card button", ("number", $" {file.Number.ToLowerInvariant()} "), ("key", $"{file.QueryKey} "));

        Assert.Equal(HallUrls.Progress(file.Number), visitor.Path);
        Assert.Contains("公共场所卫生许可", visitor.One("h1").TextContent, StringComparison.Ordinal);
        Assert.All(visitor.Addresses, a => Assert.DoesNotContain(file.QueryKey, a, StringComparison.Ordinal));
        Assert.All(visitor.Cookies, c => Assert.DoesNotContain(file.QueryKey, c, StringComparison.Ordinal));
        Assert.Contains("httponly", Assert.Single(visitor.Cookies, c => c.StartsWith(ProgressPasses.Cookie, StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        await visitor.FollowAsync(".portal-head a");
        Assert.True(visitor.Has("main.is-large"));
        Assert.Contains(file.Number, visitor.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync(visitor.One("#progress").GetAttribute("data-from")!)).StatusCode);

        // Only for the case whose key was typed.
        var other = await told.Web.CaseAsync("听涛宾馆");
        await visitor.OpenAsync(HallUrls.Progress(other.Number));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Answer.StatusCode);
    }

    [Fact]
    public async Task TheCodeOnTheReceipt_LeadsToThePage()
    {
        var file = await told.Web.CaseAsync("听涛宾馆");
        var model = await told.Web.ReadAsync(db => (
            from paper in db.Set<CasePaper>()
            where paper.Case == file.Id && paper.Kind == NoticeKind.Receipt
            from document in db.Set<IssuedDocument>().Where(d => d.Id == paper.Document)
            select document).AsNoTracking().SingleAsync(Cancel));
        var receipt = Assert.IsType<ReceiptSlip>(told.Web.Get<PaperPress>().Read(model.ModelName, told.Web.Get<PersonalData>().Open(model.Model)));
        Assert.StartsWith("https://hall.example.cn/portal/case/", receipt.ProgressUrl, StringComparison.Ordinal);
        using var visitor = new PageVisitor(told.Web);

        await visitor.OpenAsync(new Uri(receipt.ProgressUrl!).PathAndQuery);

        Assert.Equal(HttpStatusCode.OK, visitor.Answer.StatusCode);
        Assert.Contains(file.Number, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_IsSentOnlyWhenItChanged_AndKeptByNobody()
    {
        using var visitor = await OpenAsync("听涛宾馆");
        var (mark, address) = (visitor.One("#progress").GetAttribute("data-etag")!, visitor.One("#progress").GetAttribute("data-from")!);

        var same = await visitor.AskAsync(address, mark);
        var anew = await visitor.AskAsync(address, "\"other\"");

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, anew.StatusCode));
        Assert.Contains("公共场所卫生许可", await anew.TextAsync(), StringComparison.Ordinal);
        foreach (var answer in new[] { visitor.Answer, anew })
        {
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task InEnglish_OnlyWhatIsNamedInChinese_IsChinese()
    {
        var file = await told.Web.CaseAsync("北岭村水厂");
        using var visitor = new PageVisitor(told.Web);
        await visitor.OpenAsync($"/language?to=en&returnTo={Uri.EscapeDataString(HallUrls.Progress(file.Number, file.QueryKey))}");

        Assert.Contains("Please hand in what is missing", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Hand in by", visitor.One(".portal-date").TextContent, StringComparison.Ordinal);
        Assert.Equal("zh-CN", visitor.One("h1").GetAttribute("lang"));
        Assert.Equal("zh-CN", visitor.One(".portal-wants span").GetAttribute("lang"));
    }

    private async Task<PageVisitor> OpenAsync(string subject)
    {
        var file = await told.Web.CaseAsync(subject);
        var visitor = new PageVisitor(told.Web);
        return await visitor.OpenAsync(HallUrls.Progress(file.Number, file.QueryKey));
    }
}
