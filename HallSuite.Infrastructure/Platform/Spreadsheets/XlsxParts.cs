using System.Globalization;
using System.Text;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>The parts of a workbook that are not its rows (ECMA-376, parts of SpreadsheetML).</summary>
internal static class XlsxParts
{
    public const int HeadStyle = 1;
    public const int TextStyle = 2;
    public const int WholeStyle = 3;
    public const int AmountStyle = 4;
    public const int PercentStyle = 5;
    public const int DateStyle = 6;
    public const int MomentStyle = 7;

    public const int LongestSheetName = 31;

    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>The formats in the order of their constants: none, head, text, whole, amount, percent, date, moment.</summary>
    public const string Styles = Head + $"""
        <styleSheet xmlns="{Main}">
        <numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/><numFmt numFmtId="166" formatCode="0.0%"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="等线"/><family val="2"/></font><font><b/><sz val="11"/><name val="等线"/><family val="2"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF5"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;

    public const string PackageRelations = Head + $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    public const string SheetEnd = "</worksheet>";

    public static string ContentTypes(int sheets)
    {
        const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var parts = string.Concat(Numbers(sheets).Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Office}worksheet+xml"/>"""));
        return Head + $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Office}sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Office}styles+xml"/>{parts}</Types>
            """;
    }

    public static string Workbook(IReadOnlyList<string> names)
    {
        var sheets = new StringBuilder();
        foreach (var (index, name) in names.Index())
        {
            sheets.Append("<sheet name=\"");
            XlsxText.Append(sheets, name);
            sheets.Append(CultureInfo.InvariantCulture, $"\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>");
        }

        return Head + $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{sheets}</sheets></workbook>""";
    }

    public static string WorkbookRelations(int sheets)
    {
        var parts = string.Concat(Numbers(sheets).Select(n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>"""));
        return Head + $"""
            <Relationships xmlns="{Package}/relationships">{parts}<Relationship Id="rId{sheets + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """;
    }

    /// <summary>A sheet up to its rows: the head row stays in sight, columns have their widths.</summary>
    public static void AppendSheetStart(StringBuilder to, IReadOnlyList<SheetColumn> columns, bool first)
    {
        to.Append(Head).Append(CultureInfo.InvariantCulture, $"""<worksheet xmlns="{Main}"><sheetViews><sheetView {(first ? "tabSelected=\"1\" " : "")}workbookViewId="0">""");
        to.Append("""<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        if (columns.Count > 0)
        {
            to.Append("<cols>");
            foreach (var (index, column) in columns.Index())
                to.Append(CultureInfo.InvariantCulture, $"""<col min="{index + 1}" max="{index + 1}" width="{column.Width}" style="{column.Style}" customWidth="1"/>""");
            to.Append("</cols>");
        }

        to.Append("<sheetData>");
    }

    /// <summary>The letters of a column: 0 is A, 26 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>Names as tabs can have them: without the characters that references use, at most 31 long, no two alike, none empty.</summary>
    public static IReadOnlyList<string> TabNames(IReadOnlyList<string> wished)
    {
        var names = new List<string>();
        foreach (var wish in wished)
        {
            var clean = string.Concat(wish.Select(c => "[]:*?/\\".Contains(c) || char.IsControl(c) ? '-' : c)).Trim().Trim('\'');
            var name = Fit(clean.Length == 0 ? "Sheet" : clean, "");
            for (var n = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); n++)
                name = Fit(clean, string.Create(CultureInfo.InvariantCulture, $" ({n})"));
            names.Add(name);
        }

        return names;
    }

    private static string Fit(string name, string ending)
    {
        var length = Math.Min(name.Length, LongestSheetName - ending.Length);
        if (length < name.Length && char.IsHighSurrogate(name[length - 1]))
            length--;
        return name[..length] + ending;
    }

    private static IEnumerable<int> Numbers(int sheets) => Enumerable.Range(1, sheets);
}
