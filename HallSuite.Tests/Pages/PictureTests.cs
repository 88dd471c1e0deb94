using System.Globalization;
using Bunit;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.TestKit;
using HallSuite.Web.Screens;
using HallSuite.Web.Text;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Pages;

/// <summary>The pictures of the walls, from parameters alone.</summary>
public sealed class PictureTests : BunitContext
{
    private static readonly DateTimeOffset Now = TestHall.Start;
    private static readonly HallSigns OneFloor = new("样例厅", "Asia/Shanghai", "", "12345", [new Floor(1, "1 楼")]);
    private static readonly HallSigns TwoFloors = OneFloor with { Announcement = "国庆 10月1日–7日 大厅暂停服务。", Floors = [new Floor(-1, "B1"), new Floor(1, "1 楼")] };

    public PictureTests()
    {
        Services.AddLocalization();
        Services.AddSingleton<EnumTexts>();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
    }

    // ---- queue ----

    [Fact]
    public void Queue_ShowsTheNewestCallLargeAndTheOthersBelow()
    {
        var picture = Queue(calls: [Call(7, "A047", 12), Call(6, "C032", 3), Call(5, "B021", 14)]);

        Assert.Equal("A047 到 12 号窗口", Words(picture.Find(".call-now-line").TextContent));
        Assert.Equal("7", picture.Find(".call-now").GetAttribute("data-fresh"));
        Assert.Equal(["C032 到 3 号窗口 10:00", "B021 到 14 号窗口 10:00"], picture.FindAll(".call-row").Select(r => Words(r.TextContent)));
        Assert.Equal("9月28日 星期一", picture.Find("[data-live]").TextContent);
        Assert.Equal("10:00", picture.Find("[data-clock]").TextContent);
        Assert.True(picture.Find("[data-stale]").HasAttribute("hidden"));
    }

    [Fact]
    public void Queue_SaysEachCallOnce_InTheirOrder()
    {
        var picture = Queue(calls: [Call(7, "A047", 12, repeat: true), Call(6, "C032", 3), Call(5, "A047", 12)]);

        Assert.Equal(["请 A047 到 12 号窗口", "请 C032 到 3 号窗口", "请 A047 到 12 号窗口"], picture.FindAll("[data-say]").Select(s => s.GetAttribute("data-say")));
        Assert.Equal(["5", "6", "7"], picture.FindAll("[data-say]").Select(s => s.GetAttribute("data-say-seq")));
    }

    [Fact]
    public void Queue_ANumberThatWasCalledAgain_StandsOnce()
    {
        var picture = Queue(calls: [Call(7, "A047", 12, repeat: true), Call(6, "C032", 3), Call(5, "A047", 12)]);

        Assert.Contains("再次叫号", picture.Find(".call-now").TextContent);
        Assert.Equal(["C032"], picture.FindAll(".call-row > b").Select(b => b.TextContent));
    }

    [Fact]
    public void Queue_InTheMorning_NoLongerShowsYesterdaysCalls_ButKeepsTheirNumbersForTheVoice()
    {
        var picture = Queue(calls: [Call(7, "A120", 12) with { At = Now.AddHours(-17) }]);

        Assert.Contains("今天还没有叫号", picture.Find(".call-now").TextContent);
        Assert.Equal("7", picture.Find("[data-say]").GetAttribute("data-say-seq"));
    }

    [Fact]
    public void Queue_PastMidnight_StillShowsTheCallsBefore()
    {
        var pastMidnight = new DateTimeOffset(2026, 9, 28, 16, 10, 0, TimeSpan.Zero);
        var board = Board([Call(7, "A120", 12) with { At = pastMidnight.AddMinutes(-20) }], [Lane("A", 1)]) with { At = pastMidnight };

        var picture = Render<QueuePicture>(p => p.Add(q => q.Board, board).Add(q => q.Windows, []).Add(q => q.Signs, OneFloor));

        Assert.Equal("A120", picture.Find(".call-ticket").TextContent);
    }

    [Fact]
    public void Queue_BeforeTheFirstCall_SaysSo()
    {
        var picture = Queue(calls: []);

        Assert.True(picture.Find(".call-now").ClassList.Contains("is-resting"));
        Assert.Contains("今天还没有叫号", picture.Find(".call-now").TextContent);
        Assert.Empty(picture.FindAll(".call-row"));
        Assert.Empty(picture.FindAll("[data-say]"));
        Assert.NotNull(picture.Find("[data-say-log]"));
    }

    [Fact]
    public void Queue_WithMoreThanEightLanes_HasPages()
    {
        var picture = Queue(lanes: [.. Enumerable.Range(0, 11).Select(i => Lane($"{(char)('A' + i)}", 1))]);

        Assert.Equal([8, 3], picture.FindAll("[data-rotate=lanes] > .lane-list").Select(l => l.ChildElementCount));
        Assert.Equal([false, true], picture.FindAll("[data-rotate=lanes] > .lane-list").Select(l => l.HasAttribute("hidden")));
        Assert.Equal("1/2", picture.Find("[data-rotate-of=lanes]").TextContent);
    }

    [Fact]
    public void Queue_WithEightLanes_HasOnePage() =>
        Assert.Empty(Queue(lanes: [.. Enumerable.Range(0, 8).Select(i => Lane($"{(char)('A' + i)}", 1))]).FindAll("[data-rotate-of=lanes]"));

    [Fact]
    public void Queue_WithMoreThanSixCalls_HasTwoPagesOfFive()
    {
        var picture = Queue(calls: [.. Enumerable.Range(1, 20).Reverse().Select(i => Call(i, $"A{i:000}", 1))]);

        Assert.Equal([5, 5], picture.FindAll("[data-rotate=calls] > .call-list").Select(l => l.ChildElementCount));
        Assert.Equal("A019", picture.Find(".call-row > b").TextContent);
        Assert.Equal("1/2", picture.Find("[data-rotate-of=calls]").TextContent);
        Assert.Equal(20, picture.FindAll("[data-say]").Count);
    }

    [Fact]
    public void Queue_ALaneWithoutAnOpenWindow_SaysSoInsteadOfAWait()
    {
        var picture = Queue(lanes: [Lane("A", 14, openWindows: 3), Lane("B", 2, openWindows: 0)]);

        Assert.Equal(["20–30", "暂无窗口"], picture.FindAll(".lane-wait").Select(w => w.TextContent));
        Assert.Equal(["14", "2"], picture.FindAll(".lane-people").Select(w => w.TextContent));
        Assert.Equal([false, true], picture.FindAll(".lane-row").Select(r => r.ClassList.Contains("is-closed")));
    }

    [Fact]
    public void Queue_OfAHallWithFloors_SaysWhere()
    {
        var picture = Render<QueuePicture>(p => p.Add(q => q.Signs, TwoFloors)
            .Add(q => q.Board, Board([Call(2, "A047", 12, floor: -1), Call(1, "A046", 3)], [])).Add(q => q.Windows, [Window(1, 1), Window(2, 1), Window(3, 1), Window(12, -1)]));

        Assert.Equal("B1", picture.Find(".call-floor").TextContent);
        Assert.Equal("1 楼", picture.Find(".call-row small").TextContent);
        Assert.Contains("B1窗口 12 号；1 楼窗口 1–3 号", picture.Find(".wall-foot").TextContent);
        Assert.Contains("国庆", picture.Find(".wall-announcement").TextContent);
    }

    [Theory]
    [InlineData("A047", 12, false)]
    [InlineData("AB047", 12, true)]
    [InlineData("A1047", 1, true)]
    [InlineData("A047", 120, true)]
    public void Queue_LongNumbers_AreDrawnSmaller(string number, int window, bool isLong) =>
        Assert.Equal(isLong, Queue(calls: [Call(1, number, window)]).Find(".call-now").ClassList.Contains("is-long"));

    [Fact]
    public void Queue_InEnglish_PutsTheWordsAsTheLanguageWants()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var picture = Queue(calls: [Call(7, "A047", 12)], lanes: [Lane("A", 1)]);

        Assert.Equal("A047 to window 12", Words(picture.Find(".call-now-line").TextContent));
        Assert.Equal("Lane A", picture.Find(".lane-name").TextContent);
        Assert.Equal("Monday 28 September", picture.Find("[data-live]").TextContent);
        Assert.Equal("A047, please go to window 12", picture.Find("[data-say]").GetAttribute("data-say"));
    }

    // ---- window ----

    [Theory]
    [InlineData(TicketState.Called, "请到本窗口", true)]
    [InlineData(TicketState.Serving, "正在办理", false)]
    public void Window_WithATicket_ShowsItLarge(TicketState state, string words, bool isCalling)
    {
        var picture = WindowScreen(WindowState.Open, number: "A047", ticket: state);

        Assert.Equal("12", picture.Find(".window-number b").TextContent);
        Assert.Equal("A047", picture.Find(".window-ticket").TextContent);
        Assert.Equal(words, picture.Find(".window-state").TextContent);
        Assert.Equal(isCalling, picture.Find(".window-state").ClassList.Contains("is-calling"));
        Assert.Equal(isCalling, picture.Find(".window-ticket").HasAttribute("data-fresh"));
    }

    [Fact]
    public void Window_ThatIsPaused_SaysWhyAndWhereToLook()
    {
        var picture = WindowScreen(WindowState.Paused, PauseReason.Equipment);

        Assert.Equal("暂停服务：设备故障", picture.Find(".window-state").TextContent);
        Assert.Equal("请看其他窗口", picture.Find(".window-says").TextContent);
        Assert.Empty(picture.FindAll(".window-ticket"));
    }

    [Fact]
    public void Window_ThatIsPausedForNoSaidReason_SaysOnlyThat() =>
        Assert.Equal("暂停服务", WindowScreen(WindowState.Paused, PauseReason.Other).Find(".window-state").TextContent);

    [Fact]
    public void Window_ThatFinishesSomeoneBeforeItsPause_StillShowsTheNumber() =>
        Assert.Equal("A047", WindowScreen(WindowState.Paused, PauseReason.Break, "A047", TicketState.Serving).Find(".window-ticket").TextContent);

    [Fact]
    public void Window_ThatIsFree_AsksToWait() => Assert.Equal("请等候叫号", WindowScreen(WindowState.Open).Find(".window-says").TextContent);

    [Fact]
    public void Window_ThatWasClosedToday_HasEnded() =>
        Assert.Equal("今日已结束", WindowScreen(WindowState.Closed, since: Now.AddHours(-1)).Find(".window-state").TextContent);

    [Theory]
    [InlineData(null)]
    [InlineData(-20)]
    public void Window_ThatWasNotOpenedToday_HasNotBegun(int? hoursAgo)
    {
        var picture = WindowScreen(WindowState.Closed, since: hoursAgo is { } hours ? Now.AddHours(hours) : null);

        Assert.Equal("尚未开放", picture.Find(".window-state").TextContent);
        Assert.Equal("请看其他窗口", picture.Find(".window-says").TextContent);
    }

    [Fact]
    public void Window_ShowsWhoSitsThere_OrTheHall()
    {
        Assert.Equal("林静怡", WindowScreen(WindowState.Open, staff: "林静怡").Find(".staff-name").TextContent);
        Assert.Equal("样例厅", WindowScreen(WindowState.Open).Find(".staff-name").TextContent);
    }

    // ---- big screen ----

    [Fact]
    public void Big_ShowsTheFiguresOfTheDay()
    {
        var picture = Big(Figures() with
        {
            WaitingNow = 1047, LongestWaitMinutes = 22, ServingNow = 18, OpenWindows = 2, TotalWindows = 3,
            Today = new(1286, 694, 120, 110, 94, 0.9868, 0.9921, 763),
        });

        Assert.Equal("1,047人", picture.Find(".big-number").TextContent);
        Assert.Equal(
            ["等得最久22分", "正在办理18人", "开放窗口2/ 3", "今日取号1,286", "今日办结94", "按时办结98.6%"],
            picture.FindAll(".big-figures > div").Select(d => d.TextContent));
        Assert.Equal(["今日满意率", "99.2%", "763 人评价"], picture.FindAll(".big-disc > *").Select(e => e.TextContent.Trim()));
    }

    [Fact]
    public void Big_OfAnEmptyHall_MakesNoNumbersUp()
    {
        var picture = Big(Figures() with { LongestWaitMinutes = null });

        Assert.Equal(["等得最久–", "正在办理0人", "开放窗口0/ 3", "今日取号0", "今日办结0", "按时办结–"], picture.FindAll(".big-figures > div").Select(d => d.TextContent));
        Assert.Equal(["今日满意率", "–", "今天还没有评价"], picture.FindAll(".big-disc > *").Select(e => e.TextContent.Trim()));
        Assert.Contains("今天还没有人取号", picture.Find(".big-low").TextContent);
        Assert.Empty(picture.FindAll(".forecast"));
    }

    [Theory]
    [InlineData(1.0, "100%")]
    [InlineData(0.9999, "99.9%")]
    [InlineData(0.5, "50%")]
    [InlineData(0.0, "0%")]
    public void Big_SaysAHundredOnlyWhenItIsSo(double share, string words) =>
        Assert.Equal(words, Big(Figures() with { Today = new(0, 0, 0, 0, 1, share, null) }).FindAll(".big-figures b")[^1].TextContent);

    [Fact]
    public void Big_ShowsEachCard_ByShapeWordAndCount()
    {
        var picture = Big(Figures() with { Cards = new(14, 3, 1) });

        Assert.Equal(["蓝牌 14", "黄牌 3", "红牌 1"], picture.FindAll(".big-card").Select(c => $"{c.QuerySelector("span")!.TextContent} {c.QuerySelector("b")!.TextContent}"));
        Assert.Equal(3, picture.FindAll(".big-card .shape path").Select(p => p.GetAttribute("d")).Distinct().Count());
    }

    [Fact]
    public void Big_CountsTheMonthByCasesDecided()
    {
        var picture = Big(Figures() with { Month = [new(new(2026, 9, 1), 40, 30, 3), new(new(2026, 9, 2), 50, 40, 5)] });

        Assert.Equal("9 月办结8", picture.FindAll(".big-low h2").Single(h => h.TextContent.StartsWith("9 月", StringComparison.Ordinal)).TextContent);
        Assert.Equal(2, picture.FindAll(".month-bars rect").Count);
    }

    [Fact]
    public void Big_DrawsEachWindowByItsStateAndADotForEachWhoWaits()
    {
        var picture = Big(Figures() with
        {
            Floors = [new FloorFigure(1, "1 楼", 13, [Figure(1, WindowState.Open, "A001"), Figure(2, WindowState.Open), Figure(3, WindowState.Paused)])],
        });

        Assert.Equal(["is-busy", "is-free", "is-idle"], picture.FindAll(".plan-window").Select(w => w.ClassList[^1]));
        Assert.Equal(["--n:10", "--n:3"], picture.FindAll(".plan-dots").Select(d => d.GetAttribute("style")));
        Assert.Contains("等候 13 人", picture.Find(".plan-name").TextContent);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 5)]
    [InlineData(12, 12)]
    public void Big_UpToTwelveWindows_StandAroundThePeople_EachInAPlaceOfItsOwn(int windows, int places)
    {
        var picture = Big(Figures() with { Floors = [new FloorFigure(1, "1 楼", 0, [.. Enumerable.Range(1, windows).Select(n => Figure(n, WindowState.Open))])] });

        Assert.Equal(places, picture.FindAll(".plan-window").Select(w => w.GetAttribute("style")).Distinct().Count());
    }

    [Fact]
    public void Big_WithManyFloors_HasPages_AndALargeFloorHasOneToItself()
    {
        FloorFigure FloorOf(int number, int windows) => new(number, $"{number} 楼", 0, [.. Enumerable.Range(1, windows).Select(n => Figure(n, WindowState.Open))]);
        var picture = Big(Figures() with { Floors = [FloorOf(1, 12), FloorOf(2, 20), FloorOf(3, 30), FloorOf(4, 3), FloorOf(5, 0)] });

        Assert.Equal([2, 1, 1], picture.FindAll("[data-rotate=floors] > .big-floors").Select(f => f.QuerySelectorAll(".plan").Length));
    }

    private IRenderedComponent<QueuePicture> Queue(IReadOnlyList<CallLine>? calls = null, IReadOnlyList<LaneLine>? lanes = null) =>
        Render<QueuePicture>(p => p.Add(q => q.Board, Board(calls ?? [], lanes ?? [Lane("A", 1)])).Add(q => q.Windows, []).Add(q => q.Signs, OneFloor));

    private IRenderedComponent<WindowPicture> WindowScreen(
        WindowState state, PauseReason? reason = null, string? number = null, TicketState? ticket = null, string? staff = null, DateTimeOffset? since = null) =>
        Render<WindowPicture>(p => p.Add(w => w.Signs, OneFloor)
            .Add(w => w.Board, new WindowBoard(1, Now, 12, "综合窗口", 1, state, reason, number, ticket, [new LaneHead("A", "综合受理", "General")], staff, since)));

    private IRenderedComponent<BigPicture> Big(HallStatistics figures) => Render<BigPicture>(p => p.Add(b => b.Figures, figures).Add(b => b.Signs, OneFloor));

    private static QueueBoard Board(IReadOnlyList<CallLine> calls, IReadOnlyList<LaneLine> lanes) => new(9, Now, "样例厅", "", "Asia/Shanghai", lanes, calls);

    private static CallLine Call(long seq, string number, int window, int floor = 1, bool repeat = false) => new(seq, number, window, floor, Now, repeat);

    private static LaneLine Lane(string prefix, int waiting, int openWindows = 2) => new(prefix, $"业务 {prefix}", $"Lane {prefix}", waiting, openWindows, new WaitRange(20, 25, 30));

    private static WindowAnswer Window(int no, int floor) => new(no, "", floor, WindowKind.General, WindowState.Open, [], null);

    private static WindowFigure Figure(int no, WindowState state, string? number = null) => new(no, "", 1, state, number, null);

    private static HallStatistics Figures()
    {
        var day = new DateOnly(2026, 9, 28);
        return new HallStatistics(
            9, Now, new(0, 0, 0, 0, 0, null, null), [], [], new(0, 0, 0), "样例厅", "", "", "Asia/Shanghai", day, 0, 0, 0, 0, 3, [], [],
            [.. Enumerable.Range(1, 28).Select(d => new DayFigure(new DateOnly(2026, 9, d), 0, 0))],
            [.. Enumerable.Range(0, 5).Select(w => new Ridge(day.AddDays(-7 * w), new int[144]))]);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
