using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Cases;

namespace HallSuite.Tests.Pages.Cases;

/// <summary>The page of a case on a real database: what it shows, which act it offers to whom, and what it does when somebody else was faster.</summary>
public sealed class CasePageTests
{
    [Fact]
    public async Task AReviewer_SeesTheCaseAndItsLimits_AndTakesItIntoReview()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var seen = await desk.Office.AcceptedAsync();
        var page = await desk.OpenCaseAsync(seen, await desk.Office.ReviewerAsync());

        Assert.Contains("经营许可", page.Find("h1").TextContent);
        Assert.Contains("还剩 10 个工作日", page.Find(".due").TextContent);
        Assert.Contains("到期 10", page.Find(".week-grid").TextContent);
        await page.InvokeAsync(() => page.Find("form.act").SubmitAsync());

        page.WaitForAssertion(() => Assert.Contains("审查中", page.Find(".case-title").TextContent));
        Assert.Equal(CaseState.UnderReview, (await desk.Office.FileAsync(seen)).State);
    }

    [Fact]
    public async Task WhoTookItIn_IsToldWhyTheyDoNotReview()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var clerk = await desk.Office.ClerkAsync();
        await desk.Office.Node.GiveAsync(new StaffId(clerk.Id), Role.Reviewer, desk.Office.Hall, CaseOffice.Market);
        var page = await desk.OpenCaseAsync(await desk.Office.AcceptedAsync(), clerk);

        Assert.DoesNotContain("转入审查", page.Find(".case-title").TextContent);
        Assert.Contains("不能再审查或决定", page.Find(".case > section.panel:last-child").TextContent);
    }

    [Fact]
    public async Task AnActOfSomebodyElse_IsTold_AndWhatWasTypedStays()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var (first, second) = (await desk.Office.ReviewerAsync(), await desk.Office.SecondReviewerAsync());
        var seen = await desk.Office.UnderReviewAsync();
        var page = await desk.OpenCaseAsync(seen, first, CaseAct.PassStep);
        await page.TypeAsync("#opinion", "材料齐全。");

        (await desk.Office.Get<AssignStep>().ExecuteAsync(new(seen, Standards.Site, new StaffId(second.Id), AsHead: false), second, CaseOffice.Cancel)).ShouldPass();

        page.WaitForAssertion(() => Assert.Contains("刚刚办了“分派环节”", page.Find(".act .note").TextContent));
        Assert.Equal("材料齐全。", page.ValueOf("#opinion"));
        Assert.True(page.Find(".act button[type=submit]").HasAttribute("disabled"));
        await page.PressAsync("看过了，继续");
        await page.InvokeAsync(() => page.Find("form.act").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("材料齐全。", page.Find(".case-history").TextContent));
    }

    [Fact]
    public async Task AnOutcomeThatARuleForbids_CannotBeSuggested_AndTheRuleIsNamed()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var page = await desk.OpenCaseAsync(await desk.Office.UnderReviewAsync(), await desk.Office.ReviewerAsync(), CaseAct.PassStep);

        await page.ChooseAsync("input[name=mark-C1] ~ input, .criterion:nth-of-type(1) .choice:nth-of-type(2) input", true);

        var grant = page.FindAll("input[name=agrees]")[0];
        Assert.True(grant.HasAttribute("disabled"));
        Assert.Contains(Standards.NoBadPlace.Name, grant.ParentElement!.TextContent);
    }

    [Fact]
    public async Task TheHead_ExtendsSuspendsAndTerminates_FromThePage()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var head = await desk.Office.HeadAsync();
        var seen = await desk.Office.UnderReviewAsync();
        var page = await desk.OpenCaseAsync(seen, head, CaseAct.Extend);
        await page.TypeAsync("#extend-days", "3");
        await page.TypeAsync("#act-reason", "案情复杂");
        await page.InvokeAsync(() => page.Find("form.act").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("延期 3 个工作日", page.Markup));

        Assert.Equal(3, (await desk.Office.FileAsync(seen)).Extension!.Days);
        Assert.Contains("延期通知书", page.Find(".case-papers").TextContent);
    }

    [Fact]
    public async Task ARefusalWithoutReasons_IsToldAtItsField_AndWithThemDecides()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var head = await desk.Office.HeadAsync();
        var seen = await desk.Office.ReviewedAsync();
        var page = await desk.OpenCaseAsync(seen, head, CaseAct.Approve);

        await page.InvokeAsync(() => page.FindAll("input[name=outcome]")[1].ChangeAsync(true));
        await page.InvokeAsync(() => page.Find("form.act").SubmitAsync());
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".field-error")));
        await page.TypeAsync("#reasons", "场所条件不达标。");
        await page.TypeAsync("#basis", "某条例第十二条");
        await page.TypeAsync("#remedy-body", "某市人民政府");
        await page.TypeAsync("#remedy-court", "某区人民法院");
        await page.InvokeAsync(() => page.Find("form.act").SubmitAsync());

        page.WaitForAssertion(() => Assert.Contains("不予行政许可决定书", page.Find(".case-papers").TextContent));
        Assert.Equal(CaseState.Refused, (await desk.Office.FileAsync(seen)).State);
    }

    [Fact]
    public async Task AnOutcomeThatWasChosen_StaysChosen_WhenThePageIsToldOfAnotherAct()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var seen = await desk.Office.ReviewedAsync();
        var page = await desk.OpenCaseAsync(seen, await desk.Office.HeadAsync(), CaseAct.Approve);
        await page.InvokeAsync(() => page.FindAll("input[name=outcome]")[1].ChangeAsync(true));

        var other = await desk.Office.StaffAsync("head-2", null, Role.DepartmentHead);
        (await desk.Office.Get<ExtendCase>().ExecuteAsync(new(seen, 3, "案情复杂。"), other, CaseOffice.Cancel)).ShouldPass();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".act .note")));
        Assert.Equal([false, true], page.FindAll("input[name=outcome]").Select(o => o.HasAttribute("checked")));
        Assert.NotEmpty(page.FindAll("#reasons"));
    }

    [Fact]
    public async Task WhatIsReviewed_WaitsForADecision_AndTellsWhoReviewedItWhyNotTheirs()
    {
        await using var desk = await CaseDesk.OpenAsync();

        var page = await desk.OpenCaseAsync(await desk.Office.ReviewedAsync(), await desk.Office.ReviewerAsync());

        Assert.Contains("审查已完成，等作出决定。", page.Markup);
        Assert.Contains("您审查过这个件", page.Markup);
    }

    [Fact]
    public async Task ACaseOfOthers_IsUnknown()
    {
        await using var desk = await CaseDesk.OpenAsync();
        var seen = await desk.Office.ReceivedAsync();

        var page = await desk.OpenCaseAsync(seen, await desk.Office.StaffAsync("other", CaseOffice.Health, Role.Reviewer));

        Assert.Contains("没有办件", page.Markup);
        Assert.DoesNotContain("经营许可", page.Markup);
    }
}
