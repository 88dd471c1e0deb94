using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HallSuite.Tests.Operations.Platform.SqlServer;

/// <summary>
/// Looks every table, column and function of a statement up, as SQL Server would: aliases, derived tables, OPENJSON, common table
/// expressions and outer queries included. What it cannot find it reports.
/// </summary>
internal sealed class TSqlNames : TSqlFragmentVisitor
{
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "ABS", "AVG", "CEILING", "CHARINDEX", "CONCAT", "COUNT", "COUNT_BIG", "DATALENGTH", "DATEADD", "DATEDIFF", "DATEDIFF_BIG", "DATEPART", "FLOOR", "ISNULL",
        "JSON_VALUE", "LEN", "LOWER", "LTRIM", "MAX", "MIN", "REPLACE", "ROUND", "ROW_NUMBER", "RTRIM", "STRING_AGG", "SUBSTRING", "SUM", "SWITCHOFFSET", "UPPER",
    };

    private static readonly string[] OpenJsonColumns = ["key", "value", "type"];

    private readonly TSqlCatalogue catalogue;
    private readonly Dictionary<string, IReadOnlyCollection<string>> expressions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Stack<Dictionary<string, IReadOnlyCollection<string>>> scopes = [];
    private readonly List<string> faults = [];

    private TSqlNames(TSqlCatalogue catalogue) => this.catalogue = catalogue;

    public static IReadOnlyList<string> FaultsOf(TSqlCatalogue catalogue, string sql)
    {
        var names = new TSqlNames(catalogue);
        foreach (var statement in TSqlCatalogue.Parse(sql, names.faults))
        {
            statement.Accept(names);
        }

        return names.faults;
    }

    // Common table expressions are named before what uses them, which the parser's own order is not.
    public override void ExplicitVisit(SelectStatement node) => Accept(node.WithCtesAndXmlNamespaces, node.QueryExpression);

    public override void ExplicitVisit(CommonTableExpression node)
    {
        node.QueryExpression.Accept(this);
        expressions[node.ExpressionName.Value] = node.Columns.Count > 0 ? [.. node.Columns.Select(c => c.Value)] : ColumnsOf(node.QueryExpression);
    }

    public override void ExplicitVisit(QuerySpecification node)
    {
        Enter();
        Bring(node.FromClause);

        // ORDER BY may name what SELECT calls a column.
        scopes.Peek()["(select)"] = [.. node.SelectElements.OfType<SelectScalarExpression>().Select(e => e.ColumnName?.Value).OfType<string>()];
        Accept(node.SelectElements);
        Accept(node.TopRowFilter, node.WhereClause, node.GroupByClause, node.HavingClause, node.OrderByClause, node.OffsetClause);
        scopes.Pop();
    }

    public override void ExplicitVisit(BinaryQueryExpression node)
    {
        Accept(node.FirstQueryExpression, node.SecondQueryExpression);
        Enter();
        scopes.Peek()["(select)"] = ColumnsOf(node);
        Accept(node.OrderByClause, node.OffsetClause);
        scopes.Pop();
    }

    public override void ExplicitVisit(UpdateSpecification node)
    {
        Enter();
        Bring(node.FromClause);
        BringTarget(node.Target);
        Accept(node.SetClauses);
        Accept(node.OutputClause, node.WhereClause, node.TopRowFilter);
        scopes.Pop();
    }

    public override void ExplicitVisit(DeleteSpecification node)
    {
        Enter();
        Bring(node.FromClause);
        BringTarget(node.Target);
        Accept(node.OutputClause, node.WhereClause, node.TopRowFilter);
        scopes.Pop();
    }

    public override void ExplicitVisit(InsertSpecification node)
    {
        Enter();
        BringTarget(node.Target);
        Accept(node.Columns);
        Accept(node.InsertSource, node.OutputClause);
        scopes.Pop();
    }

    public override void ExplicitVisit(ColumnReferenceExpression node)
    {
        if (node.ColumnType != ColumnType.Regular || node.MultiPartIdentifier is not { } name)
        {
            return;
        }

        var column = name.Identifiers[^1].Value;
        var known = name.Count == 1
            ? scopes.Any(s => s.Values.Any(columns => Has(columns, column)))
            : scopes.Select(s => s.GetValueOrDefault(name.Identifiers[^2].Value)).FirstOrDefault(c => c is not null) is { } of && Has(of, column);
        if (!known)
        {
            faults.Add($"no column {string.Join('.', name.Identifiers.Select(i => i.Value))}");
        }
    }

    public override void ExplicitVisit(FunctionCall node)
    {
        if (!Functions.Contains(node.FunctionName.Value))
        {
            faults.Add($"no function {node.FunctionName.Value}");
        }

        // The first argument of DATEPART and its kin is a word, not a column.
        Accept(node.Parameters.Skip(node.FunctionName.Value.StartsWith("DATE", StringComparison.OrdinalIgnoreCase) ? 1 : 0));
        Accept(node.OverClause);
    }

    private void Enter() => scopes.Push(new(StringComparer.OrdinalIgnoreCase));

    private void Accept(params IEnumerable<TSqlFragment?> fragments)
    {
        foreach (var fragment in fragments)
        {
            fragment?.Accept(this);
        }
    }

    private void Bring(FromClause? from)
    {
        foreach (var table in from?.TableReferences ?? [])
        {
            Bring(table);
        }
    }

    private void Bring(TableReference table)
    {
        switch (table)
        {
            case QualifiedJoin join:
                Bring(join.FirstTableReference);
                Bring(join.SecondTableReference);
                join.SearchCondition.Accept(this);
                break;
            case UnqualifiedJoin join:
                Bring(join.FirstTableReference);
                Bring(join.SecondTableReference);
                break;
            case JoinParenthesisTableReference inner:
                Bring(inner.Join);
                break;
            case NamedTableReference named:
                scopes.Peek()[named.Alias?.Value ?? named.SchemaObject.BaseIdentifier.Value] = ColumnsOf(named);
                break;
            case QueryDerivedTable derived:
                derived.QueryExpression.Accept(this);
                scopes.Peek()[derived.Alias.Value] = derived.Columns.Count > 0 ? [.. derived.Columns.Select(c => c.Value)] : ColumnsOf(derived.QueryExpression);
                break;
            case InlineDerivedTable values:
                Accept(values.RowValues);
                scopes.Peek()[values.Alias.Value] = [.. values.Columns.Select(c => c.Value)];
                break;
            case OpenJsonTableReference json:
                json.Variable.Accept(this);
                scopes.Peek()[json.Alias.Value] = json.SchemaDeclarationItems.Count > 0
                    ? [.. json.SchemaDeclarationItems.Select(i => i.ColumnDefinition.ColumnIdentifier.Value)]
                    : OpenJsonColumns;
                break;
            default:
                faults.Add($"not understood: {table.GetType().Name}");
                break;
        }
    }

    private void BringTarget(TableReference target)
    {
        if (target is NamedTableReference named)
        {
            // In an UPDATE with FROM the target is an alias that FROM has brought.
            var name = named.SchemaObject.BaseIdentifier.Value;
            var columns = scopes.Peek().GetValueOrDefault(name) ?? ColumnsOf(named);
            (scopes.Peek()[name], scopes.Peek()["inserted"], scopes.Peek()["deleted"]) = (columns, columns, columns);
        }
    }

    private IReadOnlyCollection<string> ColumnsOf(NamedTableReference table)
    {
        var name = table.SchemaObject.BaseIdentifier.Value;
        if ((expressions.GetValueOrDefault(name) ?? catalogue.ColumnsOf(name)) is { } columns)
        {
            return columns;
        }

        faults.Add($"no table {name}");
        return [];
    }

    private static IReadOnlyCollection<string> ColumnsOf(QueryExpression query) => query switch
    {
        QuerySpecification select => [.. select.SelectElements.OfType<SelectScalarExpression>()
            .Select(e => e.ColumnName?.Value ?? (e.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value).OfType<string>()],
        BinaryQueryExpression both => ColumnsOf(both.FirstQueryExpression),
        QueryParenthesisExpression inner => ColumnsOf(inner.QueryExpression),
        _ => [],
    };

    private static bool Has(IReadOnlyCollection<string> columns, string column) => columns.Contains(column, StringComparer.OrdinalIgnoreCase);
}
