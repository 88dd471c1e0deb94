using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

/// <summary>Fills pages until the content of a document is drawn.</summary>
internal static class Pager
{
    /// <summary>The most that a page may measure, in points (ISO 32000-1, annex C): a strip that is longer goes on with the next.</summary>
    private const double LongestPage = 14400;

    /// <summary>Lays the document out once and answers its number of pages.</summary>
    /// <exception cref="PdfException"><c>document.never-fits</c>, or a character that no font has.</exception>
    public static int Run(IReadOnlyList<PageBuilder> sections, LayoutRun run)
    {
        foreach (var section in sections)
        {
            run.Style = section.Style;
            while (!FillPage(section, run))
            {
            }
        }

        return run.Page;
    }

    public static void Reset(IReadOnlyList<PageBuilder> sections)
    {
        foreach (var part in sections.SelectMany(s => new[] { s.Background(), s.Header(), s.Content(), s.Footer(), s.Foreground() }))
        {
            part.Element.Reset(Again.InNextPass);
        }
    }

    // One page. Answers whether the content is done.
    private static bool FillPage(PageBuilder section, LayoutRun run)
    {
        run.CheckCancelled();
        run.ForgetBlame();
        run.Page++;
        run.Progress = false;
        var width = section.Paper.Width - section.Left - section.Right;
        var paper = section.IsContinuous ? LongestPage : section.Paper.Height;
        var inner = paper - section.Top - section.Bottom;
        var header = HeightOf(section.Header(), "header", run, width, inner);
        var footer = HeightOf(section.Footer(), "footer", run, width, inner - header);
        run.BodyHeight = inner - header - footer;
        var plan = section.Content().Element.Measure(run, new Space(width, run.BodyHeight, true));
        if (plan.Fit == Fit.Wrap)
        {
            throw run.NeverFits("content");
        }

        paper = section.IsContinuous ? section.Top + header + plan.Height + footer + section.Bottom : paper;
        var body = section.IsContinuous ? plan.Height : run.BodyHeight;
        run.Paper.BeginPage(section.Paper.Width, paper);
        var whole = new Frame(0, 0, section.Paper.Width, paper);
        run.DrawDecoration(section.Background().Element, whole, "background");
        run.DrawDecoration(section.Header().Element, new Frame(section.Left, section.Top, width, header), "header");
        section.Content().Element.Draw(run, new Frame(section.Left, section.Top + header, width, body));
        if (plan.Fit == Fit.Partial && !run.Progress)
        {
            throw run.NeverFits("content");
        }

        run.DrawDecoration(section.Footer().Element, new Frame(section.Left, paper - section.Bottom - footer, width, footer), "footer");
        run.DrawDecoration(section.Foreground().Element, whole, "foreground");
        return plan.Fit == Fit.Full;
    }

    private static double HeightOf(Container part, string name, LayoutRun run, double width, double most)
    {
        run.Enter(name);
        var plan = part.Element.Measure(run, new Space(width, most, true));
        run.Leave();
        return plan.Fit == Fit.Full ? plan.Height : throw run.NeverFits(name);
    }
}
