using System.Globalization;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Pdf.Layout;

namespace HallSuite.Tests.Pdf.Layout;

/// <summary>Tables over pages.</summary>
public sealed class TableTests
{
    [Fact]
    public async Task TheHead_StandsOnEachPage_AndIsReadOnce()
    {
        var document = Samples.LongTable(40);
        var pages = await ReadBack.PagesAsync(document);
        Assert.Equal(2, pages.Length);
        Assert.All(pages, page => Assert.Contains("序号受理编号事项申请人办结日期", page, StringComparison.Ordinal));
        var structure = await ReadBack.StructureAsync(document);
        Assert.Equal(5, structure.Count(line => line.StartsWith("TH", StringComparison.Ordinal)));
        Assert.Equal(200, structure.Count(line => line.StartsWith("TD", StringComparison.Ordinal)));
        Assert.Single(structure, line => line.StartsWith("Table", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryRow_IsThere_OnceAndInOrder()
    {
        var pages = await ReadBack.PagesAsync(Samples.LongTable(200));
        var text = string.Concat(pages);
        var at = Enumerable.Range(1, 200).Select(i => text.IndexOf($"3701022026{i:000000}", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    [Fact]
    public async Task ARow_IsNotPartedBetweenPages()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns => columns.RelativeColumn());
            for (var i = 1; i <= 21; i++)
            {
                table.Cell().Text($"上{i}\n中{i}\n下{i}");
            }
        })));
        Assert.StartsWith("上14中14下14", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsJoinedByACell_StayTogether()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(80);
                columns.RelativeColumn();
            });
            for (var i = 1; i <= 12; i++)
            {
                table.Cell().RowSpan(4).Text($"组{i}");
                for (var k = 1; k <= 4; k++)
                {
                    table.Cell().Text($"项{i}之{k}");
                }
            }
        })));
        Assert.Equal(2, pages.Length);
        Assert.StartsWith("组11项11之1", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task JoinedRowsHigherThanAPage_ArePartedBetweenRows()
    {
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(80);
                columns.RelativeColumn();
            });
            table.Cell().RowSpan(60).Border(0.5).Text("全部");
            for (var k = 1; k <= 60; k++)
            {
                table.Cell().Border(0.5).Text($"项{k}");
            }
        })));
        Assert.Equal(2, pages.Length);
        Assert.EndsWith("项60", pages[1], StringComparison.Ordinal);
        Assert.StartsWith("项42", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARowHigherThanAPage_GoesOnInItsCells_AsOneCell()
    {
        var reason = string.Concat(Enumerable.Range(1, 1200).Select(i => $"理由{i}、"));
        var document = Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(80);
                columns.RelativeColumn();
            });
            table.Header(h => h.Cell().ColumnSpan(2).Text("表头"));
            table.Cell().Head().Text("不予受理的理由");
            table.Cell().Border(0.5).Text(reason).Justify();
            table.Cell().Head().Text("末行");
            table.Cell().Text("完");
        }));
        var pages = await ReadBack.PagesAsync(document);
        Assert.True(pages.Length >= 4);
        Assert.All(pages, page => Assert.StartsWith("表头", page, StringComparison.Ordinal));
        Assert.Equal("表头不予受理的理由" + reason + "末行完", pages[0] + string.Concat(pages.Skip(1).Select(p => p[2..])));
        var structure = await ReadBack.StructureAsync(document);
        Assert.Equal(2, structure.Count(line => line.StartsWith("TD", StringComparison.Ordinal)));
        Assert.Equal(3, structure.Count(line => line.StartsWith("TH", StringComparison.Ordinal)));
        Assert.Equal(5, structure.Count(line => line.StartsWith("P (", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ACellThatIsDone_DoesNotKeepItsRowHigh()
    {
        var words = await ReadBack.WordsAsync(Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.RelativeColumn();
                columns.RelativeColumn();
            });
            table.Cell().MinHeight(500).Text("短");
            table.Cell().Text(string.Join('\n', Enumerable.Range(1, 50)));
            table.Cell().Text("末行");
        })));

        // Nine of the fifty lines go on the next page, and the last row follows them.
        Assert.InRange(words.Single(w => w.Word == "末行").Bottom, 50 + (9 * 18), 50 + (10.5 * 18));
    }

    [Fact]
    public async Task ATableWithoutRows_ShowsItsHead()
    {
        var pages = await ReadBack.PagesAsync(Samples.LongTable(0));
        Assert.Equal("办件明细表序号受理编号事项申请人办结日期1/1", Assert.Single(pages));
    }

    [Fact]
    public async Task ANameOfAHundredCharacters_IsShownWhole()
    {
        var name = string.Concat(Enumerable.Repeat("阿卜杜勒·买买提𠮷", 12))[..100];
        var pages = await ReadBack.PagesAsync(Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(60);
                columns.RelativeColumn();
            });
            table.Cell().Border(0.5).Text(name);
            table.Cell().Border(0.5).Text("申请人");
        })));
        Assert.Equal(name.Order(), Assert.Single(pages).Replace("申请人", "", StringComparison.Ordinal).Order());
    }

    [Fact]
    public void ALongTable_IsNotHeldInMemory()
    {
        var cells = new List<WeakReference>();
        var alive = 0;
        var document = Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns => columns.RelativeColumn());
            table.Rows(Enumerable.Range(1, 4000), (row, i) =>
            {
                var cell = row.Cell();
                cell.Border(0.5).Text($"第{i}行");
                cells.Add(new WeakReference(cell));
                if (i % 1000 == 0)
                {
                    GC.Collect();
                    alive = Math.Max(alive, cells.Count(made => made.IsAlive));
                }
            });
        }));
        document.GeneratePdf(Stream.Null, FontBook.Shipped, Paper.Info, TestContext.Current.CancellationToken);

        // The page that is being filled has 41 rows.
        Assert.InRange(alive, 1, 100);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheSequenceOfRows_IsLetGoOf_WhenTheDocumentIsDoneAndWhenItFails(bool fails)
    {
        var open = 0;
        IEnumerable<int> Sequence()
        {
            open++;
            try
            {
                for (var i = 0; i < 100; i++)
                {
                    yield return i;
                }
            }
            finally
            {
                open--;
            }
        }

        var document = Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns => columns.RelativeColumn());
            table.Rows(Sequence(), (row, i) => row.Cell().Text(fails && i == 60 ? "\uE000" : "行"));
        }));
        var fault = Record.Exception(() => document.Bytes());
        Assert.Equal((fails, 0), (fault is PdfException, open));
    }

    [Fact]
    public void RowsAreMade_NoFurtherThanThePageNeeds()
    {
        var (made, ahead) = (0, 0);
        var output = new PageCounter();
        var document = Samples.OnA4(c => c.Table(table =>
        {
            table.ColumnsDefinition(columns => columns.RelativeColumn());
            table.Rows(Enumerable.Range(1, 1000), (row, i) =>
            {
                made = i;
                ahead = Math.Max(ahead, i - (41 * output.Writes));
                row.Cell().Text($"{i}");
            });
        }));
        document.GeneratePdf(output, FontBook.Shipped, Paper.Info, TestContext.Current.CancellationToken);
        Assert.Equal(1000, made);
        Assert.InRange(ahead, 1, 41 * 3);
    }

    /// <summary>Counts the pages that were written: each is one write of a content stream that is longer than its surroundings.</summary>
    private sealed class PageCounter : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes += buffer.IndexOf("/Type/Page/"u8) >= 0 ? 1 : 0;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
