using System.Globalization;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>What goes on which page. The pages are A4 with margins of 50 points; a line of 12 points at 1.5 is 18 points high, so 41 lines fit.</summary>
public sealed class PagingTests
{
    private static readonly PdfImage Dot = PdfImage.Read(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="));

    [Fact]
    public async Task ALongReason_GoesOverPages_WithoutLoss()
    {
        var reason = string.Concat(Enumerable.Range(1, 8000).Select(i => $"第{i:0000}条理由，"));
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Text(reason).Justify().FirstLineIndent(2)));
        Assert.Equal(reason.Where(c => c != '，'), string.Concat(pages).Where(c => c != '，'));
        Assert.True(pages.Length > 30);
    }

    [Fact]
    public async Task AParagraph_LeavesNoSingleLineBehind()
    {
        // 40 lines leave room for one more: the three lines that follow go to the next page together.
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 40);
            column.Item().Text(Lines(3)).Justify();
        })));
        Assert.EndsWith("40", pages[0], StringComparison.Ordinal);
        Assert.StartsWith("甲", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AParagraph_TakesASecondLineAlong()
    {
        // Room for four of five lines: the fourth goes along, so that the fifth is not alone.
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 37);
            column.Item().Text(Lines(5));
        })));
        Assert.Equal(2 * 41, pages[1].Length);
    }

    [Fact]
    public async Task AParagraph_WithoutWidowControl_FillsThePage()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 37);
            column.Item().Text(text =>
            {
                text.WidowControl(false);
                text.Span(Lines(5));
            });
        })));
        Assert.Equal(41, pages[1].Length);
    }

    [Fact]
    public async Task AHeading_AtTheFootOfAPage_GoesWithWhatItHeads()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 39);
            column.Item().Heading(1).Text("标题");
            column.Item().Text(Lines(3));
        })));
        Assert.EndsWith("39", pages[0], StringComparison.Ordinal);
        Assert.StartsWith("标题甲", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowEntire_ThatDoesNotFit_GoesToTheNextPageWhole()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 30);
            column.Item().ShowEntire().Column(inner => Fill(inner, 20, "段"));
        })));
        Assert.EndsWith("30", pages[0], StringComparison.Ordinal);
        Assert.StartsWith("段1段2", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowEntire_HigherThanAPage_BeginsAtOnce()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 30);
            column.Item().ShowEntire().Column(inner => Fill(inner, 60, "段"));
        })));
        Assert.EndsWith("段11", pages[0], StringComparison.Ordinal);
        Assert.Equal(3, pages.Length);
    }

    [Fact]
    public async Task APageBreak_AtTheTopOfAPage_MakesNoEmptyPage()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            column.Item().PageBreak();
            column.Item().Text("一");
            column.Item().PageBreak();
            column.Item().Text("二");
        })));
        Assert.Equal(["一", "二"], pages);
    }

    [Fact]
    public async Task TheSeal_StaysWithItsSignature_AndTheSignatureWithTheText()
    {
        // Room for two lines: the seal needs the next page, and two lines of the text come along.
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 30);
            column.Item().Text(Lines(9));
            column.Item().KeepWithPrevious().AlignRight().Seal(Samples.Seal).Text("青澜市卫生健康委员会");
        })));
        Assert.Equal(2, pages.Length);
        Assert.StartsWith(Lines(2), pages[1], StringComparison.Ordinal);
        Assert.Contains("样章", pages[1], StringComparison.Ordinal);
        Assert.Contains("青澜市卫生健康委员会", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsKeptWithThePrevious_LooksPastWhatTakesUpNoSpace()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 30);
            column.Item().Text(Lines(9));
            column.Item();
            column.Item().KeepWithPrevious().MinHeight(100).Text("落款");
        })));
        Assert.Equal(Lines(2) + "落款", pages[1]);
    }

    [Fact]
    public async Task WhatIsKeptWithThePrevious_TakesAlongWhatCannotBeParted()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            Fill(column, 35);
            column.Item().Text("特此通知。");
            column.Item().KeepWithPrevious().MinHeight(100).Text("落款");
        })));
        Assert.EndsWith("行35", pages[0], StringComparison.Ordinal);
        Assert.Equal("特此通知。落款", pages[1]);
    }

    [Fact]
    public async Task WhatIsKeptWithThePrevious_AndAloneBeforeIt_EndsAllTheSame()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Column(column =>
        {
            column.Item().MinHeight(700).Text("一");
            column.Item().KeepWithPrevious().MinHeight(100).Text("二");
        })));
        Assert.Equal(["一", "二"], pages);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(104)]
    public async Task PageXOfY_TellsTheRightNumbers(int count)
    {
        var pages = await ReadBack.PagesAsync(PdfDocument.Create(document => document.Page(page =>
        {
            page.Margin(50);
            page.Content().Column(column =>
            {
                for (var i = 1; i <= count; i++)
                {
                    column.Item().Text("文");
                    column.Item().PageBreak();
                }

                column.Item().Text("末");
            });
            page.Footer().Text(text =>
            {
                text.CurrentPageNumber();
                text.Span("/");
                text.TotalPages();
            });
        })));
        Assert.Equal(Enumerable.Range(1, count + 1).Select(i => $"{(i > count ? "末" : "文")}{i}/{count + 1}"), pages);
    }

    [Fact]
    public async Task ShowOnceAndSkipOnce_PartTheFirstPageFromTheOthers()
    {
        var pages = await ReadBack.PagesAsync(PdfDocument.Create(document => document.Page(page =>
        {
            page.Margin(50);
            page.Header().Column(column =>
            {
                column.Item().ShowOnce().Text("首页");
                column.Item().SkipOnce().Text("续页");
            });
            page.Content().Column(column => Fill(column, 100));
        })));
        Assert.Equal(["首页", "续页", "续页"], pages.Select(p => p[..2]));
    }

    [Fact]
    public async Task AStrip_IsAsLongAsItsContent() => Assert.Equal("226.772 x 238.9 pts", await ReadBack.SizeAsync(Samples.Ticket()));

    [Fact]
    public async Task ARow_GoesOn_UntilAllItsItemsAreDone()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Row(row =>
        {
            row.RelativeItem().Text("短");
            row.RelativeItem().Column(column => Fill(column, 50, "长"));
        })));
        Assert.Equal(2, pages.Length);
        Assert.EndsWith("长50", pages[1], StringComparison.Ordinal);
        Assert.DoesNotContain("短", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnItemOfARowThatIsDone_DoesNotKeepTheRowHigh()
    {
        var words = await ReadBack.WordsAsync(Samples.OnA4(c => c.Column(column =>
        {
            column.Item().Row(row =>
            {
                row.RelativeItem().MinHeight(500).Text("短");
                row.RelativeItem().Text(string.Join('\n', Enumerable.Range(1, 50)));
            });
            column.Item().Text("末行");
        })));
        Assert.InRange(words.Single(w => w.Word == "末行").Bottom, 50 + (9 * 18), 50 + (10.5 * 18));
    }

    [Fact]
    public void AnElementThatNeverComesToItsEnd_IsAnError() =>
        Assert.Equal("document.never-fits", Assert.Throws<PdfException>(() => Samples.OnA4(c => c.Fill(new Idle())).Bytes()).Error.Code);

    [Fact]
    public void AnElementLargerThanAPage_IsAnErrorThatNamesIt()
    {
        var error = Assert.Throws<PdfException>(() => Samples.OnA4(c => c.Column(column =>
        {
            column.Item().Text("一");
            column.Item().Named("平面图").Width(100).Padding(5).Height(900).Text("二");
        })).Bytes()).Error;
        Assert.Equal(("document.never-fits", 2), (error.Code, error.Arguments[1]));
        Assert.Equal("column[2] › 平面图 › fixed size 0×900 pt > 90×732 pt", error.Arguments[0]);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("text")]
    [InlineData("table")]
    [InlineData("row")]
    [InlineData("header")]
    public void WhatCanNeverFit_IsAnErrorAndNoEndlessLoop(string what)
    {
        var document = PdfDocument.Create(d => d.Page(page =>
        {
            page.Margin(50);
            page.Header().Height(what == "header" ? 900 : 20).Text("头");
            Put(page.Content(), what);
        }));
        var error = Assert.Throws<PdfException>(document.Bytes).Error;
        Assert.Equal("document.never-fits", error.Code);
        Assert.Contains(what == "header" ? "header › fixed size" : what, (string)error.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ADocumentNoLongerWanted_StopsAtTheNextRow()
    {
        using var stop = new CancellationTokenSource();
        var made = 0;
        var document = Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns => columns.RelativeColumn());
            table.Rows(Enumerable.Range(1, 100_000), (row, i) =>
            {
                made = i;
                row.Cell().Text(i.ToString(CultureInfo.InvariantCulture));
                if (i == 100)
                {
                    stop.Cancel();
                }
            });
        }));
        Assert.ThrowsAny<OperationCanceledException>(() => document.GeneratePdf(Stream.Null, FontBook.Shipped, Paper.Info, stop.Token));
        Assert.InRange(made, 100, 150);
    }

    [Fact]
    public async Task TheSameDocument_MadeByManyThreads_IsTheSameEachTime()
    {
        var notice = Samples.Notice();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(notice.Bytes)));
        Assert.All(made, bytes => Assert.Equal(made[0], bytes));
    }

    [Fact]
    public async Task AllSamples_AreSound()
    {
        await Paper.SoundAsync(Samples.Notice().Bytes());
        await Paper.SoundAsync(Samples.Ticket().Bytes());
        await Paper.SoundAsync(Samples.LongTable(300).Bytes());
    }

    private static void Put(Container container, string what)
    {
        switch (what)
        {
            case "image":
                container.MaxHeight(100).Image(Dot, "点");
                break;
            case "text":
                container.Width(5).Text("宽");
                break;
            case "table":
                container.Table(table =>
                {
                    table.ColumnsDefinition(c => c.ConstantColumn(600));
                    table.Cell().Text("宽");
                });
                break;
            case "row":
                container.Row(row => row.ConstantItem(600).Text("宽"));
                break;
            default:
                container.Text("文");
                break;
        }
    }

    private static void Fill(ColumnBuilder column, int lines, string text = "行")
    {
        for (var i = 1; i <= lines; i++)
        {
            column.Item().Text($"{text}{i}");
        }
    }

    /// <summary>Promises a part on every page and draws none.</summary>
    private sealed class Idle : Element
    {
        public override Plan Measure(LayoutRun run, Space space) => Plan.Partial(0, 0);

        public override void Draw(LayoutRun run, Frame frame)
        {
        }

        public override void Reset(Again again)
        {
        }
    }

    // 495 points hold 41 characters of 12 points.
    private static string Lines(int count) => new('甲', 41 * count);
}
