using Bunit;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Tests.TestKit;
using HallSuite.Web;
using HallSuite.Web.Features.Documents;

namespace HallSuite.Tests.Documents;

/// <summary>The preview of papers, and papers as parts of pages.</summary>
public sealed class PaperSamplesPageTests
{
    [Fact]
    public async Task TheList_NamesEveryKind_AndShowsTheFirstOnPaper()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<PaperSamplesPage>(HallUrls.AdminDocuments());

        Assert.Equal(Enum.GetValues<DocumentKind>().Length, page.FindAll(".side-item").Count);
        Assert.Equal("收件回执", page.Find(".side-item[aria-current=true] span").TextContent.Trim());
        Assert.Equal(HallUrls.PaperSample("Receipt"), page.Find("iframe").GetAttribute("src"));
        Assert.Equal(HallUrls.PaperSample("Receipt", download: true), page.Find("a[download]").GetAttribute("href"));
        Assert.Equal("paper", page.Find("[data-print-frame]").GetAttribute("data-print-frame"));
    }

    [Fact]
    public async Task TheKindAndTheView_StandInTheAddress()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<PaperSamplesPage>(HallUrls.AdminDocuments("Refusal", "page"));

        Assert.Empty(page.FindAll("iframe"));
        Assert.Equal("不予行政许可决定书", page.Find(".paper .paper-title").TextContent);
        Assert.Equal("zh-CN", page.Find(".paper").GetAttribute("lang"));
        Assert.Contains("六十日内", page.Find(".paper").TextContent);
        Assert.Contains("is-sample", page.Find(".paper").ClassList);
        Assert.Contains(page.FindAll(".side-item"), a => a.GetAttribute("href") == HallUrls.AdminDocuments("Approval", "page"));
    }

    [Theory]
    [InlineData("QueueTicket")]
    [InlineData("Certificate")]
    public async Task PapersWithALookOfTheirOwn_AreShownAsPrintedOnly(string kind)
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        var page = hall.Open<PaperSamplesPage>(HallUrls.AdminDocuments(kind, "page"));

        Assert.Equal(HallUrls.PaperSample(kind), page.Find("iframe").GetAttribute("src"));
        Assert.Single(page.FindAll(".segmented a"));
    }

    [Fact]
    public async Task AKindThatIsNone_ShowsTheFirst()
    {
        await using var hall = await PageHall.OpenAsync(Role.Administrator);
        Assert.Equal(HallUrls.PaperSample("Receipt"), hall.Open<PaperSamplesPage>(HallUrls.AdminDocuments("Nothing")).Find("iframe").GetAttribute("src"));
    }

    [Theory]
    [MemberData(nameof(EveryPaperTests.Official), MemberType = typeof(EveryPaperTests))]
    public void APage_ShowsTheSameWordsAsThePaper(DocumentKind kind)
    {
        using var pages = new BunitContext();
        var paper = PaperKit.Samples.Write(kind)!;
        var shown = pages.Render<PaperHtml>(p => p.Add(x => x.Paper, paper).Add(x => x.Marks, PaperKit.Marks)).Find("article");
        var text = string.Concat(shown.TextContent.Where(c => !char.IsWhiteSpace(c)));

        var words = paper.Parts.SelectMany(part => part switch
        {
            PaperText t => t.Text.Split('\n'),
            PaperHeading h => [h.Text],
            PaperFacts f => f.Facts.SelectMany(x => new[] { x.Name, x.Value }),
            PaperGrid g => g.Rows.SelectMany(r => r),
            _ => throw new InvalidOperationException(),
        });
        Assert.All(words, w => Assert.Contains(string.Concat(w.Where(c => !char.IsWhiteSpace(c))), text, StringComparison.Ordinal));
        Assert.NotNull(shown.QuerySelector("svg[role=img]"));
        Assert.Equal(paper.IsSealed, shown.QuerySelector(".paper-signature") is not null);
    }
}
