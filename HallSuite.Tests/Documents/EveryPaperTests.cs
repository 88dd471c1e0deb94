using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.Pdf;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Documents;

/// <summary>What holds for every paper of the hall, checked on its sample by other programs.</summary>
public sealed class EveryPaperTests
{
    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    public static TheoryData<DocumentKind> Official => [.. Enum.GetValues<DocumentKind>().Where(k => PaperKit.Samples.Write(k) is not null)];

    [Fact]
    public void EveryKind_HasAForm_AndAModelOfItsOwnName()
    {
        Assert.Equal(Enum.GetValues<DocumentKind>(), PaperKit.Samples.Kinds);
        Assert.Equal(PaperKit.Forms.Count, PaperKit.Forms.Select(f => f.Model.Name).Distinct().Count());
        Assert.All(PaperKit.Forms, f => Assert.True(f.Model.IsSealed));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ASample_IsSound_AndSaysWhatItIs(DocumentKind kind)
    {
        var pdf = PaperKit.Samples.Print(kind, TestContext.Current.CancellationToken)!;
        var text = await PaperKit.TextAsync(pdf);

        await Paper.SoundAsync(pdf);
        Assert.Contains("样张", text, StringComparison.Ordinal);
        Assert.InRange(pdf.Length, 5_000, 70_000);
        if (PaperKit.Samples.MarksOf(kind) is { Number: { } number })
        {
            Assert.Contains(number, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Official))]
    public async Task AnOfficialPaper_ReadsInOrder_AndAloudAsWritten(DocumentKind kind)
    {
        var model = PaperKit.SampleOf(kind);
        var paper = PaperKit.Samples.Write(kind)!;
        var pdf = PaperKit.Print(model);
        var text = await PaperKit.TextAsync(pdf);

        var pieces = new List<string> { paper.Organ };
        pieces.AddRange(paper.IsLetter ? [PaperKit.Marks.Number!, paper.Title] : [paper.Title, PaperKit.Marks.Number!]);
        pieces.AddRange(paper.Addressee is { } addressee ? [addressee + "："] : []);
        PaperKit.Follow(text, [.. pieces.Concat(paper.Parts.SelectMany(Starts)).Select(Bare)]);
        Assert.Contains("查验码7K3F92QX", text, StringComparison.Ordinal);
        Assert.DoesNotContain("样张", text, StringComparison.Ordinal);
        Assert.Matches(@"第1页共\d页", text);
        if (paper.IsSealed)
        {
            PaperKit.Follow(text, "查验码7K3F92QX", paper.Organ, "2026年9月28日");
        }
    }

    [Theory]
    [MemberData(nameof(Official))]
    public async Task ASealedPaper_HasItsSealAndCode_AndTellsThemToWhoeverHearsIt(DocumentKind kind)
    {
        var paper = PaperKit.Samples.Write(kind)!;
        var (code, structure) = await OutsideProgram.RunOnAsync("pdfinfo", PaperKit.Print(PaperKit.SampleOf(kind)), "-struct-text", "{file}");

        Assert.Equal(0, code);
        Assert.Equal(paper.IsSealed ? 2 : 1, structure.Split("Figure").Length - 1);
        Assert.Contains("H1", structure, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task TheSameModel_PrintsTheSameBytes_AfterItWasStored(DocumentKind kind)
    {
        var model = PaperKit.SampleOf(kind);
        if (model is TableReport)
        {
            Assert.Contains("各业务队列", await PaperKit.TextAsync(PaperKit.Print(model)), StringComparison.Ordinal); // rows are streamed, reports are never stored
            return;
        }

        var stored = PaperKit.Press.Read(PaperPress.NameOf(model), PaperPress.Write(model));

        Assert.Equal(PaperKit.Print(model), PaperKit.Print(stored));
    }

    private static string Bare(string piece) => string.Concat(piece.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<string> Starts(PaperPart part) => part switch
    {
        PaperText text => text.Text.Split('\n'),
        PaperHeading heading => [heading.Text],
        PaperFacts facts => facts.Facts.SelectMany(f => new[] { f.Name, f.Value }).Where(v => v.Length is > 0 and < 12),
        PaperGrid grid => grid.Columns.Select(c => c.Name),
        _ => throw new InvalidOperationException(),
    };
}
