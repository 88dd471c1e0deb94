using System.IO.Compression;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using HallSuite.Infrastructure.Platform.Spreadsheets;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Spreadsheets.Sheets;

namespace HallSuite.Tests.Spreadsheets;

public sealed class XlsxWriterTests
{
    [Fact]
    public async Task Write_ThenRead_IsTheSameTable()
    {
        var file = await XlsxAsync(Sheet.Of("办件", Columns, [Row(1), Row(2), Row(3)]));
        var content = (await ReadAsync(file)).ShouldPass();
        Assert.Equal(Columns.Select(c => c.Heading), content.Headings);
        Assert.Equal([2, 3, 4], content.Rows.Select(r => r.Line));
        Assert.Equal(
            ["11440000006939756B2440101007000", "买买提·吐尔逊𬱖", "2", "0.5", "0.975", "2026-03-11", "2026-03-09 14:07:00", "龙华区", "综合窗口", "", "已办结", "第 2 件 <急> & \"补\""],
            content.Rows[1].Cells);
    }

    /// <summary>Whatever the text, the part is XML that any parser takes, and gives back what XML can hold of it.</summary>
    [Fact]
    public void Write_AnyText_IsReadBackAsWhatXmlCanHoldOfIt() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var file = XlsxAsync(Small([text, "end"])).GetAwaiter().GetResult();
            var read = TextsOf(file);
            return read[^1] == "end" && (text.Length == 0 ? read.Count == 3 : read[2] == Expected(text));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\U00020087𬴂\uFA0E葛\U000E0100\uE815", "\U00020087𬴂\uFA0E葛\U000E0100\uE815")]
    [InlineData("a\u0000b\u000Bc\uFFFFd", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("一\r\n二\r三\n四", "一\n二\n三\n四")]
    [InlineData("  两边  ", "  两边  ")]
    [InlineData("_x0041_ _x_ __", "_x0041_ _x_ __")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("'quoted", "'quoted")]
    public async Task Write_TextThatIsHardOnXml_IsKeptOrMarked(string text, string expected)
    {
        var content = (await ReadAsync(await XlsxAsync(Small(["id", text])))).ShouldPass();
        Assert.Equal(expected, content.Rows[0].Cells[1], StringComparer.Ordinal);
    }

    [Fact]
    public async Task Write_HalfACharacter_IsMarked() => // an attribute cannot hold it
        Assert.Equal("半\uFFFD个", (await ReadAsync(await XlsxAsync(Small(["半\uD842个"])))).ShouldPass().Rows[0].Cells[0]);

    [Fact]
    public async Task Write_ToAStreamWithoutSynchronousWrites_Works()
    {
        await using var target = new AsyncOnlyStream();
        (await XlsxWriter.WriteAsync(target, [Sheet.Of("表", Columns, Enumerable.Range(1, 5000).Select(Row))], Cancel)).ShouldPass();
        Assert.True(target.Taken > 50_000);
    }

    [Fact]
    public async Task Write_ManyRows_PassesThemOnWhileTheyCome()
    {
        await using var target = new AsyncOnlyStream();
        var takenAt = new List<long>();
        IEnumerable<IReadOnlyList<SheetCell>> Rows()
        {
            for (var i = 0; i < 20_000; i++)
            {
                if (i % 5000 == 0)
                    takenAt.Add(target.Taken);
                yield return Row(i);
            }
        }

        (await XlsxWriter.WriteAsync(target, [Sheet.Of("表", Columns, Rows())], Cancel)).ShouldPass();
        Assert.Equal(4, takenAt.Count);
        Assert.Equal(takenAt.Order().Distinct(), takenAt);
    }

    [Fact]
    public async Task Write_ACellThatIsTooLong_IsRefused()
    {
        using var target = new MemoryStream();
        var refusal = (await XlsxWriter.WriteAsync(target, [Small(["a"], ["b", new string('长', 32_768)])], Cancel)).ShouldBeRefused("spreadsheet.cell-too-long");
        Assert.Equal([3, "申请人", 32_767], refusal.Arguments);
    }

    [Fact]
    public async Task Write_ACellAsLongAsCanBe_IsReadBack()
    {
        var longest = new string('长', 32_767);
        Assert.Equal(longest, (await ReadAsync(await XlsxAsync(Small([longest])))).ShouldPass().Rows[0].Cells[0]);
    }

    [Fact]
    public async Task Write_ARowThatIsTooWide_IsRefused() =>
        Assert.Equal([2, 2], (await XlsxWriter.WriteAsync(Stream.Null, [Small(["a", "b", "c"])], Cancel)).ShouldBeRefused("spreadsheet.row-too-wide").Arguments);

    [Fact]
    public async Task Write_MoreRowsThanASheetHas_IsRefused() =>
        (await XlsxWriter.WriteAsync(Stream.Null, [Small([.. Enumerable.Repeat<IReadOnlyList<SheetCell>>([], Sheet.MostRows)])], Cancel))
            .ShouldBeRefused("spreadsheet.too-many-rows");

    [Fact]
    public async Task Write_WithoutRows_HasTheHeadings() =>
        Assert.Equal(["事项编码", "申请人"], (await ReadAsync(await XlsxAsync(Small()))).ShouldPass().Headings);

    [Fact]
    public async Task Write_ADateBeforeTheCalendarOfSpreadsheets_IsText() =>
        Assert.Equal(["1899-12-31", "1900-03-01"],
            (await ReadAsync(await XlsxAsync(Sheet.Of("表", [SheetColumn.Date("一"), SheetColumn.Date("二")], [[new DateOnly(1899, 12, 31), new DateOnly(1900, 3, 1)]])))).ShouldPass().Rows[0].Cells);

    [Fact]
    public async Task Write_ThatIsCancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        IEnumerable<IReadOnlyList<SheetCell>> Rows()
        {
            for (var i = 0; ; i++)
            {
                if (i == 1000)
                    cancelled.Cancel();
                yield return Row(i);
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => XlsxWriter.WriteAsync(Stream.Null, [Sheet.Of("表", Columns, Rows())], cancelled.Token));
    }

    [Fact]
    public void TabNames_OfAnyWishes_AreWhatSpreadsheetsAllow()
    {
        var names = XlsxParts.TabNames(["周报 3/9", "周报 3/9", "'a'", "", new string('长', 30) + "𬱖𬱖", "[x]:*?\\"]);
        Assert.Equal(["周报 3-9", "周报 3-9 (2)", "a", "Sheet", new string('长', 30), "-x-----"], names);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_OfAColumn_CountLikeSpreadsheets(int column, string letters) => Assert.Equal(letters, XlsxParts.Letters(column));

    private static Gen<string> Texts =>
        from parts in Gen.Elements(
            "a", "中", "𬱖", "\uD800", "\uDC00", "\u0000", "\u0001", "\t", "\n", "\r", "\r\n", " ", "&", "<", ">", "\"", "'", "]]>", "_x0041_", "_x", "_", "\uFFFE",
            "\uFFFF", "\uFEFF", "é", "e\u0301", "=1").ListOf()
        select string.Concat(parts);

    /// <summary>What is left of a text, told by character and not by the writer's ways.</summary>
    private static string Expected(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var held = string.Concat(lines.EnumerateRunes().Select(r => r.Value is 0xFFFE or 0xFFFF || (r.Value < 0x20 && r.Value is not (9 or 10)) ? "\uFFFD" : r.ToString()));
        return System.Text.RegularExpressions.Regex.Replace(held, "_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
    }

    private static List<string> TextsOf(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var part = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var xml = XmlReader.Create(part);
        var texts = new List<string>();
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                texts.Add(xml.ReadElementContentAsString());
        }

        return texts;
    }
}
