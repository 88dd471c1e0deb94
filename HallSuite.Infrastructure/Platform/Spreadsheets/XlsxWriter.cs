using System.Globalization;
using System.IO.Compression;
using System.Text;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>
/// Writes workbooks (.xlsx) to any stream, row by row, with asynchronous writes only; memory does not grow with the rows. Text is written in its
/// cell, never as a formula.
/// </summary>
public static class XlsxWriter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int ChunkLength = 32 * 1024;

    /// <summary>
    /// Writes the sheets, at least one, and leaves the stream open. After a refusal the stream holds the beginning of a file that nobody should be given.
    /// Refused: <c>spreadsheet.cell-too-long</c>, <c>spreadsheet.row-too-wide</c>, <c>spreadsheet.too-many-rows</c>.
    /// </summary>
    public static async Task<Result> WriteAsync(Stream target, IReadOnlyList<Sheet> sheets, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sheets.Count);
        var drain = new DrainStream(target);
        var refusal = Result.Ok;
        using (var archive = new ZipArchive(drain, ZipArchiveMode.Create, leaveOpen: true))
        {
            WritePart(archive, "[Content_Types].xml", XlsxParts.ContentTypes(sheets.Count));
            WritePart(archive, "_rels/.rels", XlsxParts.PackageRelations);
            WritePart(archive, "xl/workbook.xml", XlsxParts.Workbook(XlsxParts.TabNames([.. sheets.Select(s => s.Name)])));
            WritePart(archive, "xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelations(sheets.Count));
            WritePart(archive, "xl/styles.xml", XlsxParts.Styles);
            for (var i = 0; i < sheets.Count && refusal.IsOk; i++)
            {
                using var part = OpenPart(archive, string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml"));
                refusal = await WriteSheetAsync(part, drain, sheets[i], first: i == 0, cancel);
            }
        }

        await drain.DrainAsync(cancel);
        return refusal;
    }

    private static async Task<Result> WriteSheetAsync(StreamWriter part, DrainStream drain, Sheet sheet, bool first, CancellationToken cancel)
    {
        var letters = sheet.Columns.Select((_, i) => XlsxParts.Letters(i)).ToArray();
        var xml = new StringBuilder(ChunkLength * 2);
        XlsxParts.AppendSheetStart(xml, sheet.Columns, first);
        var line = 1;
        if (AppendRow(xml, line, [.. sheet.Columns.Select(c => (SheetCell)c.Heading)], sheet.Columns, letters) is { } wrongHead)
            return wrongHead;
        await foreach (var row in sheet.Rows.WithCancellation(cancel))
        {
            if (++line > Sheet.MostRows)
                return SpreadsheetErrors.TooManyRows(Sheet.MostRows - 1);
            if (AppendRow(xml, line, row, sheet.Columns, letters) is { } wrong)
                return wrong;
            if (xml.Length < ChunkLength)
                continue;
            part.Write(xml);
            xml.Clear();
            await drain.DrainAsync(cancel);
        }

        xml.Append("</sheetData>");
        if (letters.Length > 0)
            xml.Append(CultureInfo.InvariantCulture, $"""<autoFilter ref="A1:{letters[^1]}{line}"/>""");
        part.Write(xml.Append(XlsxParts.SheetEnd));
        return Result.Ok;
    }

    private static Error? AppendRow(StringBuilder xml, int line, IReadOnlyList<SheetCell> row, IReadOnlyList<SheetColumn> columns, string[] letters)
    {
        if (row.Count > columns.Count)
            return SpreadsheetErrors.RowTooWide(line, columns.Count);
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{line}\">");
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row[i];
            if (cell.Kind is CellKind.Empty)
                continue;
            if (cell.Text.Length > SheetCell.LongestText)
                return SpreadsheetErrors.CellTooLong(line, columns[i].Heading);
            var style = line == 1 ? XlsxParts.HeadStyle : columns[i].Style;
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{letters[i]}{line}\" s=\"{style}\"");
            AppendValue(xml, cell);
        }

        xml.Append("</row>");
        return null;
    }

    private static void AppendValue(StringBuilder xml, SheetCell cell)
    {
        var isText = cell.Kind switch
        {
            CellKind.Empty or CellKind.Text => true,
            CellKind.Number => false,
            CellKind.Date or CellKind.Moment => !cell.IsDateForSpreadsheets,
        };
        if (!isText)
        {
            xml.Append(CultureInfo.InvariantCulture, $"><v>{(cell.Kind is CellKind.Number ? cell.Number : cell.Serial)}</v></c>");
            return;
        }

        var text = cell.ToString();
        xml.Append(XlsxText.NeedsPreserving(text) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>");
        XlsxText.Append(xml, text);
        xml.Append("</t></is></c>");
    }

    private static void WritePart(ZipArchive archive, string name, string content)
    {
        using var part = OpenPart(archive, name);
        part.Write(content);
    }

    private static StreamWriter OpenPart(ZipArchive archive, string name) =>
        new(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ChunkLength);
}
