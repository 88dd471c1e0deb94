using Bunit;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Supervision;
using HallSuite.Web.Shared.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Pages.Supervision;

/// <summary>The supervisors' board: cases accepted on Monday 28 September 2026 for whose decision there are twenty working days.</summary>
public sealed class SupervisionPageTests
{
    private static CancellationToken Cancel => SampleStaff.Cancel;

    [Fact]
    public async Task ALightThatComesOn_AppearsByItself_AndWhatFollowsIsDoneBeside()
    {
        await using var hall = await OpenAsync();
        var number = await AcceptedAsync(hall);
        var page = await PageAsync(hall, HallUrls.Supervision(hall.Sample.Hall.Code));
        Assert.Contains("没有时限亮牌", page.Markup);

        await TurnAsync(hall, new DateOnly(2026, 11, 2));
        page.WaitForAssertion(() => Assert.Contains("黄牌 · 超期 1 个工作日", page.Find($"tr[data-case={number}]").TextContent));
        Assert.Equal(["0", "1", "0"], page.FindAll(".card-count").Select(c => c.TextContent));
        Assert.Contains("尚未电话督办", page.Find($"tr[data-case={number}]").TextContent);

        await TurnAsync(hall, new DateOnly(2026, 11, 3));
        page.WaitForAssertion(() => Assert.Equal(["1", "0", "0"], page.FindAll(".card-count").Select(c => c.TextContent)));

        var beside = await PageAsync(hall, HallUrls.Supervision(hall.Sample.Hall.Code, chosen: number));
        Assert.Contains("已数", beside.Find(".detail").TextContent);
        Assert.Equal("2026-11-10", beside.ValueOf("#answer-by"));
        await beside.ChooseAsync("#answer-by", "2026-11-03");
        await beside.InvokeAsync(() => beside.Find("form[data-act=send-letter]").SubmitAsync());
        beside.WaitForAssertion(() => Assert.Contains("请选 2026-11-04", beside.Find("#answer-by-error").TextContent));
        await beside.ChooseAsync("#answer-by", "2026-11-12");
        await beside.InvokeAsync(() => beside.Find("form[data-act=send-letter]").SubmitAsync());
        beside.WaitForAssertion(() => Assert.Contains("11月12日 周四前说明", beside.Find($"tr[data-case={number}]").TextContent));
        Assert.Single(beside.FindAll(".detail a[href*='/paper']"));
        Assert.Empty(beside.FindAll("form[data-act=send-letter]"));
        page.WaitForAssertion(() => Assert.Contains("11月12日 周四前说明", page.Find($"tr[data-case={number}]").TextContent));
    }

    [Fact]
    public async Task ACall_IsLoggedBeside_AndWhatWasTypedSurvivesARefusal()
    {
        await using var hall = await OpenAsync();
        var number = await AcceptedAsync(hall);
        await TurnAsync(hall, new DateOnly(2026, 11, 2));
        var page = await PageAsync(hall, HallUrls.Supervision(hall.Sample.Hall.Code, "Yellow", chosen: number));

        await page.TypeAsync("#call-promise", "今天办结。");
        await page.InvokeAsync(() => page.Find("form[data-act=log-call]").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("请写和谁通的话", page.Find("#call-with-error").TextContent));
        Assert.Equal("今天办结。", page.ValueOf("#call-promise"));
        await page.TypeAsync("#call-with", "周越");
        await page.InvokeAsync(() => page.Find("form[data-act=log-call]").SubmitAsync());

        page.WaitForAssertion(() => Assert.Contains("今天办结。", page.Find($"tr[data-case={number}]").TextContent));
        Assert.Contains("与 周越 通话", page.Find(".detail").TextContent);
        Assert.Equal("", page.ValueOf("#call-with") ?? "");
    }

    [Fact]
    public async Task TheFilter_StandsInTheAddress_AndAnEmptyListSaysWhy()
    {
        await using var hall = await OpenAsync();
        var number = await AcceptedAsync(hall);
        await TurnAsync(hall, new DateOnly(2026, 10, 28));

        var blue = await PageAsync(hall, HallUrls.Supervision(hall.Sample.Hall.Code, "Blue"));
        Assert.Contains("催办单", blue.Find($"tr[data-case={number}]").TextContent);
        Assert.Equal("蓝牌", blue.Find(".segmented [aria-current]").TextContent);
        var red = await PageAsync(hall, HallUrls.Supervision(hall.Sample.Hall.Code, "Red"));
        Assert.Contains("没有符合条件的时限", red.Markup);
        Assert.Equal(["0", "0", "1"], red.FindAll(".card-count").Select(c => c.TextContent));
        await red.ChooseAsync(".board-department", "scjgj");
        Assert.EndsWith(HallUrls.Supervision(hall.Sample.Hall.Code, "Red", "scjgj"), hall.Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALimitThatIsNone_IsToldBeside_AndNoPersonalDataStandsOnThePage()
    {
        await using var hall = await OpenAsync();
        var number = await AcceptedAsync(hall);
        await TurnAsync(hall, new DateOnly(2026, 11, 3));

        Assert.Contains("没有这个时限", (await PageAsync(hall, HallUrls.Supervision(hall.Sample.Hall.Code, chosen: "NONE"))).Markup);
        var page = await PageAsync(hall, HallUrls.Supervision(hall.Sample.Hall.Code, chosen: number));
        Assert.DoesNotContain("热合曼", page.Markup);
        Assert.Empty(page.FindAll($"a[href='{HallUrls.Case(number)}']"));
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(2, 2, "100%")]
    [InlineData(1999, 2000, "99.9%")]
    [InlineData(0, 3, "0%")]
    public void TheRate_IsRoundedDown_SoThatOnlyAllAreAll(int inTime, int decided, string? said) => Assert.Equal(said, SupervisionWords.Rate(inTime, decided));

    private static async Task<PageHall> OpenAsync()
    {
        var hall = await PageHall.OpenAsync(Role.Supervisor);
        await hall.Node.SeedAsync([.. CaseOffice.Departments(), Standards.NewMatter(), Standards.InForce(Standards.Content with { Committed = null })]);
        return hall;
    }

    private static async Task<IRenderedComponent<SupervisionPage>> PageAsync(PageHall hall, string address)
    {
        var me = (await hall.Node.Get<StaffQueries>().MeAsync(hall.Me, Cancel)).ShouldPass();
        hall.Address.NavigateTo(address);
        return hall.Render<SupervisionPage>(p => p.AddCascadingValue(new StaffShell(me, me.Halls[0])));
    }

    /// <summary>The number of a case that was just accepted.</summary>
    private static async Task<string> AcceptedAsync(PageHall hall)
    {
        var clerk = await hall.SomebodyElseAsync("clerk", Role.WindowClerk);
        var draft = (await hall.Node.Get<OpenCase>().ExecuteAsync(new(hall.Sample.Hall.Id, Standards.Code.Text, CaseOffice.Person, null, "街角小店"), clerk, Cancel)).ShouldPass();
        var received = (await hall.Node.Get<ReceiveCase>().ExecuteAsync(new(draft.Seen, CaseScene.Findings()), clerk, Cancel)).ShouldPass();
        var accepted = (await hall.Node.Get<AcceptCase>().ExecuteAsync(new(received.Seen), clerk, Cancel)).ShouldPass();
        return await hall.Node.ReadAsync(db => db.Set<Case>().Where(c => c.Id == accepted.Seen.Case).Select(c => c.Number).SingleAsync(Cancel));
    }

    /// <summary>Nine o'clock of a day, and the job's next round.</summary>
    private static Task TurnAsync(PageHall hall, DateOnly day)
    {
        hall.Node.Clock.Set(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.FromHours(8)));
        return hall.Node.Services.GetServices<IHallJob>().Single(j => j.Name == "turn-lights").RunAsync(Cancel);
    }
}
