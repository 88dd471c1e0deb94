using System.Text.RegularExpressions;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Documents.Papers;

/// <summary>
/// How official papers look, after GB/T 9704-2012: A4, margins of 28 and 26 mm, red head, title in 小标宋 of 22 points, body in 仿宋 of 16
/// points (12 on slips), organ, date and seal at the right, page numbers.
/// </summary>
internal static partial class OfficialLayout
{
    private const double LetterSize = 16;
    private const double SlipSize = 12;
    private const double TableSize = 10.5;
    private const double QrWidth = 78;
    private const double QrGap = 14;

    private static readonly PdfColor HeadFill = new(0xF3, 0xF3, 0xF3);

    public static void Fill(PageBuilder page, OfficialPaper paper, PaperMarks marks)
    {
        page.Size(PageSizes.A4);
        page.Margin(28.Millimetres(), (paper.IsLetter ? 22 : 20).Millimetres(), 26.Millimetres(), 14.Millimetres());
        page.DefaultTextStyle(s => s.Font(FontStyle.FangSong).Size(paper.IsLetter ? LetterSize : SlipSize).LineHeight(paper.IsLetter ? 1.65 : 1.6));
        SampleMark.Fill(page.Background(), marks);
        page.Header().PaddingBottom(10).SkipOnce().Text(marks.Number is { } number ? $"{paper.Title}  {number}" : paper.Title).FontSize(10).AlignRight();
        page.Content().Column(column =>
        {
            Head(column, paper, marks);
            if (paper.Addressee is { } addressee)
            {
                column.Item().KeepWithNext().Text($"{addressee}：");
            }

            foreach (var part in paper.Parts)
            {
                Part(column, part);
            }

            Foot(column, paper, marks);
        });
        PageNumbers(page.Footer());
    }

    /// <summary>第 1 页 共 2 页, in the middle.</summary>
    public static void PageNumbers(Container footer) => footer.PaddingTop(8).Text(text =>
    {
        text.DefaultTextStyle(s => s.Font(FontStyle.Song).Size(10).LineHeight(1.3));
        text.AlignCenter();
        text.Span("第 ");
        text.CurrentPageNumber();
        text.Span(" 页 共 ");
        text.TotalPages();
        text.Span(" 页");
    });

    private static void Head(ColumnBuilder column, OfficialPaper paper, PaperMarks marks)
    {
        if (paper.IsLetter)
        {
            column.Item().Text(paper.Organ).Font(FontStyle.XiaoBiaoSong).FontSize(SizeOfHead(paper.Organ)).LineHeight(1.3).FontColor(PdfColor.SealRed).AlignCenter();
            column.Item().PaddingTop(8).Text(marks.Number ?? " ").LineHeight(1.4).AlignCenter().KeepOnLine();
            column.Item().PaddingTop(4).LineHorizontal(1.6, PdfColor.SealRed);
            column.Item().PaddingTop(20).PaddingBottom(14).Heading(1).Text(paper.Title).Font(FontStyle.XiaoBiaoSong).FontSize(22).LineHeight(1.4).AlignCenter();
            return;
        }

        column.Item().Text(paper.Organ).FontSize(14).LineHeight(1.4).AlignCenter();
        column.Item().PaddingTop(2).Heading(1).Text(paper.Title).Font(FontStyle.XiaoBiaoSong).FontSize(22).LineHeight(1.5).AlignCenter();
        column.Item().PaddingBottom(8).Text(marks.Number is { } number ? $"编号：{number}" : " ").FontSize(TableSize).AlignRight().KeepOnLine();
    }

    private static void Part(ColumnBuilder column, PaperPart part)
    {
        switch (part)
        {
            case PaperText text:
                column.Item().Text(t => Paragraphs(t, text.Text));
                break;
            case PaperHeading heading:
                column.Item().Heading(2).Text(heading.Text).Font(FontStyle.Hei).FirstLineIndent(2);
                break;
            case PaperFacts facts:
                column.Item().PaddingVertical(6).DefaultTextStyle(Small).Table(table => Facts(table, facts.Facts));
                break;
            case PaperGrid grid:
                column.Item().PaddingVertical(6).DefaultTextStyle(Small).Table(table => Grid(table, grid));
                break;
            default:
                throw new InvalidOperationException($"No layout is known for {part.GetType().Name}.");
        }
    }

    private static TextStyle Small(TextStyle style) => style.Font(FontStyle.Song).Size(TableSize).LineHeight(1.45);

    // A number stays with its unit; a whole day kept on one line would tear the line above apart.
    private static void Paragraphs(TextBuilder text, string says)
    {
        text.Justify();
        text.FirstLineIndent(2);
        var from = 0;
        foreach (var match in Unbroken().EnumerateMatches(says))
        {
            text.Span(says[from..match.Index]);
            text.Span(says.Substring(match.Index, match.Length)).KeepOnLine();
            from = match.Index + match.Length;
        }

        text.Span(says[from..]);
    }

    private static void Facts(TableBuilder table, IReadOnlyList<PaperFact> facts)
    {
        table.ColumnsDefinition(columns =>
        {
            for (var pair = 0; pair < 2; pair++)
            {
                columns.ConstantColumn(74);
                columns.RelativeColumn();
            }
        });
        for (var i = 0; i < facts.Count; i++)
        {
            // A value without a neighbour takes the row.
            var alone = facts[i].Wide || i + 1 == facts.Count || facts[i + 1].Wide;
            Fact(table, facts[i], alone ? 3 : 1);
            if (!alone)
            {
                Fact(table, facts[++i], 1);
            }
        }
    }

    private static void Fact(TableBuilder table, PaperFact fact, int columns)
    {
        table.Cell().Head().Border(0.6).Background(HeadFill).Padding(5, 4, 5, 4).AlignMiddle().Text(fact.Name).AlignCenter();
        table.Cell().ColumnSpan(columns).Border(0.6).MinHeight(8 + (fact.Lines * TableSize * 1.45)).Padding(6, 4, 6, 4).AlignMiddle().Text(fact.Value);
    }

    private static void Grid(TableBuilder table, PaperGrid grid)
    {
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn(34);
            foreach (var column in grid.Columns)
            {
                columns.RelativeColumn(column.Share);
            }
        });
        table.Header(head =>
        {
            foreach (var name in grid.Columns.Select(c => c.Name).Prepend("序号"))
            {
                head.Cell().Border(0.6).Background(HeadFill).Padding(4).AlignMiddle().Text(name).AlignCenter();
            }
        });
        for (var i = 0; i < grid.Rows.Count; i++)
        {
            Body(table, PaperWords.Index(i), centred: true);
            for (var c = 0; c < grid.Columns.Count; c++)
            {
                Body(table, grid.Rows[i][c], grid.Columns[c].Centred);
            }
        }
    }

    private static void Body(TableBuilder table, string value, bool centred)
    {
        var text = table.Cell().Border(0.6).Padding(5, 4, 5, 4).AlignMiddle().Text(value);
        if (centred)
        {
            text.AlignCenter();
        }
    }

    private static void Foot(ColumnBuilder column, OfficialPaper paper, PaperMarks marks)
    {
        if (paper.IsSealed || marks.VerifyUrl is not null || paper.Code is not null)
        {
            column.Item().KeepWithPrevious().PaddingTop(6).Row(row =>
            {
                CheckCode(row.ConstantItem(QrWidth), marks);
                if (paper.Code is { } own)
                {
                    QrCode(row.ConstantItem(QrWidth + QrGap).PaddingLeft(QrGap), own.Address, own.Says, own.Says);
                }

                if (paper.IsSealed)
                {
                    Signature(row.RelativeItem().AlignRight().PaddingRight(20), paper.Organ, marks);
                }
            });
        }

        if (paper.Note.Length > 0)
        {
            column.Item().KeepWithPrevious().PaddingTop(6).Text($"（{paper.Note}）").Font(FontStyle.Song).FontSize(TableSize).LineHeight(1.4);
        }

        if (paper.CopyTo.Length > 0)
        {
            column.Item().KeepWithPrevious().PaddingTop(16).BorderTop(0.8).BorderBottom(0.8).Padding(14, 3, 14, 3).Text($"抄送：{paper.CopyTo}").FontSize(14);
        }
    }

    /// <summary>The QR code of the public check with its code beneath; nothing without an address.</summary>
    public static void CheckCode(Container place, PaperMarks marks)
    {
        if (marks.VerifyUrl is { } address)
        {
            QrCode(place, address, "查验二维码", $"扫码查验真伪\n查验码 {PaperWords.CheckCode(address)}");
        }
    }

    private static void QrCode(Container place, string address, string name, string says) => place.Column(code =>
    {
        code.Item().QrCode(address, name);
        code.Item().DefaultTextStyle(s => s.Font(FontStyle.Song).Size(8).LineHeight(1.3)).Text(says).AlignCenter();
    });

    private static void Signature(Container place, string organ, PaperMarks marks)
    {
        var sealedPlace = SampleMark.SealOf(organ, marks) is { } seal ? place.Seal(seal) : place;
        sealedPlace.Column(signature =>
        {
            signature.Item().Text(organ).AlignCenter();
            signature.Item().Text(PaperWords.Day(marks.Day)).AlignCenter().KeepOnLine();
        });
    }

    // A long name gets smaller characters; beyond that it takes two lines.
    private static double SizeOfHead(string organ) => Math.Clamp(440.0 / Math.Max(1, organ.EnumerateRunes().Count()), 22, 34);

    [GeneratedRegex(@"\d+[年月日]|〔\d{4}〕\d+号")]
    private static partial Regex Unbroken();
}
