using System.Diagnostics;
using System.Text.Json;
using HallSuite.Infrastructure.Platform.Spreadsheets;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Spreadsheets.Sheets;

namespace HallSuite.Tests.Spreadsheets;

/// <summary>A program that is not ours reads what we write: openpyxl, by Debian's Python.</summary>
public sealed class OtherProgramTests
{
    private const int Rows = 100_000;

    private const string Script = """
        import json, sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1], read_only=sys.argv[2] == 'large')
        sheet = book.worksheets[0]
        if sys.argv[2] == 'large':
            count, total, last = 0, 0, None
            for row in sheet.iter_rows(min_row=2, values_only=True):
                count, total, last = count + 1, total + row[1], row
            print(json.dumps([count, total, [str(v) for v in last]]))
        else:
            print(json.dumps({
                'sheets': book.sheetnames,
                'values': [[str(c.value) for c in row] for row in sheet.iter_rows()],
                'kinds': [c.data_type for c in sheet[2]],
                'formats': [c.number_format for c in sheet[2]],
                'bold': [c.font.b for c in sheet[1]],
                'dates': [c.is_date for c in sheet[2]],
                'frozen': sheet.freeze_panes,
                'filter': sheet.auto_filter.ref,
                'widths': [sheet.column_dimensions[c.column_letter].width for c in sheet[1]],
            }))
        """;

    [Fact]
    public async Task Xlsx_ReadByAnotherProgram_HasValuesKindsAndLooks()
    {
        const string Odd = "=1+1 <&> \u0001 \uD800 𬴂 葛\U000E0100\n二";
        using var said = await ReadByOthersAsync([Sheet.Of("办件 3/9", Columns, [Row(7), [Odd]]), Sheet.Of("空", Columns[..1], [])], "small");
        var book = said.RootElement;
        Assert.Equal(["办件 3-9", "空"], Strings(book, "sheets"));
        Assert.Equal(
            ["11440000006939756B2440101007000", "买买提·吐尔逊𬱖", "7", "1.75", "0.975", "2026-03-16 00:00:00", "2026-03-09 14:12:00", "龙华区", "综合窗口", "None", "已办结", "第 7 件 <急> & \"补\""],
            book.GetProperty("values")[1].EnumerateArray().Select(v => v.GetString()));
        Assert.Equal(Odd.Replace('\u0001', '\uFFFD').Replace('\uD800', '\uFFFD'), book.GetProperty("values")[2][0].GetString(), StringComparer.Ordinal);
        Assert.Equal(["s", "s", "n", "n", "n", "d", "d", "s", "s", "n", "s", "s"], Strings(book, "kinds"));
        Assert.Equal(["@", "@", "#,##0", "#,##0.00", "0.0%", @"yyyy\-mm\-dd", @"yyyy\-mm\-dd\ hh:mm"], Strings(book, "formats").Take(7));
        Assert.All(book.GetProperty("bold").EnumerateArray(), b => Assert.True(b.GetBoolean()));
        Assert.Equal("A2", book.GetProperty("frozen").GetString());
        Assert.Equal("A1:L3", book.GetProperty("filter").GetString());
        Assert.Equal(Columns.Select(c => c.Width), book.GetProperty("widths").EnumerateArray().Select(w => w.GetDouble()));
    }

    [Fact]
    public async Task Xlsx_OfAHundredThousandRows_IsReadWholeByAnotherProgramAndByUs()
    {
        var sheet = Sheet.Of("表", [SheetColumn.Text("备注"), SheetColumn.Whole("件数")], Enumerable.Range(1, Rows).Select(n => (IReadOnlyList<SheetCell>)[$"第 {n} 件 <急>", n]));
        using var said = await ReadByOthersAsync([sheet], "large");
        Assert.Equal(Rows, said.RootElement[0].GetInt32());
        Assert.Equal((long)Rows * (Rows + 1) / 2, said.RootElement[1].GetInt64());
        Assert.Equal($"第 {Rows} 件 <急>", said.RootElement[2][0].GetString());
        var read = (await ReadAsync(await XlsxAsync(sheet))).ShouldPass();
        Assert.Equal((Rows, Rows + 1), (read.Rows.Count, read.Rows[^1].Line));
    }

    private static IEnumerable<string?> Strings(JsonElement book, string name) => book.GetProperty(name).EnumerateArray().Select(v => v.GetString());

    private static async Task<JsonDocument> ReadByOthersAsync(Sheet[] sheets, string way)
    {
        var python = await PythonAsync();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        try
        {
            await using (var target = File.Create(file))
                (await XlsxWriter.WriteAsync(target, sheets, Cancel)).ShouldPass();
            var (code, output, fault) = await RunAsync(python, "-c", Script, file, way);
            Assert.True(code == 0, fault);
            return JsonDocument.Parse(output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A Python that has openpyxl; where there is none the test is a visible skip, and with <c>CI=true</c> a failure.</summary>
    private static async Task<string> PythonAsync()
    {
        foreach (var python in (string[])["/usr/bin/python3", "python3"])
        {
            if ((await RunAsync(python, "-c", "import openpyxl")).Code == 0)
                return python;
        }

        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CI reads workbooks by another program: python3-openpyxl is not installed.");
        Assert.Skip("python3-openpyxl is not installed; ./test.sh installs it where it can.");
        return "";
    }

    private static async Task<(int Code, string Output, string Fault)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        try
        {
            using var process = Process.Start(start)!;
            var (output, fault) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
            await process.WaitForExitAsync(Cancel);
            return (process.ExitCode, await output, await fault);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "", $"{program} cannot be started.");
        }
    }
}
