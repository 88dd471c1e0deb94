using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>Documents such as a hall issues, made of the layout alone.</summary>
internal static class Samples
{
    public static PdfSeal Seal { get; } = PdfSeal.Round("青澜市卫生健康委员会", "样章", "青澜市卫生健康委员会印章（样章）");

    /// <summary>A notice on A4 with the margins and faces of GB/T 9704-2012.</summary>
    public static PdfDocument Notice(string applicant = "青澜市买买提·吐尔逊餐饮管理有限公司", string reason = "") => PdfDocument.Create(document => document.Page(page =>
    {
        page.Size(PageSizes.A4);
        page.Margin(28.Millimetres(), 25.Millimetres(), 26.Millimetres(), 20.Millimetres());
        page.DefaultTextStyle(s => s.Font(FontStyle.FangSong).Size(16).LineHeight(1.75));
        page.Header().PaddingBottom(10).SkipOnce().Text("青卫许受〔2026〕31号").FontSize(10).AlignRight();
        page.Content().Column(column =>
        {
            column.Item().AlignCenter().Text("青澜市卫生健康委员会").Font(FontStyle.XiaoBiaoSong).FontSize(26).FontColor(PdfColor.SealRed).LetterSpacing(0.1);
            column.Item().PaddingVertical(8).LineHorizontal(1.5, PdfColor.SealRed);
            column.Item().PaddingTop(14).Heading(1).Text("行政许可申请受理通知书").Font(FontStyle.XiaoBiaoSong).FontSize(22).AlignCenter();
            column.Item().PaddingBottom(10).Text("青卫许受〔2026〕31号").AlignCenter();
            column.Item().Text($"{applicant}：");
            column.Item().Text(text =>
            {
                text.Justify();
                text.FirstLineIndent(2);
                text.Span("你（单位）于");
                text.Span("2026年11月20日").KeepOnLine();
                text.Span("提出的“公共场所卫生许可（新办）”申请，经审查，申请材料齐全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，本机关决定予以受理。办理进度可在 https://zwfw.example.gov.cn/progress/query?case=370102202611200031&channel=hall 查询——凭受理编号即可……");
                text.Line("");
                text.Span(reason.Length > 0 ? reason : "本事项法定办理时限为二十个工作日，承诺办理时限为");
                text.Span("5").Bold();
                text.Span("个工作日，自受理之日起计算；依法需要听证、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在内。");
            });
            column.Item().PaddingTop(8).Heading(2).Text("一、收到的材料").Font(FontStyle.Hei);
            column.Item().PaddingTop(6).DefaultTextStyle(s => s.Font(FontStyle.Song).Size(11).LineHeight(1.4)).Table(table =>
            {
                table.ColumnsDefinition(c =>
                {
                    c.ConstantColumn(36);
                    c.RelativeColumn(3);
                    c.RelativeColumn();
                    c.ConstantColumn(48);
                });
                table.Header(h =>
                {
                    foreach (var name in (string[])["序号", "材料名称", "形式", "份数"])
                    {
                        h.Cell().Border(0.6).Background(new PdfColor(0xF2, 0xF2, 0xF2)).Padding(4).Text(name).Font(FontStyle.Hei).AlignCenter();
                    }
                });
                string[] materials = ["公共场所卫生许可证申请表", "营业执照副本（复印件，核对原件）", "公共场所地址方位示意图、平面图和卫生设施平面布局图", "公共场所卫生检测或者评价报告"];
                for (var i = 0; i < materials.Length; i++)
                {
                    table.Cell().Border(0.6).Padding(4).AlignMiddle().Text($"{i + 1}").AlignCenter();
                    table.Cell().Border(0.6).Padding(4).AlignMiddle().Text(materials[i]);
                    if (i % 2 == 0)
                    {
                        table.Cell().RowSpan(2).Border(0.6).Padding(4).AlignMiddle().Text(i == 0 ? "电子件" : "原件").AlignCenter();
                    }

                    table.Cell().Border(0.6).Padding(4).AlignMiddle().Text("1").AlignCenter();
                }
            });
            column.Item().KeepWithPrevious().PaddingTop(16).Row(row =>
            {
                row.ConstantItem(74).Column(code =>
                {
                    code.Item().QrCode("https://zwfw.example.gov.cn/check/7K3F-92QX", "查验二维码");
                    code.Item().Text("扫码查验").FontSize(9).AlignCenter();
                });
                row.RelativeItem().AlignRight().PaddingRight(24).Seal(Seal).Column(signature =>
                {
                    signature.Item().Text("青澜市卫生健康委员会").AlignCenter();
                    signature.Item().Text("2026年11月22日").AlignCenter();
                });
            });
        });
        page.Footer().AlignCenter().Text(text =>
        {
            text.DefaultTextStyle(s => s.Font(FontStyle.Song).Size(10));
            text.Span("— 第 ");
            text.CurrentPageNumber();
            text.Span(" 页 共 ");
            text.TotalPages();
            text.Span(" 页 —");
        });
    }));

    /// <summary>A queue ticket on an 80 mm strip.</summary>
    public static PdfDocument Ticket() => PdfDocument.Create(document => document.Page(page =>
    {
        page.ContinuousSize(80.Millimetres());
        page.Margin(12, 10, 12, 14);
        page.Content().Column(column =>
        {
            column.Spacing(4);
            column.Item().Text("青澜市政务服务中心").Font(FontStyle.Hei).FontSize(14).AlignCenter();
            column.Item().Text("综合业务（一楼 A 区）").FontSize(11).AlignCenter();
            column.Item().Heading(1).Text("A012").Font(FontStyle.Hei).FontSize(48).LineHeight(1.1).AlignCenter();
            column.Item().Text("您前面还有 7 人，预计等候约 15 分钟").FontSize(11).AlignCenter();
            column.Item().LineHorizontal(0.6);
            column.Item().Row(row =>
            {
                row.ConstantItem(70).QrCode("https://zwfw.example.gov.cn/t/A012-20261122", "叫号进度二维码");
                row.RelativeItem().AlignMiddle().PaddingLeft(8).Text("扫码看叫号进度。过号三个号内回来可继续办理，超过请重新取号。").FontSize(9).Justify();
            });
            column.Item().Text("2026-11-22 09:31  当日有效").FontSize(9).AlignCenter();
        });
    }));

    /// <summary>A long table of rows that are made while they are drawn.</summary>
    public static PdfDocument LongTable(int rows, bool withTotal = true) => PdfDocument.Create(document => document.Page(page =>
    {
        page.Size(PageSizes.A4.Landscape());
        page.Margin(40);
        page.DefaultTextStyle(s => s.Size(9).LineHeight(1.3));
        page.Header().PaddingBottom(6).Text("办件明细表").Font(FontStyle.Hei).FontSize(14).AlignCenter();
        page.Content().Table(table =>
        {
            table.ColumnsDefinition(c =>
            {
                c.ConstantColumn(50);
                c.RelativeColumn(2);
                c.RelativeColumn(3);
                c.RelativeColumn();
                c.ConstantColumn(70);
            });
            table.Header(h =>
            {
                foreach (var name in (string[])["序号", "受理编号", "事项", "申请人", "办结日期"])
                {
                    h.Cell().Border(0.5).Padding(3).Text(name).Font(FontStyle.Hei).AlignCenter();
                }
            });
            table.Rows(Enumerable.Range(1, rows), (row, i) =>
            {
                row.Cell().Border(0.5).Padding(3).Text($"{i}").AlignRight();
                row.Cell().Border(0.5).Padding(3).Text($"3701022026{i:000000}");
                row.Cell().Border(0.5).Padding(3).Text(i % 7 == 0 ? "公共场所卫生许可（新办、变更、延续、注销）及饮用水供水单位卫生许可" : "食品经营许可");
                row.Cell().Border(0.5).Padding(3).Text("张三");
                row.Cell().Border(0.5).Padding(3).Text("2026-11-22").AlignCenter();
            });
        });
        page.Footer().Text(text =>
        {
            text.AlignRight();
            text.CurrentPageNumber();
            if (withTotal)
            {
                text.Span(" / ");
                text.TotalPages();
            }
        });
    }));

    public static byte[] Bytes(this PdfDocument document) => document.GeneratePdf(FontBook.Shipped, Paper.Info, TestContext.Current.CancellationToken);

    /// <summary>A4 with margins of 50 points around this content: 495 × 742 points.</summary>
    public static PdfDocument OnA4(Action<Container> fill) => PdfDocument.Create(document => document.Page(page =>
    {
        page.Margin(50);
        fill(page.Content());
    }));
}
