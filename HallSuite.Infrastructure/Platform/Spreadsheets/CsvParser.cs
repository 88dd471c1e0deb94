using System.Text;
using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Spreadsheets;

/// <summary>Reads text separated by commas, semicolons or tabs (RFC 4180, and what programs make of it).</summary>
internal static class CsvParser
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public static Result<SheetContent> Parse(string text, ReadLimits limits)
    {
        var separator = SeparatorOf(text);
        var collector = new RowCollector(limits);
        var (row, field) = (new List<string>(), new StringBuilder());
        var (line, startedAt, quotedAt) = (1, 1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quotedAt > 0)
            {
                if (c != '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[++i]);
                else
                    quotedAt = 0;
                if (IsLineEnd(text, i))
                    line++;
            }
            else if (c == '"' && field.Length == 0)
                quotedAt = line;
            else if (c == separator)
                EndField(row, field);
            else if (c is '\n' or '\r')
            {
                if (!IsLineEnd(text, i))
                    continue;
                EndField(row, field);
                if (collector.Add(startedAt, row) is { } broken)
                    return broken;
                (row, line, startedAt) = ([], line + 1, line + 1);
            }
            else
                field.Append(c);
            if (row.Count > limits.MostColumns)
                return SpreadsheetErrors.TooManyColumns(limits.MostColumns);
        }

        if (quotedAt > 0)
            return SpreadsheetErrors.QuoteOpen(quotedAt);
        EndField(row, field);
        return collector.Add(startedAt, row) is { } last ? last : collector.ToContent();
    }

    /// <summary>The separator that the first line has most of, outside quotes.</summary>
    private static char SeparatorOf(string text)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var c in text.TrimStart('\r', '\n'))
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is '\n' or '\r')
                break;
            else if (!quoted && Array.IndexOf(Separators, c) is >= 0 and var index)
                counts[index]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>A carriage return and a line feed are one line end, at the line feed.</summary>
    private static bool IsLineEnd(string text, int at) => text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));

    private static void EndField(List<string> row, StringBuilder field)
    {
        row.Add(FormulaGuard.Undo(field.ToString()));
        field.Clear();
    }
}
