using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Documents.Papers;

/// <summary>What a sample shows in place of force: 样张 beneath the text of each page, and a seal that says so.</summary>
internal static class SampleMark
{
    private const int LongestNameOnSeal = 40;
    private const double LargeSize = 170;

    /// <summary>Fills a place over the whole paper.</summary>
    public static void Fill(Container background, PaperMarks marks, double size = LargeSize)
    {
        if (marks.Sample)
        {
            background.AlignMiddle().Rotate(-35).Text("样张").Font(FontStyle.XiaoBiaoSong).FontSize(size).LetterSpacing(0.2).FontColor(new PdfColor(0xF4, 0xEA, 0xE8)).AlignCenter();
        }
    }

    /// <summary>The seal of an organ, drawn; null for a name that no round seal can hold.</summary>
    public static PdfSeal? SealOf(string organ, PaperMarks marks) => organ.EnumerateRunes().Count() is > 0 and <= LongestNameOnSeal
        ? PdfSeal.Round(organ, marks.Sample ? "样章" : "", marks.Sample ? $"{organ}印章（样章）" : $"{organ}印章")
        : null;
}
