using System.Net;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Documents;

/// <summary>Anyone can check a printed document; its file is for staff.</summary>
public sealed class VerifyPageTests
{
    private const string Code = "7K3F92QXABCDEFGHJKLM";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_ASignedDocument_SaysWhatIsPrintedOnIt()
    {
        await using var scene = await KioskScene.OpenAsync();
        var document = await PutAsync(scene);
        (await scene.Web.Get<SignDocument>().ExecuteAsync(new(document.Id, new string('a', 64)), SampleStaff.Chief, Cancel)).ShouldPass();

        var page = await scene.Anyone().OpenAsync($"/verify/{Code}");

        Assert.Equal(HttpStatusCode.OK, page.Answer.StatusCode);
        Assert.Contains("文书真实有效", page.One(".portal-status").TextContent, StringComparison.Ordinal);
        foreach (var said in new[] { "受理通知书", "青澜卫许受〔2026〕31号", "青澜市卫生健康委员会", "欧**华", "2026年9月28日", new string('a', 64) })
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal("no-store", page.Answer.Headers.CacheControl!.ToString());
        Assert.Contains("noindex", Assert.Single(page.Answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.False(page.Has("script[src*='blazor.web']"));
    }

    [Fact]
    public async Task Verify_ACodeTypedFromPaper_IsRead()
    {
        await using var scene = await KioskScene.OpenAsync();
        await PutAsync(scene);

        var page = await scene.Anyone().OpenAsync("/verify/7k3f-92qx-abcd-efgh-jklm");

        Assert.Contains("正在签名", page.One(".portal-status").TextContent, StringComparison.Ordinal);
        Assert.Contains("稍后刷新", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AVoidDocument_SaysSoAndNotWhy()
    {
        await using var scene = await KioskScene.OpenAsync();
        var document = await PutAsync(scene);
        (await scene.Web.Get<VoidDocument>().ExecuteAsync(new(document.Id, "欧阳震华申请撤回"), SampleStaff.Chief, Cancel)).ShouldPass();

        var page = await scene.Anyone().OpenAsync($"/verify/{Code}");

        Assert.Contains("文书已作废", page.One(".portal-status").TextContent, StringComparison.Ordinal);
        Assert.True(page.Has(".portal-hero-danger"));
        Assert.Contains("不再有效", page.One(".portal-note-error").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("撤回", page.Sources[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnUnknownCode_IsNotFoundAndSaysWhatToDo()
    {
        await using var scene = await KioskScene.OpenAsync();

        var page = await scene.Anyone().OpenAsync("/verify/22222222222222222222");

        Assert.Equal(HttpStatusCode.NotFound, page.Answer.StatusCode);
        Assert.Contains("查不到这份文书", page.One(".portal-status").TextContent, StringComparison.Ordinal);
        Assert.Contains("不是本系统签发的", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_InEnglish_KeepsWhatIsPrintedInChinese()
    {
        await using var scene = await KioskScene.OpenAsync();
        await PutAsync(scene);
        var visitor = scene.Anyone();
        await visitor.OpenAsync($"/language?to=en&returnTo=/verify/{Code}");

        Assert.Contains("Genuine, being signed", visitor.One(".portal-status").TextContent, StringComparison.Ordinal);
        Assert.Contains("Notice of acceptance · 受理通知书", visitor.One("h1").TextContent, StringComparison.Ordinal);
        Assert.Contains("28 Sep 2026", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("zh-CN", visitor.Page.QuerySelectorAll("dd").First(d => d.TextContent == "青澜卫许受〔2026〕31号").GetAttribute("lang"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verify_ACertificate_AlsoTellsItsValidityAndIdentifier(bool identified)
    {
        await using var web = await HallWeb.ListenAsync(DatabaseProvider.Sqlite, new() { ["Demo:Enabled"] = "true" });
        await web.IssuedCaseAsync(identified);
        var code = await web.ReadAsync(db => db.Set<IssuedDocument>().Where(d => d.Kind == DocumentKind.Certificate).Select(d => d.VerifyCode).SingleAsync(Cancel));
        using var visitor = web.Visitor();

        var page = await (await visitor.GetAsync($"/verify/{code}", Cancel)).TextAsync();

        Assert.Contains("经营许可证", page, StringComparison.Ordinal);
        Assert.Contains("有效期限", page, StringComparison.Ordinal);
        Assert.Equal(identified, page.Contains("1.2.156.3005.2.", StringComparison.Ordinal));
        Assert.Equal(identified, page.Contains("电子证照标识", StringComparison.Ordinal));
        Assert.DoesNotContain(CaseOffice.Name, page, StringComparison.Ordinal);
        Assert.DoesNotContain("街角小店", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_IsForStaffOfItsPlace_OnceItIsSigned()
    {
        await using var scene = await KioskScene.OpenAsync();
        var document = await PutAsync(scene);
        await scene.Web.HireAsync("clerk", Role.WindowClerk);
        await scene.Web.HireAsync("auditor", Role.Auditor);
        using var clerk = await scene.Web.SignedInAsync("clerk");
        using var auditor = await scene.Web.SignedInAsync("auditor");
        using var nobody = scene.Web.Visitor();
        var address = $"/documents/{document.Id}/file";

        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(address, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(address, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/documents/{Guid.NewGuid():N}/file", Cancel)).StatusCode);
        var early = await clerk.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("document.not-signed-yet", await early.TextAsync(), StringComparison.Ordinal);

        var hash = await scene.Web.Get<FileStore>().KeepAsync("%PDF-1.7 signed"u8.ToArray(), Cancel);
        (await scene.Web.Get<SignDocument>().ExecuteAsync(new(document.Id, hash), SampleStaff.Chief, Cancel)).ShouldPass();
        var file = await clerk.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("inline", "青澜卫许受〔2026〕31号.pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
        Assert.Equal("%PDF-1.7 signed", await file.Content.ReadAsStringAsync(Cancel));

        foreach (var lying in Directory.GetFiles(Path.Combine(scene.Web.Database.Folder, "files"), "*", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(lying, "changed", Cancel);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await clerk.GetAsync(address, Cancel)).StatusCode);
    }

    [Fact]
    public async Task TheAddressInTheCode_IsThePublicOne()
    {
        await using var scene = await KioskScene.OpenAsync(settings: new() { ["PublicUrl"] = "https://hall.example.cn/zw" });

        Assert.Equal($"https://hall.example.cn/zw/verify/{Code}", scene.Web.Get<IVerifyAddress>().Of(Code));
    }

    private static async Task<IssuedDocument> PutAsync(KioskScene scene)
    {
        var department = (await scene.Web.Get<CreateDepartment>().ExecuteAsync(new("wjj", "卫生健康局", "Health", "青澜卫许"), SampleStaff.Chief, Cancel)).ShouldPass();
        var facts = new DocumentFacts(
            DocumentKind.Acceptance, scene.Sample.Hall.Id, department, "青澜市卫生健康委员会", "欧**华", SampleHall.Today, Code, null, nameof(TestNotice), new SealedText("sealed"));
        var document = IssuedDocument.Issue(new DocumentId(Guid.CreateVersion7()), new DocumentNumber("青澜卫许受", 2026, 31), facts, TestHall.Start).ShouldPass();
        await scene.Web.SeedAsync(document);
        return document;
    }
}
