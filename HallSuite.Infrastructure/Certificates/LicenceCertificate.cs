using HallSuite.Domain.Certificates;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Certificates;

/// <summary>A licence, permit or approval to hang on the wall (ALL Art. 39): number, holder, what is allowed, how long, seal, QR code.</summary>
/// <param name="Name">As 公共场所卫生许可证.</param>
/// <param name="Fields">What it says of the holder and the permission, as the matter's template names it.</param>
/// <param name="ValidUntil">Null for valid without end (长期).</param>
/// <param name="Identifier">The electronic certificate identifier; empty for none.</param>
public sealed record LicenceCertificate(
    string Organ, string Name, IReadOnlyList<CertificateField> Fields, DateOnly ValidFrom, DateOnly? ValidUntil, string Identifier) : PaperModel;

/// <summary>One line of a certificate.</summary>
public sealed record CertificateField(string Name, string Value);

internal sealed class LicenceCertificateForm : ISampleForm
{
    private static readonly PdfColor Frame = new(0x9C, 0x7A, 0x2E);

    public DocumentKind Kind => DocumentKind.Certificate;

    public Type Model => typeof(LicenceCertificate);

    public DateOnly SampleDay => new(2026, 10, 9);

    public PaperModel Sample => new LicenceCertificate(
        "青澜市卫生健康委员会", "公共场所卫生许可证",
        [
            new("单位名称", "青澜市听涛宾馆有限公司"), new("法定代表人", "买买提·吐尔逊"), new("经营地址", "青澜市海东区听涛路 18 号"), new("许可项目", "住宿场所（宾馆）"),
        ],
        new(2026, 10, 9), new(2030, 10, 8), CertificateIdentifier.Make("11100000000013338W021", "11370200MB2850001C", "20261009000031", 1).Value.Text);

    public PdfDocument Compose(PaperModel model, PaperMarks marks)
    {
        var certificate = (LicenceCertificate)model;
        return PdfDocument.Create(document => document.Page(page =>
        {
            page.Size(PageSizes.A4.Landscape());
            page.Margin(30.Millimetres(), 24.Millimetres(), 30.Millimetres(), 20.Millimetres());
            page.DefaultTextStyle(s => s.Font(FontStyle.Song).Size(17).LineHeight(1.7));
            Ground(page.Background(), marks);
            page.Content().Column(column => Write(column, certificate, marks));
            page.Footer().Text(certificate.Identifier.Length > 0 ? $"电子证照标识：{certificate.Identifier}" : " ").FontSize(8).AlignCenter();
        }));
    }

    private static void Write(ColumnBuilder column, LicenceCertificate certificate, PaperMarks marks)
    {
        column.Item().Heading(1).Text(certificate.Name).Font(FontStyle.XiaoBiaoSong).FontSize(36).LineHeight(1.4).LetterSpacing(0.15).AlignCenter();
        column.Item().PaddingTop(4).PaddingBottom(20).Text(marks.Number is { } number ? $"编号：{number}" : " ").FontSize(12).AlignCenter().KeepOnLine();
        column.Item().Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(124);
                columns.RelativeColumn();
            });
            foreach (var field in certificate.Fields.Append(new CertificateField("有效期限", Validity(certificate))))
            {
                table.Cell().Head().PaddingVertical(4).Text(field.Name).Font(FontStyle.Hei);
                table.Cell().BorderBottom(0.5, Frame).PaddingVertical(4).Text(field.Value);
            }
        });
        column.Item().KeepWithPrevious().PaddingTop(14).Row(row =>
        {
            OfficialLayout.CheckCode(row.ConstantItem(92).AlignBottom(), marks);
            var place = row.RelativeItem().AlignRight().PaddingRight(30);
            var signature = SampleMark.SealOf(certificate.Organ, marks) is { } seal ? place.Seal(seal) : place;
            signature.Column(lines =>
            {
                lines.Item().Text($"发证机关：{certificate.Organ}").AlignCenter();
                lines.Item().Text(PaperWords.DayInCharacters(marks.Day)).AlignCenter().KeepOnLine();
            });
        });
    }

    private static string Validity(LicenceCertificate certificate) => certificate.ValidUntil is { } until
        ? $"自{PaperWords.Day(certificate.ValidFrom)}至{PaperWords.Day(until)}"
        : $"自{PaperWords.Day(certificate.ValidFrom)}起，长期有效";

    // A double frame, and the sample's mark beneath the text.
    private static void Ground(Container paper, PaperMarks marks) => paper.Layers(layers =>
    {
        layers.Layer().Padding(10.Millimetres()).Border(3, Frame).Padding(4).Border(0.8, Frame).Height(210.Millimetres() - 20.Millimetres() - 14);
        SampleMark.Fill(layers.PrimaryLayer(), marks);
    });
}
