using System.Globalization;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;

namespace HallSuite.Infrastructure.Queueing;

/// <summary>号票 on a strip of 80 mm: the number, how many are before, where to go. No name and no document, so whoever finds it learns nothing.</summary>
/// <param name="Organ">The hall.</param>
/// <param name="LaneEn">The lane in English, beneath the Chinese name; empty for none.</param>
/// <param name="Ahead">People who are called before.</param>
/// <param name="Wait">As 10–15; empty where nobody can say.</param>
/// <param name="Windows">Where the lane is served, a line a floor; empty for none.</param>
/// <param name="Rules">What happens to a missed number.</param>
/// <param name="Page">The address of the visitor's own page, for the QR code; null where the site has no address.</param>
public sealed record QueueTicketPaper(
    string Organ, string Number, string Lane, string LaneEn, int Ahead, string Wait, IReadOnlyList<string> Windows, TimeOnly TakenAt, string Rules, string? Page) : PaperModel;

internal sealed class QueueTicketForm : ISampleForm
{
    public DocumentKind Kind => DocumentKind.QueueTicket;

    public Type Model => typeof(QueueTicketPaper);

    public DateOnly SampleDay => new(2026, 9, 28);

    public PaperModel Sample => new QueueTicketPaper(
        "青澜市政务服务中心", "A012", "综合受理", "General counter", 7, "12–18", ["一楼 2–6 号窗口", "二楼 11、13 号窗口"], new(9, 31), "过号后三个号内可以返回排队一次，再次过号请重新取号。",
        "https://hall.example.cn/portal/ticket/SAMPLE");

    public PdfDocument Compose(PaperModel model, PaperMarks marks)
    {
        var ticket = (QueueTicketPaper)model;
        return PdfDocument.Create(document => document.Page(page =>
        {
            page.ContinuousSize(80.Millimetres());
            page.Margin(5.Millimetres(), 5.Millimetres(), 5.Millimetres(), 6.Millimetres());
            page.DefaultTextStyle(s => s.Font(FontStyle.Song).Size(10.5).LineHeight(1.35));
            page.Content().Column(column => Write(column, ticket, marks));
        }));
    }

    private static void Write(ColumnBuilder column, QueueTicketPaper ticket, PaperMarks marks)
    {
        column.Item().Text(ticket.Organ).Font(FontStyle.Hei).FontSize(13).AlignCenter();
        column.Item().PaddingTop(3).Text(ticket.Lane).FontSize(12).AlignCenter();
        if (ticket.LaneEn.Length > 0)
        {
            column.Item().Text(ticket.LaneEn).FontSize(9).AlignCenter();
        }

        column.Item().Heading(1).Text(ticket.Number).Font(FontStyle.Hei).FontSize(46).LineHeight(1.2).AlignCenter();
        column.Item().Text(Before(ticket)).AlignCenter();
        foreach (var line in ticket.Windows)
        {
            column.Item().Text(line).AlignCenter();
        }

        column.Item().PaddingVertical(5).LineHorizontal(0.6);
        column.Item().Row(row =>
        {
            if (ticket.Page is { } address)
            {
                row.ConstantItem(66).QrCode(address, "叫号进度二维码");
                row.RelativeItem().PaddingLeft(6).AlignMiddle().Text($"扫码看叫号进度。{ticket.Rules}").FontSize(8.5);
                return;
            }

            row.RelativeItem().Text($"请留意叫号屏和广播。{ticket.Rules}").FontSize(8.5);
        });
        column.Item().PaddingTop(4).Text(string.Create(CultureInfo.InvariantCulture, $"{marks.Day:yyyy-MM-dd} {ticket.TakenAt:HH\\:mm}  当日有效")).FontSize(8.5).AlignCenter();
        if (marks.Sample)
        {
            column.Item().Text("样张").Font(FontStyle.Hei).AlignCenter();
        }
    }

    private static string Before(QueueTicketPaper ticket)
    {
        var ahead = ticket.Ahead == 0 ? "您前面没有人" : string.Create(CultureInfo.InvariantCulture, $"您前面还有 {ticket.Ahead} 人");
        return ticket.Wait.Length > 0 ? $"{ahead}，预计等候 {ticket.Wait} 分钟" : ahead;
    }
}
