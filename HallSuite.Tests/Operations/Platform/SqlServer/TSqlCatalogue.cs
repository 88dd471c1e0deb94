using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HallSuite.Tests.Operations.Platform.SqlServer;

/// <summary>A column as the create script declares it.</summary>
internal sealed record TSqlColumn(string Name, string Type, int KeyBytes);

/// <summary>
/// The tables that a create script of SQL Server would make, read from its text, and what that server would refuse about them. It
/// stands in for a server as far as names, types and the limits of keys go; what it cannot see stands in docs/operations.md.
/// </summary>
internal sealed class TSqlCatalogue
{
    private const int ClusteredKeyBytes = 900;
    private const int KeyBytes = 1700;
    private const int NoKey = int.MaxValue;

    private readonly Dictionary<string, Dictionary<string, TSqlColumn>> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string From, string To)> cascades = [];
    private readonly List<string> faults = [];

    public static TSqlCatalogue Of(string createScript)
    {
        var catalogue = new TSqlCatalogue();
        var statements = Parse(createScript, catalogue.faults);
        foreach (var table in statements.OfType<CreateTableStatement>())
        {
            catalogue.Add(table);
        }

        // References and indexes second: they may name a table that comes later in the script.
        foreach (var table in statements.OfType<CreateTableStatement>())
        {
            catalogue.CheckConstraints(table);
        }

        foreach (var index in statements.OfType<CreateIndexStatement>())
        {
            catalogue.CheckIndex(index);
        }

        catalogue.CheckCascades();
        return catalogue;
    }

    public IReadOnlyList<string> Faults => faults;

    public IReadOnlyCollection<string> Tables => tables.Keys;

    /// <summary>The columns of a table; null when there is none of that name.</summary>
    public IReadOnlyCollection<string>? ColumnsOf(string table) => tables.TryGetValue(table, out var columns) ? columns.Keys : null;

    public static List<TSqlStatement> Parse(string sql, List<string> faults)
    {
        using var text = new StringReader(sql);
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);
        faults.AddRange(errors.Select(e => $"line {e.Line}: {e.Message}"));
        return fragment is TSqlScript script ? [.. script.Batches.SelectMany(b => b.Statements)] : [];
    }

    private void Add(CreateTableStatement table) => tables[NameOf(table.SchemaObjectName)] = table.Definition.ColumnDefinitions.ToDictionary(
        c => c.ColumnIdentifier.Value, c => ColumnOf(c, NameOf(table.SchemaObjectName)), StringComparer.OrdinalIgnoreCase);

    private TSqlColumn ColumnOf(ColumnDefinition column, string table)
    {
        if (column.DataType is not SqlDataTypeReference type)
        {
            faults.Add($"{table}.{column.ColumnIdentifier.Value} has no known type");
            return new TSqlColumn(column.ColumnIdentifier.Value, "?", NoKey);
        }

        var length = type.Parameters.FirstOrDefault()?.Value;
        var isMax = string.Equals(length, "max", StringComparison.OrdinalIgnoreCase);
        int? number = int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        var bytes = type.SqlDataTypeOption switch
        {
            _ when isMax => NoKey,
            SqlDataTypeOption.NVarChar or SqlDataTypeOption.NChar => 2 * (number ?? 1),
            SqlDataTypeOption.VarChar or SqlDataTypeOption.Char or SqlDataTypeOption.VarBinary or SqlDataTypeOption.Binary => number ?? 1,
            SqlDataTypeOption.UniqueIdentifier => 16,
            SqlDataTypeOption.DateTimeOffset => 10,
            SqlDataTypeOption.BigInt or SqlDataTypeOption.DateTime2 => 8,
            SqlDataTypeOption.Int => 4,
            SqlDataTypeOption.Date => 3,
            SqlDataTypeOption.SmallInt => 2,
            SqlDataTypeOption.TinyInt or SqlDataTypeOption.Bit => 1,
            _ => NoKey,
        };
        return new TSqlColumn(column.ColumnIdentifier.Value, $"{type.SqlDataTypeOption}({length})", bytes);
    }

    private void CheckConstraints(CreateTableStatement table)
    {
        var name = NameOf(table.SchemaObjectName);
        foreach (var constraint in table.Definition.TableConstraints)
        {
            if (constraint is UniqueConstraintDefinition unique)
            {
                CheckKey(name, constraint.ConstraintIdentifier.Value, unique.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value), unique.IsPrimaryKey ? ClusteredKeyBytes : KeyBytes);
            }
            else if (constraint is ForeignKeyConstraintDefinition reference)
            {
                CheckReference(name, reference);
            }
        }
    }

    private void CheckReference(string table, ForeignKeyConstraintDefinition reference)
    {
        var target = NameOf(reference.ReferenceTableName);
        if (!tables.TryGetValue(target, out var theirs))
        {
            faults.Add($"{table} refers to {target}, which is no table");
            return;
        }

        foreach (var (own, other) in reference.Columns.Zip(reference.ReferencedTableColumns))
        {
            if (!tables[table].TryGetValue(own.Value, out var from) || !theirs.TryGetValue(other.Value, out var to))
            {
                faults.Add($"{table}.{own.Value} refers to {target}.{other.Value}, and one of them is no column");
            }
            else if (from.Type != to.Type)
            {
                faults.Add($"{table}.{own.Value} is {from.Type} and refers to {target}.{other.Value}, which is {to.Type}");
            }
        }

        if (reference.DeleteAction == DeleteUpdateAction.Cascade)
        {
            cascades.Add((target, table));
        }
    }

    private void CheckIndex(CreateIndexStatement index)
    {
        var table = NameOf(index.OnName);
        if (!tables.TryGetValue(table, out var columns))
        {
            faults.Add($"{index.Name.Value} is on {table}, which is no table");
            return;
        }

        CheckKey(table, index.Name.Value, index.Columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value), KeyBytes);
        if (index.FilterPredicate is { } filter)
        {
            var seen = new FilterVisitor();
            filter.Accept(seen);
            faults.AddRange(seen.Columns.Where(c => !columns.ContainsKey(c)).Select(c => $"{index.Name.Value} filters by {c}, which is no column of {table}"));
        }
    }

    private void CheckKey(string table, string key, IEnumerable<string> columns, int mostBytes)
    {
        var bytes = 0L;
        foreach (var column in columns)
        {
            if (!tables[table].TryGetValue(column, out var known))
            {
                faults.Add($"{key} names {column}, which is no column of {table}");
            }
            else if (known.KeyBytes == NoKey)
            {
                faults.Add($"{key} names {column} of {table}, whose type {known.Type} cannot be in a key");
            }
            else
            {
                bytes += known.KeyBytes;
            }
        }

        if (bytes > mostBytes)
        {
            faults.Add($"{key} of {table} has {bytes} bytes; {mostBytes} is the most");
        }
    }

    private void CheckCascades()
    {
        foreach (var start in tables.Keys)
        {
            var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var next = new Stack<string>([start]);
            while (next.TryPop(out var table))
            {
                foreach (var (_, to) in cascades.Where(c => string.Equals(c.From, table, StringComparison.OrdinalIgnoreCase)))
                {
                    if (!reached.Add(to))
                    {
                        faults.Add($"a delete in {start} reaches {to} by two cascades");
                        return;
                    }

                    next.Push(to);
                }
            }
        }
    }

    private static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;

    private sealed class FilterVisitor : TSqlFragmentVisitor
    {
        public List<string> Columns { get; } = [];

        public override void Visit(ColumnReferenceExpression node) => Columns.Add(node.MultiPartIdentifier.Identifiers[^1].Value);
    }
}
