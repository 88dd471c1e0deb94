using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Certificates;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.Pdf;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Documents;

/// <summary>Papers in the circumstances in which they are hard to print or must say something else.</summary>
public sealed class PaperStoryTests
{
    private static readonly Remedies Remedies = new("青澜市人民政府", "青澜市海东区人民法院");
    private static readonly PaperLimit Twenty = new(Limit.WorkingDays(20), new(2026, 10, 30), false);

    public static TheoryData<string> HardNames =>
    [
        "𠮷田龙", "陈〇一", "买买提·吐尔逊", "䶮王㛃", "欧阳𪚥", new string('长', 99) + "𠮷", "青澜市" + string.Concat(Enumerable.Repeat("国际贸易", 24)) + "公司",
    ];

    [Theory]
    [MemberData(nameof(HardNames))]
    public async Task Name_OfAnyKind_IsPrintedWhole(string name)
    {
        var head = PaperKit.Case with { Applicant = name, Person = true };
        PaperModel[] papers =
        [
            new AcceptanceNotice("青澜市卫生健康委员会", head, new(2026, 9, 28), false, false, Twenty, null, []),
            new PickupSlip("青澜市政务服务中心", head, ["准予行政许可决定书"], "20 号窗口", "9:00–17:00", new(2026, 10, 10), "4827"),
            new LicenceCertificate("青澜市卫生健康委员会", "公共场所卫生许可证", [new("单位名称", name)], new(2026, 10, 9), null, ""),
        ];
        foreach (var paper in papers)
        {
            var pdf = PaperKit.Print(paper);
            await Paper.SoundAsync(pdf);
            Assert.Contains(name, await PaperKit.TextAsync(pdf), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Name_WithACharacterThatNoFontHas_IsRefused()
    {
        var head = PaperKit.Case with { Applicant = "甲\U000323AF" };

        var refusal = Assert.Throws<PdfException>(() => PaperKit.Print(new AcceptanceNotice("青澜市卫生健康委员会", head, new(2026, 9, 28), false, false, Twenty, null, [])));

        Assert.Equal("document.no-glyph", refusal.Error.Code);
    }

    [Fact]
    public async Task Refusal_WithAReasonOf60000Characters_GoesOverPages_AndKeepsItsEnd()
    {
        var reason = string.Join('\n', Enumerable.Range(1, 600).Select(i => $"理由{i:0000}：" + string.Concat(Enumerable.Repeat("经现场核查不符合卫生标准", 8))[..92]));
        Assert.InRange(reason.Length, 59_000, 62_000);
        var pdf = PaperKit.Print(new RefusalDecision("青澜市卫生健康委员会", PaperKit.Case, reason, "《公共场所卫生管理条例》第三条", Remedies));
        var pages = await PaperKit.PagesAsync(pdf);

        await Paper.SoundAsync(pdf);
        Assert.InRange(pages.Length, 90, 140);
        PaperKit.Follow(string.Concat(pages), "理由0001：", "理由0300：", "理由0600：", "第三十八条第二款", "行政诉讼", "查验码", "2026年9月28日");
        Assert.All(pages.Select((text, i) => (text, i)), p => Assert.Contains($"第{p.i + 1}页共{pages.Length}页", p.text, StringComparison.Ordinal));
        Assert.All(pages.Skip(1), p => Assert.StartsWith("不予行政许可决定书青澜卫许受〔2026〕31号", p, StringComparison.Ordinal));
        Assert.Contains("理由", pages[^2], StringComparison.Ordinal);
        Assert.True(pages[^1].Length > 60, "the signature stands alone on its page");
    }

    [Theory]
    [InlineData(true, "你于2026年9月21日")]
    [InlineData(false, "你单位于2026年9月21日")]
    public async Task Applicant_IsAddressedAsPersonOrUnit(bool person, string expected) =>
        Assert.Contains(expected, await PaperKit.TextAsync(PaperKit.Print(new TerminationNotice("甲局", PaperKit.Case with { Person = person }, null, "", new(2026, 10, 26)))), StringComparison.Ordinal);

    [Fact]
    public async Task MatterThatIsNoLicence_GetsDecisionsOfItsOwnName()
    {
        var head = PaperKit.Case with { Licence = false, Matter = "就业困难人员认定" };

        Assert.Contains("不予办理决定书", await PaperKit.TextAsync(PaperKit.Print(new RefusalDecision("甲局", head, "理由", "《办法》第五条", Remedies))), StringComparison.Ordinal);
        Assert.Contains("准予办理决定书", await PaperKit.TextAsync(PaperKit.Print(new ApprovalDecision("甲局", head, "认定", "", "", "", false))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptanceByLaw_SaysThatNobodyAnswered()
    {
        var text = await PaperKit.TextAsync(PaperKit.Print(new AcceptanceNotice("甲局", PaperKit.Case, new(2026, 9, 21), Deemed: true, false, Twenty, null, [])));
        PaperKit.Follow(text, "未告知需要补正的内容", "第三十二条第一款第四项", "自收到申请材料之日（2026年9月21日）起即为受理");
    }

    [Fact]
    public async Task TolerantAcceptance_ListsWhatWasPromised_AndCitesNoArticleThatAsksForAll()
    {
        var text = await PaperKit.TextAsync(PaperKit.Print(new AcceptanceNotice("甲局", PaperKit.Case, new(2026, 9, 28), false, false, Twenty, null, [new("检测报告", new(2026, 10, 15))])));
        PaperKit.Follow(text, "主要申请材料齐全", "承诺补交", "检测报告", "2026年10月15日");
        Assert.DoesNotContain("第五项", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProvisionalDueDay_SaysThatItMayMove() =>
        Assert.Contains("待国务院公布当年节假日安排后最终确定", await PaperKit.TextAsync(PaperKit.Print(
            new AcceptanceNotice("甲局", PaperKit.Case, new(2026, 12, 20), false, false, Twenty with { Provisional = true }, null, []))), StringComparison.Ordinal);

    [Fact]
    public async Task JointExtension_NamesTheGovernmentsApproval() =>
        PaperKit.Follow(
            await PaperKit.TextAsync(PaperKit.Print(new ExtensionNotice("甲局", PaperKit.Case, Handling.Joint, 15, "理由", new(2026, 9, 28), new(2026, 12, 4), new(2026, 12, 25), "青政字〔2026〕8号"))),
            "第四十二条第二款", "经本级人民政府负责人批准（青政字〔2026〕8号）", "延长十五个工作日");

    [Fact]
    public async Task Organ_WithANameThatNoSealHolds_SignsWithoutSeal()
    {
        var organ = "青澜市" + string.Concat(Enumerable.Repeat("综合管理", 12)) + "局";
        var pdf = PaperKit.Print(new TerminationNotice(organ, PaperKit.Case, TerminationGround.ObjectLost, "", new(2026, 10, 26)));
        var (_, structure) = await OutsideProgram.RunOnAsync("pdfinfo", pdf, "-struct-text", "{file}");

        await Paper.SoundAsync(pdf);
        Assert.Equal(1, structure.Split("Figure").Length - 1);
        PaperKit.Follow(await PaperKit.TextAsync(pdf), "查验码", organ, "2026年9月28日");
    }

    [Fact]
    public async Task Number_IsLeftOut_WhereAPaperHasNone()
    {
        var pdf = PaperKit.Print(PaperKit.SampleOf(DocumentKind.Acceptance), new PaperMarks(null, new(2026, 9, 28), null, Sample: false));

        await Paper.SoundAsync(pdf);
        Assert.DoesNotContain("查验码", await PaperKit.TextAsync(pdf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "", "您前面没有人", "，预计")]
    [InlineData(7, "12–18", "您前面还有7人，预计等候12–18分钟", "没有人")]
    public async Task Ticket_SaysWhatTheVisitorMustKnow_OnAStripOf80Millimetres(int ahead, string wait, string says, string not)
    {
        var pdf = PaperKit.Print(new QueueTicketPaper("样例厅", "A1024", "综合受理", "General", ahead, wait, ["1 楼 2–6 号窗口"], new(9, 31), "过号后请重新取号。", null), new PaperMarks(null, new(2026, 9, 28), null, false));
        var text = await PaperKit.TextAsync(pdf);
        var (_, info) = await OutsideProgram.RunOnAsync("pdfinfo", pdf, "{file}");

        PaperKit.Follow(text, "样例厅", "综合受理", "General", "A1024", says, "1楼2–6号窗口", "请留意叫号屏", "2026-09-2809:31");
        Assert.DoesNotContain(not, text, StringComparison.Ordinal);
        Assert.Contains("Page size:       226.772 x", info, StringComparison.Ordinal);
        Assert.Contains("Pages:           1", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfManyRows_RepeatsItsHead_AndKeepsNone()
    {
        var made = 0;
        IEnumerable<IReadOnlyList<string>> Rows()
        {
            for (var i = 1; i <= 400; i++)
            {
                made++;
                yield return [$"办件{i:000}", "1"];
            }
        }

        var pages = await PaperKit.PagesAsync(PaperKit.Print(new TableReport("样例厅", "办件明细", "", [new("办件编号", 3), new("件数", 1, true)], Rows()), new PaperMarks(null, new(2026, 9, 28), null, false)));

        Assert.InRange(pages.Length, 8, 20);
        Assert.All(pages, p => Assert.Contains("办件编号件数", p, StringComparison.Ordinal));
        PaperKit.Follow(string.Concat(pages), "办件001", "办件200", "办件400");
        Assert.InRange(made, 800, 1200); // once for each count of the pages and once to draw
    }

    [Theory]
    [InlineData("2026-09-28", "2026年9月28日", "二〇二六年九月二十八日")]
    [InlineData("2030-10-10", "2030年10月10日", "二〇三〇年十月十日")]
    [InlineData("2026-11-01", "2026年11月1日", "二〇二六年十一月一日")]
    [InlineData("2027-01-31", "2027年1月31日", "二〇二七年一月三十一日")]
    public void Day_IsWrittenAsPapersAre(string day, string digits, string characters)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((digits, characters), (PaperWords.Day(date), PaperWords.DayInCharacters(date)));
    }

    [Theory]
    [InlineData(2, "两个工作日")]
    [InlineData(12, "十二个工作日")]
    public void WorkingDays_AreCountedAsPeopleSay(int days, string expected) => Assert.Equal(expected, PaperWords.WorkingDays(days));

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(45, "四十五")]
    [InlineData(60, "六十")]
    [InlineData(0, "0")]
    [InlineData(120, "120")]
    public void Count_IsWrittenInCharactersAsFarAsPeopleReadThem(int number, string expected) => Assert.Equal(expected, PaperWords.Count(number));
}
