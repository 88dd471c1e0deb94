using System.Text;

namespace HallSuite.Tests.TestKit;

/// <summary>Reads the shared CSV files of test data by the names of their columns (RFC 4180).</summary>
public static class Csv
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(params string[] parts)
    {
        var rows = Rows(File.ReadAllText(SharedData.Path(parts)).TrimStart('\uFEFF')).ToList();
        return rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(p => p.First, p => p.Second));
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
            {
                row.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
                field.Append(c);
        }

        if (row.Count > 0)
            yield return [.. row, field.ToString()];
    }
}
