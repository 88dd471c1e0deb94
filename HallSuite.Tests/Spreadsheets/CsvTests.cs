using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HallSuite.Infrastructure.Platform.Spreadsheets;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Spreadsheets.Sheets;

namespace HallSuite.Tests.Spreadsheets;

public sealed class CsvTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public async Task Write_ATable_IsMarkedUtf8WithQuotesWhereNeeded()
    {
        var text = await CsvAsync(Sheet.Of("表", Columns[..7], [["a,b", "说\"好\"", 3, 1.5m, -0.25m, new DateOnly(2026, 3, 9), new DateTime(2026, 3, 9, 14, 5, 0)]]));
        Assert.Equal("\uFEFF事项编码,申请人,件数,金额,按时率,受理日,办结时间\r\n\"a,b\",\"说\"\"好\"\"\",3,1.5,-0.25,2026-03-09,2026-03-09 14:05:00\r\n", Encoding.UTF8.GetString(text));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+8613812345678")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    public async Task Write_TextThatBeginsLikeAFormula_IsDisarmedAndReadBack(string text)
    {
        var file = await CsvAsync(Small(["a", text]));
        var field = Encoding.UTF8.GetString(file).Split("\r\n", 2)[1][2..].TrimStart('"');
        Assert.StartsWith("'", field, StringComparison.Ordinal);
        Assert.Equal(text, (await ReadAsync(file)).ShouldPass().Rows[0].Cells[1]);
    }

    [Fact]
    public async Task Write_ANegativeNumber_StaysANumber() =>
        Assert.EndsWith("\r\nx,-5\r\n", Encoding.UTF8.GetString(await CsvAsync(Small(["x", -5]))), StringComparison.Ordinal);

    [Fact]
    public void Write_AnyTexts_AreReadBackTheSame() =>
        Prop.ForAll((from one in Texts from two in Texts select (one, two)).ToArbitrary(), x =>
        {
            var file = CsvAsync(Small(["first", x.one + "."], [x.two + ".", "last"])).GetAwaiter().GetResult();
            var rows = ReadAsync(file).GetAwaiter().GetResult().ShouldPass().Rows;
            return rows[0].Cells[1] == x.one + "." && rows[1].Cells[0] == x.two + ".";
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Write_ToAStreamWithoutSynchronousWrites_Works()
    {
        await using var target = new AsyncOnlyStream();
        (await CsvWriter.WriteAsync(target, Sheet.Of("表", Columns, Enumerable.Range(1, 5000).Select(Row)), Cancel)).ShouldPass();
        Assert.True(target.Taken > 500_000);
    }

    [Fact]
    public async Task Write_ARowThatIsTooWide_IsRefused() =>
        (await CsvWriter.WriteAsync(Stream.Null, Small(["a", "b", "c"]), Cancel)).ShouldBeRefused("spreadsheet.row-too-wide");

    [Fact]
    public async Task Read_InAnyKnownEncoding_IsTheSameTable()
    {
        const string Text = "姓名,编号\r\n刘欣䶮,1\r\n𬱖𬴂,2\r\n";
        foreach (var bytes in (byte[][])[
            Encoding.UTF8.GetBytes(Text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], Gb18030.GetBytes(Text),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)], [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)]])
        {
            var content = (await ReadAsync(bytes)).ShouldPass();
            Assert.Equal(["姓名", "编号"], content.Headings);
            Assert.Equal(["刘欣䶮", "𬱖𬴂"], content.Rows.Select(r => r.Cells[0]));
        }
    }

    [Fact]
    public async Task Read_BrokenUtf8_SaysTheLine()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("姓名,地址\n陈敏,青澜市龙华区\n李"), 0xE5, .. Encoding.UTF8.GetBytes(",青澜市\n")];
        Assert.Equal([3], (await ReadAsync(bytes)).ShouldBeRefused("spreadsheet.encoding-broken").Arguments);
        Assert.Equal([3], (await ReadAsync([0xEF, 0xBB, 0xBF, .. bytes])).ShouldBeRefused("spreadsheet.encoding-broken").Arguments);
    }

    /// <summary>Few characters are enough to tell: read as GB 18030 these would become other characters without a word.</summary>
    [Fact]
    public async Task Read_BrokenUtf8OfFewCharacters_IsNotTakenForAnotherEncoding() =>
        (await ReadAsync([.. Encoding.UTF8.GetBytes("name\n陈敏"), 0x80])).ShouldBeRefused("spreadsheet.encoding-broken");

    [Fact]
    public async Task Read_NamesInGb18030_AreNeverTakenForUtf8()
    {
        foreach (var name in SharedData.Lines("names", "long_names.txt").Select(l => l.Trim()).Where(l => l.Length > 0))
            Assert.Equal(name, (await ReadAsync(Gb18030.GetBytes($"姓名\n{name}"))).ShouldPass().Rows[0].Cells[0]);
    }

    [Fact]
    public async Task Read_BrokenGb18030_SaysTheLine()
    {
        byte[] bytes = [.. Gb18030.GetBytes("姓名,地址\n陈敏,青澜市龙华区\n李"), 0xFF, .. Gb18030.GetBytes(",青澜市\n")];
        Assert.Equal([3], (await ReadAsync(bytes)).ShouldBeRefused("spreadsheet.encoding-broken").Arguments);
    }

    [Fact]
    public async Task Read_BrokenUtf16_SaysTheLine()
    {
        // 上 is U+4E0A: its bytes hold one that would be a line end alone.
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("姓名\n上上上\n李"), 0x00, 0xDC, .. Encoding.Unicode.GetBytes("敏\n")];
        Assert.Equal([3], (await ReadAsync(bytes)).ShouldBeRefused("spreadsheet.encoding-broken").Arguments);
    }

    [Fact]
    public async Task Read_BytesThatAreNoText_IsRefused() => (await ReadAsync([1, 0, 2, 3])).ShouldBeRefused("spreadsheet.unreadable");

    [Theory]
    [InlineData("a,b;c\n1,2;3", 2)]
    [InlineData("a;b;c\n1;2;3", 3)]
    [InlineData("a\tb\n1\t2", 2)]
    [InlineData("\"a,b,c\";b\n1;2", 2)]
    [InlineData("a\n1", 1)]
    public async Task Read_WithAnySeparator_FindsTheColumns(string text, int columns) =>
        Assert.Equal(columns, (await ReadTextAsync(text)).Headings.Count);

    [Fact]
    public async Task Read_QuotedAndEmptyLines_KeepsTheLineNumbers()
    {
        var content = await ReadTextAsync("\n甲,乙\r\n\r\n1,\"两\r\n行\"\r\n ,\r\n2,\"\"\"\"\r3,末");
        Assert.Equal([(4, "1", "两\r\n行"), (7, "2", "\""), (8, "3", "末")], content.Rows.Select(r => (r.Line, r.Cells[0], r.Cells[1])));
    }

    [Fact]
    public async Task Read_AQuoteThatDoesNotEnd_SaysTheLine() =>
        Assert.Equal([2], (await ReadAsync(Encoding.UTF8.GetBytes("a,b\n1,\"2\n3,4\n"))).ShouldBeRefused("spreadsheet.quote-open").Arguments);

    [Fact]
    public async Task Read_OfNothing_IsRefused()
    {
        (await ReadAsync([])).ShouldBeRefused("spreadsheet.empty");
        (await ReadAsync(Encoding.UTF8.GetBytes("\uFEFF\r\n , \r\n"))).ShouldBeRefused("spreadsheet.empty");
    }

    [Fact]
    public async Task ColumnOf_AHeading_IsFoundUnderAnyOfItsNames()
    {
        var content = await ReadTextAsync(" 事项编码 ,Name,名称\nM1,x,y");
        Assert.Equal(0, content.ColumnOf("事项编码").ShouldPass());
        Assert.Equal(1, content.ColumnOf("姓名", "name").ShouldPass());
        Assert.Equal("x", content.Rows[0][1]);
        Assert.Equal("", content.Rows[0][9]);
        Assert.Equal(["部门"], content.ColumnOf("部门", "department").ShouldBeRefused("spreadsheet.column-missing").Arguments);
        Assert.Equal(["名称"], content.ColumnOf("名称", "Name").ShouldBeRefused("spreadsheet.column-twice").Arguments);
    }

    [Fact]
    public async Task OptionalColumnOf_AMissingHeading_IsNone()
    {
        var content = await ReadTextAsync("a,b,b\n1,2,3");
        Assert.Null(content.OptionalColumnOf("c").ShouldPass());
        Assert.Equal(0, content.OptionalColumnOf("a").ShouldPass());
        content.OptionalColumnOf("b").ShouldBeRefused("spreadsheet.column-twice");
    }

    [Fact]
    public async Task Read_BeyondItsLimits_IsRefused()
    {
        var text = Encoding.UTF8.GetBytes("a,b,c\n1,2,3\n4,5,6\n");
        Assert.Equal([2], (await ReadAsync(text, new ReadLimits { MostRows = 2 })).ShouldBeRefused("spreadsheet.too-many-rows").Arguments);
        (await ReadAsync(text, new ReadLimits { MostCells = 8 })).ShouldBeRefused("spreadsheet.too-many-rows");
        (await ReadAsync(text, new ReadLimits { MostColumns = 2 })).ShouldBeRefused("spreadsheet.too-many-columns");
        (await ReadAsync(text, new ReadLimits { MostBytes = 17 })).ShouldBeRefused("spreadsheet.too-large");
        (await ReadAsync(text, new ReadLimits { MostRows = 3, MostCells = 9, MostColumns = 3, MostBytes = 18 })).ShouldPass();
    }

    private static async Task<SheetContent> ReadTextAsync(string text) => (await ReadAsync(Encoding.UTF8.GetBytes(text))).ShouldPass();

    private static Gen<string> Texts =>
        from parts in Gen.Elements("a", "中", "𬱖", ",", ";", "\t", "\"", "\"\"", "\r\n", "\n", "\r", " ", "=", "+", "-", "@", "＝", "1").ListOf()
        select string.Concat(parts);
}
