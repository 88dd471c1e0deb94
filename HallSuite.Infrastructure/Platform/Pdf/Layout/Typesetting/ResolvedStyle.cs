using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;

/// <summary>A style with everything said. Lengths in points.</summary>
internal readonly record struct ResolvedStyle(FontStyle Font, double Size, bool Bold, PdfColor Color, double LineHeight, double LetterGap, bool Underline)
{
    /// <summary>Above the baseline, in em, whatever the font: one baseline for all fonts of a line.</summary>
    public const double BaselineInEm = 0.88;

    /// <summary>Half of what a line is higher than its characters lies above them.</summary>
    public double Ascent => ((LineHeight - Size) / 2) + (BaselineInEm * Size);

    public double Descent => LineHeight - Ascent;

    public static ResolvedStyle Of(TextStyle style)
    {
        var whole = style.Over(TextStyle.Default);
        var size = whole.FontSize!.Value;
        return new ResolvedStyle(
            whole.FontStyle!.Value, size, whole.IsBold!.Value, whole.FontColor!.Value, whole.LineFactor!.Value * size, whole.LetterGap!.Value * size, whole.IsUnderlined!.Value);
    }
}
