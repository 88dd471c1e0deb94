using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HallSuite.Infrastructure.Platform.Spreadsheets;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Spreadsheets.Sheets;

namespace HallSuite.Tests.Spreadsheets;

public sealed class WorkbookReadingTests
{
    [Fact]
    public async Task Read_AnXls_HasItsTable()
    {
        var content = (await ReadAsync(SmallXls.Of([["编码", "名称", "数"], ["M1", "食品经营许可·𬱖", null]], 12.5))).ShouldPass();
        Assert.Equal(["编码", "名称", "数"], content.Headings);
        Assert.Equal(["M1", "食品经营许可·𬱖", "12.5"], Assert.Single(content.Rows).Cells);
    }

    [Fact]
    public async Task Read_UnderAPassword_IsRefused() =>
        (await ReadAsync(SmallXls.Of([["a", "b"], ["1", null]], 1, locked: true))).ShouldBeRefused("spreadsheet.password-protected");

    [Fact]
    public async Task Read_AnXlsThatClaimsBillionsOfRows_IsRefused() =>
        (await ReadAsync(SmallXls.Of([["a", "b"], ["1", null]], 1, claimed: int.MaxValue))).ShouldBeRefused("spreadsheet.unreadable");

    [Fact]
    public async Task Read_AnXlsWhoseSectorsRunInACircle_IsRefused()
    {
        var file = SmallXls.Of([["a", "b"], ["1", null]], 1);
        BitConverter.GetBytes(2).CopyTo(file, 512 + 5 * 4); // what follows sector 5 is sector 2
        (await ReadAsync(file)).ShouldBeRefused("spreadsheet.unreadable");
    }

    [Fact]
    public async Task Read_ACompoundFileThatIsNoWorkbook_IsRefused() =>
        (await ReadAsync(SmallXls.Compound("WordDocument", new byte[100]))).ShouldBeRefused("spreadsheet.unreadable");

    /// <summary>An .xlsx under a password is a compound file that holds the encrypted one.</summary>
    [Fact]
    public async Task Read_AnXlsxUnderAPassword_IsRefused() =>
        (await ReadAsync(SmallXls.Compound("EncryptedPackage", new byte[5000]))).ShouldBeRefused("spreadsheet.password-protected");

    [Theory]
    [InlineData(999_999_999_999_999, "999999999999999")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(-3, "-3")]
    public async Task Read_ANumber_IsWrittenAsPeopleTypedIt(double number, string text) =>
        Assert.Equal(text, (await ReadAsync(SmallXls.Of([["a", "b"], ["1", null]], number))).ShouldPass().Rows[0].Cells[1]);

    [Fact]
    public async Task Read_AnIdentityNumberKeptAsANumber_IsRefusedSinceItsDigitsAreLost() =>
        Assert.Equal([2, 2], (await ReadAsync(SmallXls.Of([["a", "b"], ["1", null]], 310101199003071234))).ShouldBeRefused("spreadsheet.digits-lost").Arguments);

    [Fact]
    public async Task Read_SharedStringsGapsAndHiddenSheets_FindsTheTable()
    {
        var content = (await ReadAsync(await EditedAsync(
            ("xl/workbook.xml", s => s.Replace("sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\"", StringComparison.Ordinal)),
            ("xl/worksheets/sheet2.xml", _ => """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="3"><c r="B3" t="inlineStr"><is><t>名称</t></is></c><c r="D3" t="inlineStr"><is><t>用</t></is></c></row>
                <row r="7"><c r="B7" t="str"><v>甲</v></c><c r="D7" t="b"><v>1</v></c></row>
                <row r="8"><c r="B8" t="e"><v>#N/A</v></c><c r="D8"><v>2.50</v></c></row>
                </sheetData></worksheet>
                """)))).ShouldPass();
        Assert.Equal(["", "名称", "", "用"], content.Headings);
        Assert.Equal([(7, "甲", "TRUE"), (8, "", "2.5")], content.Rows.Select(r => (r.Line, r[1], r[3])));
    }

    [Theory]
    [InlineData("A2000000000")]
    [InlineData("XFDXFD2")]
    public async Task Read_ACellBeyondWhatSheetsHave_IsRefused(string cell)
    {
        var row = cell.TrimStart([.. "ADFX"]);
        var answer = await ReadAsync(await EditedAsync(("xl/worksheets/sheet1.xml", s =>
            s.Replace("</sheetData>", $"<row r=\"{row}\"><c r=\"{cell}\"><v>1</v></c></row></sheetData>", StringComparison.Ordinal))));
        Assert.Contains(answer.Error?.Code, (string[])["spreadsheet.unreadable", "spreadsheet.too-many-columns"]);
    }

    /// <summary>People format whole columns and rows, and programs then say that the sheet goes to its end.</summary>
    [Fact]
    public async Task Read_ASheetFormattedToItsEnd_HasTheCellsThatHoldSomething()
    {
        var content = (await ReadAsync(await EditedAsync(("xl/worksheets/sheet1.xml", s => s
            .Replace("<sheetViews>", "<dimension ref=\"A1:XFD1048576\"/><sheetViews>", StringComparison.Ordinal)
            .Replace("max=\"2\"", "max=\"16384\"", StringComparison.Ordinal)
            .Replace("</sheetData>", "<row r=\"1048576\" s=\"1\" customFormat=\"1\"><c r=\"A1048576\" s=\"1\"/></row></sheetData>", StringComparison.Ordinal)))))
            .ShouldPass();
        Assert.Equal(2, content.Headings.Count);
        Assert.Equal(["1", "2"], Assert.Single(content.Rows).Cells);
    }

    [Fact]
    public async Task Read_AFileThatIsCutShort_IsRefused()
    {
        var file = await XlsxAsync(Sheet.Of("表", Columns, Enumerable.Range(1, 200).Select(Row)));
        foreach (var length in (int[])[4, 100, file.Length / 2, file.Length - 30])
            (await ReadAsync(file[..length])).ShouldBeRefused("spreadsheet.unreadable");
        var xls = SmallXls.Of([["a", "b"], ["1", null]], 1);
        foreach (var length in (int[])[8, 600, 1500])
            (await ReadAsync(xls[..length])).ShouldBeRefused("spreadsheet.unreadable");
    }

    /// <summary>Whatever bytes are wrong, the answer is a table or a refusal.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_AFileDamagedAnywhere_IsReadOrRefused(bool packed)
    {
        var file = packed ? await XlsxAsync(Small(["1", "2"])) : SmallXls.Of([["a", "b"], ["1", null]], 1);
        var damages = from at in Gen.Choose(8, file.Length - 1) from value in Gen.Choose(0, 255) select (at, (byte)value);
        Prop.ForAll(damages.NonEmptyListOf().ToArbitrary(), places =>
        {
            var damaged = file.ToArray();
            foreach (var (at, value) in places)
                damaged[at] = value;
            var answer = ReadAsync(damaged).GetAwaiter().GetResult();
            return answer.IsOk || answer.Error.Code.StartsWith("spreadsheet.", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Read_AnArchiveThatIsNoWorkbook_IsRefused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("readme.txt").Open().Dispose();
        (await ReadAsync(file.ToArray())).ShouldBeRefused("spreadsheet.unreadable");
    }

    [Fact]
    public async Task Read_APartWithADoctype_IsRefused() =>
        (await ReadAsync(await EditedAsync(("xl/worksheets/sheet1.xml", s => "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + s[(s.IndexOf("?>", StringComparison.Ordinal) + 2)..]))))
            .ShouldBeRefused("spreadsheet.unreadable");

    [Fact]
    public async Task Read_AFileThatUnpacksTooLarge_IsRefusedBeforeItIsRead()
    {
        var bomb = await EditedAsync(("xl/media/zeros.bin", _ => new string('0', 3 << 20)));
        Assert.True(bomb.Length < 100_000);
        Assert.Equal([1L], (await ReadAsync(bomb, new ReadLimits { MostUnpackedBytes = 1 << 20 })).ShouldBeRefused("spreadsheet.unpacks-too-large").Arguments);
        (await ReadAsync(bomb)).ShouldPass();
    }

    /// <summary>An archive can lie about the size of its parts. Then either no more than it said comes out, or what comes out is counted.</summary>
    [Fact]
    public async Task Read_AnArchiveThatForgesItsSizes_IsRefused()
    {
        var bomb = await EditedAsync(("xl/worksheets/sheet1.xml", s => s + new string(' ', (3 << 20) - Encoding.UTF8.GetByteCount(s))));
        (await ReadAsync(bomb)).ShouldPass();
        var (forged, size) = (bomb.ToArray(), BitConverter.GetBytes(3 << 20));
        for (var at = forged.AsSpan().IndexOf(size); at >= 0; at = forged.AsSpan().IndexOf(size))
            BitConverter.GetBytes(10).CopyTo(forged, at);
        Assert.NotEqual(bomb, forged);
        Assert.False((await ReadAsync(forged, new ReadLimits { MostUnpackedBytes = 1 << 20 })).IsOk);
    }

    [Fact]
    public async Task Read_BeyondItsLimits_IsRefused()
    {
        var file = await XlsxAsync(Small(["a", "b"], ["c", "d"]));
        (await ReadAsync(file, new ReadLimits { MostRows = 2 })).ShouldBeRefused("spreadsheet.too-many-rows");
        (await ReadAsync(file, new ReadLimits { MostColumns = 1 })).ShouldBeRefused("spreadsheet.too-many-columns");
        (await ReadAsync(file, new ReadLimits { MostBytes = file.Length - 1 })).ShouldBeRefused("spreadsheet.too-large");
        (await ReadAsync(file, new ReadLimits { MostRows = 3, MostColumns = 2, MostBytes = file.Length })).ShouldPass();
    }

    /// <summary>A workbook of two sheets with some of its parts changed or added.</summary>
    private static async Task<byte[]> EditedAsync(params (string Part, Func<string, string> Change)[] edits)
    {
        using var file = new MemoryStream();
        file.Write(await XlsxAsync(Small(["1", "2"]), Small(["3", "4"])));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (part, change) in edits)
            {
                var old = "";
                if (archive.GetEntry(part) is { } entry)
                {
                    using (var reader = new StreamReader(entry.Open()))
                        old = await reader.ReadToEndAsync(Cancel);
                    entry.Delete();
                }

                await using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(false));
                await writer.WriteAsync(change(old));
            }
        }

        return file.ToArray();
    }
}
