using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Spreadsheets;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Spreadsheets;

/// <summary>Tables for tests, and the ways through which they go.</summary>
internal static class Sheets
{
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static readonly SheetColumn[] Columns =
    [
        SheetColumn.Text("事项编码", 36), SheetColumn.Text("申请人"), SheetColumn.Whole("件数"), SheetColumn.Amount("金额"), SheetColumn.Percent("按时率"),
        SheetColumn.Date("受理日"), SheetColumn.Moment("办结时间"), SheetColumn.Text("甲"), SheetColumn.Text("乙"), SheetColumn.Text("丙"), SheetColumn.Text("丁"), SheetColumn.Text("备注", 40),
    ];

    /// <summary>A row like those of a real export; the number makes it tell itself from others.</summary>
    public static IReadOnlyList<SheetCell> Row(int number) =>
    [
        "11440000006939756B2440101007000", "买买提·吐尔逊𬱖", number, number / 4m, 0.975m, new DateOnly(2026, 3, 9).AddDays(number % 200),
        new DateTime(2026, 3, 9, 14, 5, 0).AddMinutes(number % 500), "龙华区", "综合窗口", SheetCell.Empty, "已办结", string.Create(CultureInfo.InvariantCulture, $"第 {number} 件 <急> & \"补\""),
    ];

    public static Sheet Small(params IReadOnlyList<SheetCell>[] rows) => Sheet.Of("表", Columns[..2], rows);

    public static async Task<byte[]> XlsxAsync(params Sheet[] sheets)
    {
        using var target = new MemoryStream();
        (await XlsxWriter.WriteAsync(target, sheets, Cancel)).ShouldPass();
        return target.ToArray();
    }

    public static async Task<byte[]> CsvAsync(Sheet sheet)
    {
        using var target = new MemoryStream();
        (await CsvWriter.WriteAsync(target, sheet, Cancel)).ShouldPass();
        return target.ToArray();
    }

    public static async Task<Result<SheetContent>> ReadAsync(byte[] file, ReadLimits? limits = null)
    {
        using var source = new MemoryStream(file);
        return await SpreadsheetReader.ReadAsync(source, limits ?? ReadLimits.Default, Cancel);
    }
}
