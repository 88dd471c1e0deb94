using System.Text;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>
/// Writes comma-separated text (RFC 4180) in UTF-8 with a mark, which spreadsheet programs need to see that it is, row by row. Text that a
/// spreadsheet program would take for a formula is disarmed.
/// </summary>
public static class CsvWriter
{
    public const string MediaType = "text/csv; charset=utf-8";

    private const int ChunkLength = 32 * 1024;

    private static readonly char[] NeedQuotes = [',', '"', '\r', '\n'];

    /// <summary>Writes headings and rows and leaves the stream open. Refused: <c>spreadsheet.row-too-wide</c>.</summary>
    public static async Task<Result> WriteAsync(Stream target, Sheet sheet, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), ChunkLength, leaveOpen: true);
        var text = new StringBuilder(ChunkLength * 2);
        AppendRow(text, [.. sheet.Columns.Select(c => (SheetCell)c.Heading)]);
        var line = 1;
        await foreach (var row in sheet.Rows.WithCancellation(cancel))
        {
            line++;
            if (row.Count > sheet.Columns.Count)
                return SpreadsheetErrors.RowTooWide(line, sheet.Columns.Count);
            AppendRow(text, row);
            if (text.Length >= ChunkLength)
            {
                await writer.WriteAsync(text, cancel);
                text.Clear();
            }
        }

        await writer.WriteAsync(text, cancel);
        return Result.Ok;
    }

    private static void AppendRow(StringBuilder to, IReadOnlyList<SheetCell> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
                to.Append(',');
            AppendField(to, row[i].Kind is CellKind.Text ? FormulaGuard.Disarm(row[i].Text) : row[i].ToString());
        }

        to.Append("\r\n");
    }

    private static void AppendField(StringBuilder to, string field)
    {
        if (field.IndexOfAny(NeedQuotes) < 0)
            to.Append(field);
        else
            to.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}

/// <summary>
/// Keeps text in CSV files from being run as a formula by the spreadsheet program that opens it: text that begins like one gets an apostrophe
/// before it, which makes it text. Only for CSV; a workbook says itself what is text.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    /// <summary>What a formula begins with; the full-width ones work in East Asian versions.</summary>
    private const string Beginnings = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Disarm(string text) => text.Length > 0 && Beginnings.Contains(text[0]) ? Guard + text : text;

    /// <summary>Takes the apostrophe away again, so that what was written is what is read.</summary>
    public static string Undo(string text) => text.Length > 1 && text[0] == Guard && Beginnings.Contains(text[1]) ? text[1..] : text;
}
