using FsCheck;
using FsCheck.Fluent;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;
using HallSuite.Infrastructure.Platform.Pdf.Layout.Paging;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>
/// Whatever a document is made of: it ends, everything in it is drawn once, on the paper, and nothing over anything else. Tried with trees of columns,
/// rows and tables by chance, on a page of 200 × 300 points; in place of text stand probes of lines of 10 points.
/// </summary>
public sealed class FlowTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void AnyTree_IsDrawnWhole_OnceAndWithoutOverlap() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Flaw(seed) is null).Check(Many);

    [Fact]
    public void AnyTree_IsDrawnTheSame_InTheNextPass()
    {
        foreach (var seed in Enumerable.Range(1, 100))
        {
            var (page, probes) = Tree(seed);
            var pages = Run(page);
            var drawn = probes.Select(p => p.Drawn.ToArray()).ToArray();
            probes.ForEach(p => p.Drawn.Clear());
            Pager.Reset([page]);
            Assert.Equal(pages, Run(page));
            Assert.Equal(drawn, probes.Select(p => p.Drawn.ToArray()));
        }
    }

    private static string? Flaw(int seed)
    {
        var (page, probes) = Tree(seed);
        Run(page);
        foreach (var probe in probes)
        {
            if (probe.Drawn.Sum(d => d.Lines) != probe.Lines)
            {
                return $"{probe.Drawn.Sum(d => d.Lines)} of {probe.Lines} lines";
            }

            if (probe.Drawn.Exists(d => d.Lines > 0 && (d.Frame.X < -0.01 || d.Frame.Y < -0.01 || d.Frame.X + d.Frame.Width > 200.01 || d.Frame.Y + (d.Lines * 10) > 300.01)))
            {
                return "outside of the paper";
            }
        }

        var all = probes.SelectMany(p => p.Drawn).Where(d => d.Lines > 0).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            for (var k = i + 1; k < all.Count; k++)
            {
                if (all[i].Page == all[k].Page && Overlap(all[i], all[k]))
                {
                    return "overlap";
                }
            }
        }

        return null;
    }

    private static bool Overlap((int Page, Frame Frame, int Lines) a, (int Page, Frame Frame, int Lines) b) =>
        a.Frame.X + a.Frame.Width > b.Frame.X + 0.01 && b.Frame.X + b.Frame.Width > a.Frame.X + 0.01
        && a.Frame.Y + (a.Lines * 10) > b.Frame.Y + 0.01 && b.Frame.Y + (b.Lines * 10) > a.Frame.Y + 0.01;

    private static int Run(PageBuilder page) => Pager.Run([page], new LayoutRun(FontBook.Shipped, new Infrastructure.Platform.Pdf.Layout.Paging.Paper(null), null, TestContext.Current.CancellationToken));

    private static (PageBuilder Page, List<Probe> Probes) Tree(int seed)
    {
        var chance = new Random(seed);
        var probes = new List<Probe>();
        var page = new PageBuilder(new DocumentScope());
        page.Size(new PageSize(200, 300));
        Grow(page.Content(), chance, probes, 3);
        return (page, probes);
    }

    private static void Grow(Container place, Random chance, List<Probe> probes, int depth)
    {
        var inside = chance.Next(12) switch
        {
            0 => place.ShowEntire(),
            1 => place.KeepWithNext(),
            2 => place.KeepWithPrevious(),
            3 => place.PaddingVertical(3),
            4 => place.Border(1),
            5 => place.EnsureSpace(40),
            6 => place.AlignRight(),
            7 => place.AlignMiddle(),
            8 => place.MinHeight(15),
            _ => place,
        };
        switch (depth == 0 ? 0 : chance.Next(5))
        {
            case 1 or 2:
                inside.Column(column =>
                {
                    column.Spacing(chance.Next(4));
                    for (var i = chance.Next(1, 6); i > 0; i--)
                    {
                        Grow(column.Item(), chance, probes, depth - 1);
                    }
                });
                break;
            case 3:
                inside.Row(row =>
                {
                    row.Spacing(0.1);
                    Grow(row.ConstantItem(1), chance, probes, 0);
                    Grow(row.RelativeItem(2), chance, probes, depth - 1);
                    Grow(row.RelativeItem(), chance, probes, depth - 1);
                });
                break;
            case 4:
                inside.Table(table => GrowTable(table, chance, probes, depth));
                break;
            default:
                var probe = new Probe(chance.Next(8) == 0 ? chance.Next(100) : chance.Next(1, 6));
                probes.Add(probe);
                inside.Fill(probe);
                break;
        }
    }

    private static void GrowTable(TableBuilder table, Random chance, List<Probe> probes, int depth)
    {
        var columns = chance.Next(1, 4);
        table.ColumnsDefinition(c =>
        {
            for (var i = 0; i < columns; i++)
            {
                c.RelativeColumn(1 + i);
            }
        });
        for (var i = chance.Next(1, 10); i > 0; i--)
        {
            Grow(table.Cell().RowSpan(chance.Next(4) == 0 ? chance.Next(1, 4) : 1).ColumnSpan(chance.Next(1, 3)), chance, probes, depth - 1);
        }
    }

    /// <summary>Stands for text: lines of 10 points that may be parted anywhere; remembers where it was drawn.</summary>
    private sealed class Probe(int lines) : Element
    {
        private int next;
        private int taken;

        public int Lines => lines;

        public List<(int Page, Frame Frame, int Lines)> Drawn { get; } = [];

        public override Plan Measure(LayoutRun run, Space space)
        {
            taken = 0;
            while (next + taken < lines && space.Holds((taken + 1) * 10))
            {
                taken++;
            }

            var rest = lines - next - taken;
            return rest == 0 ? Plan.Full(taken == 0 ? 0 : Math.Min(5, space.Width), taken * 10) : taken == 0 ? Plan.Wrap : Plan.Partial(Math.Min(5, space.Width), taken * 10);
        }

        public override void Draw(LayoutRun run, Frame frame)
        {
            Drawn.Add((run.Page, frame with { Width = Math.Min(frame.Width, 5) }, taken));
            run.Progress |= taken > 0;
            next += taken;
        }

        public override void Reset(Again again) => next = 0;
    }
}
