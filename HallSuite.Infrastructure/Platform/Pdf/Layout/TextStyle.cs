using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>How characters look. What is not said is taken from around: from the text, the container, the page, and last from <see cref="Default"/>.</summary>
public sealed record TextStyle
{
    /// <summary>宋 12 points in black, lines 1.5 times as high as their characters.</summary>
    public static TextStyle Default { get; } = new()
    {
        FontStyle = Fonts.FontStyle.Song, FontSize = 12, IsBold = false, FontColor = PdfColor.Black, LineFactor = 1.5, LetterGap = 0, IsUnderlined = false,
    };

    public FontStyle? FontStyle { get; init; }

    /// <summary>Points.</summary>
    public double? FontSize { get; init; }

    public bool? IsBold { get; init; }

    public PdfColor? FontColor { get; init; }

    /// <summary>The height of a line as a multiple of its font size.</summary>
    public double? LineFactor { get; init; }

    /// <summary>Blank after each character, in em.</summary>
    public double? LetterGap { get; init; }

    public bool? IsUnderlined { get; init; }

    public TextStyle Font(FontStyle style) => this with { FontStyle = style };

    /// <param name="points">More than 0, at most 500.</param>
    public TextStyle Size(double points) =>
        this with { FontSize = points is > 0 and <= 500 ? points : throw new ArgumentOutOfRangeException(nameof(points), points, "A font size is more than 0 and at most 500 points.") };

    public TextStyle Bold() => this with { IsBold = true };

    public TextStyle Color(PdfColor color) => this with { FontColor = color };

    /// <param name="factor">0.8 to 10.</param>
    public TextStyle LineHeight(double factor) =>
        this with { LineFactor = factor is >= 0.8 and <= 10 ? factor : throw new ArgumentOutOfRangeException(nameof(factor), factor, "A line is 0.8 to 10 times as high as its characters.") };

    /// <param name="em">0 to 10.</param>
    public TextStyle LetterSpacing(double em) =>
        this with { LetterGap = em is >= 0 and <= 10 ? em : throw new ArgumentOutOfRangeException(nameof(em), em, "The blank between characters is 0 to 10 em.") };

    public TextStyle Underline() => this with { IsUnderlined = true };

    /// <summary>This style, and what it does not say as <paramref name="around"/> says it.</summary>
    internal TextStyle Over(TextStyle around) => new()
    {
        FontStyle = FontStyle ?? around.FontStyle,
        FontSize = FontSize ?? around.FontSize,
        IsBold = IsBold ?? around.IsBold,
        FontColor = FontColor ?? around.FontColor,
        LineFactor = LineFactor ?? around.LineFactor,
        LetterGap = LetterGap ?? around.LetterGap,
        IsUnderlined = IsUnderlined ?? around.IsUnderlined,
    };
}
