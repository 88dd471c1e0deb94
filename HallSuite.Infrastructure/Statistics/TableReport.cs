using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Statistics;

/// <summary>A table on A4 across, of any length: the rows are made while the pages are filled.</summary>
/// <param name="Organ">The hall or department it is about.</param>
/// <param name="Period">As 2026年9月21日至27日; empty for none.</param>
/// <param name="Rows">One text a column. Read once to draw and once or twice before to count the pages, and the same each time; never stored.</param>
public sealed record TableReport(string Organ, string Title, string Period, IReadOnlyList<ReportColumn> Columns, IEnumerable<IReadOnlyList<string>> Rows) : PaperModel;

/// <summary>A column of a report.</summary>
/// <param name="Share">Of the width, against the other columns.</param>
/// <param name="IsNumber">Stands at the right.</param>
public sealed record ReportColumn(string Name, double Share, bool IsNumber = false);

internal sealed class TableReportForm : ISampleForm
{
    private static readonly PdfColor HeadFill = new(0xEA, 0xEF, 0xF5);

    public DocumentKind Kind => DocumentKind.TableReport;

    public Type Model => typeof(TableReport);

    public DateOnly SampleDay => new(2026, 9, 28);

    public PaperModel Sample => new TableReport(
        "青澜市政务服务中心", "各业务队列一周运行情况", "2026年9月21日至9月25日",
        [new("业务队列", 3), new("取号", 1, true), new("办结", 1, true), new("过号", 1, true), new("平均等候（分钟）", 1.5, true), new("平均办理（分钟）", 1.5, true), new("满意率", 1.2, true)],
        [
            ["综合受理", "612", "580", "21", "11.4", "8.2", "99.1%"], ["企业开办", "204", "199", "3", "6.8", "14.5", "99.5%"], ["不动产登记", "388", "371", "12", "17.9", "16.1", "98.2%"],
            ["社会保险", "455", "441", "9", "9.6", "6.7", "98.9%"], ["出件领取", "297", "295", "1", "2.3", "2.9", "100%"],
        ]);

    public PdfDocument Compose(PaperModel model, PaperMarks marks)
    {
        var report = (TableReport)model;
        return PdfDocument.Create(document => document.Page(page =>
        {
            page.Size(PageSizes.A4.Landscape());
            page.Margin(15.Millimetres(), 14.Millimetres(), 15.Millimetres(), 12.Millimetres());
            page.DefaultTextStyle(s => s.Font(FontStyle.Song).Size(9).LineHeight(1.35));
            SampleMark.Fill(page.Background(), marks);
            page.Header().PaddingBottom(6).SkipOnce().Text(report.Title).FontSize(9).AlignRight();
            page.Content().Column(column =>
            {
                column.Item().Heading(1).Text(report.Title).Font(FontStyle.XiaoBiaoSong).FontSize(18).AlignCenter();
                column.Item().PaddingBottom(6).Row(row =>
                {
                    row.RelativeItem().Text(report.Organ);
                    row.RelativeItem().Text(report.Period).AlignCenter();
                    row.RelativeItem().Text($"制表日期：{PaperWords.Day(marks.Day)}").AlignRight();
                });
                column.Item().Table(table => Write(table, report));
            });
            OfficialLayout.PageNumbers(page.Footer());
        }));
    }

    private static void Write(TableBuilder table, TableReport report)
    {
        table.ColumnsDefinition(columns =>
        {
            foreach (var column in report.Columns)
            {
                columns.RelativeColumn(column.Share);
            }
        });
        table.Header(head =>
        {
            foreach (var column in report.Columns)
            {
                head.Cell().Border(0.5).Background(HeadFill).Padding(3).AlignMiddle().Text(column.Name).Font(FontStyle.Hei).AlignCenter();
            }
        });
        table.Rows(report.Rows, (row, values) =>
        {
            for (var i = 0; i < report.Columns.Count; i++)
            {
                var text = row.Cell().Border(0.5).Padding(3).Text(values[i]);
                if (report.Columns[i].IsNumber)
                {
                    text.AlignRight();
                }
            }
        });
    }
}
