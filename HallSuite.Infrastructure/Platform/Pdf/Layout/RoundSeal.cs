using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Typesetting;
using HallSuite.Infrastructure.Platform.Pdf.Writing;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>Draws a round seal. All measures are shares of its diameter, taken from seals of 42 mm.</summary>
internal sealed class RoundSeal
{
    /// <summary>How far from the middle a curve's control points lie so that four curves make a circle.</summary>
    private const double CircleControl = 0.5522847498;

    private const double Ring = 0.03;
    private const double Star = 0.165;

    /// <summary>Degrees that the name may take up; the rest stays open at the foot, for the line below the star.</summary>
    private const double WidestArc = 235;

    private readonly string organ;
    private readonly string line;
    private readonly double diameter;

    public RoundSeal(string organ, string line, double diameter)
    {
        (this.organ, this.line, this.diameter) = (organ, line, diameter);
        ArgumentOutOfRangeException.ThrowIfZero(organ.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(organ.EnumerateRunes().Count(), 40);
    }

    public void Draw(LayoutRun run, double x, double y)
    {
        var (middleX, middleY, radius) = (x + (diameter / 2), y + (diameter / 2), diameter / 2);
        run.Paper.Path([.. Circle(middleX, middleY, radius, 1), .. Circle(middleX, middleY, radius - (Ring * diameter), -1)], PdfColor.SealRed);
        run.Paper.Path(StarOf(middleX, middleY, Star * diameter), PdfColor.SealRed);
        DrawName(run, middleX, middleY);
        DrawLine(run, middleX, middleY + (0.30 * diameter));
    }

    private void DrawName(LayoutRun run, double middleX, double middleY)
    {
        FontGlyph[] glyphs = [.. organ.EnumerateRunes().Select(rune => run.Fonts.Find(FontStyle.Song, rune))];
        var size = 0.125 * diameter;

        // Characters stand on a circle inside the ring; a long name gets smaller characters, not a longer arc.
        var foot = (diameter / 2) - (Ring * diameter) - (0.025 * diameter) - (ResolvedStyle.BaselineInEm * size);
        var step = Math.Min(30, glyphs.Length > 1 ? WidestArc / (glyphs.Length - 1) : 0);
        var room = 2 * Math.PI * foot * step / 360;
        var drawn = glyphs.Length > 1 ? Math.Min(size, room * 1.02) : size;
        var style = StyleOf(drawn);
        var raised = foot + (ResolvedStyle.BaselineInEm * (size - drawn));
        for (var i = 0; i < glyphs.Length; i++)
        {
            var glyph = glyphs[i];
            var angle = (i - ((glyphs.Length - 1) / 2.0)) * step;
            run.Paper.Turned(angle, middleX, middleY, () => run.Paper.Glyphs([glyph], [0], middleX - (glyph.Advance * drawn / 2), middleY - raised, style));
        }
    }

    private void DrawLine(LayoutRun run, double middleX, double baseline)
    {
        FontGlyph[] glyphs = [.. line.EnumerateRunes().Select(rune => run.Fonts.Find(FontStyle.Song, rune))];
        var ems = glyphs.Sum(g => g.Advance);
        var size = Math.Min(0.095 * diameter, ems > 0 ? 0.5 * diameter / ems : 0);
        if (size > 0)
        {
            run.Paper.Glyphs(glyphs, new double[glyphs.Length], middleX - (ems * size / 2), baseline, StyleOf(size));
        }
    }

    private static ResolvedStyle StyleOf(double size) => new(FontStyle.Song, size, true, PdfColor.SealRed, size, 0, false);

    // Turned the other way round, it cuts a hole into the circle around it.
    private static PdfPathStep[] Circle(double x, double y, double radius, int turn)
    {
        var (c, t) = (CircleControl * radius, turn * radius);
        var tc = turn * c;
        return
        [
            PdfPathStep.Move(x + radius, y),
            PdfPathStep.Curve(x + radius, y + tc, x + c, y + t, x, y + t),
            PdfPathStep.Curve(x - c, y + t, x - radius, y + tc, x - radius, y),
            PdfPathStep.Curve(x - radius, y - tc, x - c, y - t, x, y - t),
            PdfPathStep.Curve(x + c, y - t, x + radius, y - tc, x + radius, y),
            PdfPathStep.Close(),
        ];
    }

    private static PdfPathStep[] StarOf(double x, double y, double radius)
    {
        const double Inner = 0.381966;
        var steps = new List<PdfPathStep>();
        for (var i = 0; i < 10; i++)
        {
            var (sin, cos) = Math.SinCos(Math.PI * i / 5);
            var reach = i % 2 == 0 ? radius : radius * Inner;
            var (px, py) = (x + (reach * sin), y - (reach * cos));
            steps.Add(i == 0 ? PdfPathStep.Move(px, py) : PdfPathStep.Line(px, py));
        }

        return [.. steps, PdfPathStep.Close()];
    }
}
