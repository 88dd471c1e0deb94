using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Pdf.Images;
using HallSuite.Infrastructure.Platform.Pdf.Layout;

namespace HallSuite.Tests.Documents;

/// <summary>A small notice for tests.</summary>
public sealed record TestNotice(string Organ, string Addressee, string Body, byte[]? Picture = null) : PaperModel
{
    public static TestNotice Sample { get; } = new("青澜市卫生健康委员会", "欧阳震华", "你提出的申请，本机关决定予以受理。");
}

/// <summary>A paper that has no number.</summary>
public sealed record TestReport(string Organ) : PaperModel;

internal sealed class TestNoticeForm(DocumentKind kind) : IPaperForm
{
    public DocumentKind Kind => kind;

    public Type Model => typeof(TestNotice);

    public PdfDocument Compose(PaperModel model, PaperMarks marks) => PdfDocument.Create(document => document.Page(page =>
    {
        var notice = (TestNotice)model;
        page.Size(PageSizes.A4);
        page.Margin(50);
        page.Content().Column(column =>
        {
            column.Item().Heading(1).Text(DocumentWords.TitleOf(Kind));
            column.Item().Text(marks.Number ?? "");
            column.Item().Text($"{notice.Addressee}：");
            column.Item().Text(notice.Body);
            if (notice.Picture is { } picture)
            {
                column.Item().Image(PdfImage.Read(picture), "附图");
            }

            if (marks.VerifyUrl is { } url)
            {
                column.Item().Text(url);
            }
        });
    }));
}

internal sealed class TestReportForm : IPaperForm
{
    public DocumentKind Kind => DocumentKind.TableReport;

    public Type Model => typeof(TestReport);

    public PdfDocument Compose(PaperModel model, PaperMarks marks) => PdfDocument.Create(document => document.Page(page =>
    {
        page.Size(PageSizes.A4);
        page.Content().Text(model.Organ);
    }));
}
