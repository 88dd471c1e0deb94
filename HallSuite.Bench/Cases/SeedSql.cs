using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Bench.Cases;

/// <summary>The expressions in which the two databases differ when cases are multiplied. The seed's row is <c>s</c>, the template's <c>t</c>.</summary>
internal sealed class SeedSql(DatabaseProvider provider)
{
    private bool IsSqlite => provider == DatabaseProvider.Sqlite;

    /// <summary>SQLite keeps the order that is written; PostgreSQL hashes the few templates by itself.</summary>
    public string Join => IsSqlite ? "CROSS JOIN" : "JOIN";

    public string Earlier(string instant) => IsSqlite ? $"""{instant} - s."Days" * 86400000""" : $"""{instant} - s."Days" * interval '1 day'""";

    public string EarlierDay(string day) => IsSqlite ? $"""date({day}, '-' || s."Days" || ' days')""" : $"""{day} - s."Days" """;

    /// <summary>The id of something that belongs to a case.</summary>
    /// <param name="kind">Four digits.</param>
    /// <param name="ordinal">Which of the case's it is.</param>
    public string IdOf(string kind, string ordinal) => IsSqlite
        ? $"""s."Prefix" || '{kind}-' || printf('%012X', s."Number" * 32 + {ordinal})"""
        : $"""(s."Prefix" || '{kind}-' || lpad(to_hex(s."Number" * 32 + {ordinal}), 12, '0'))::uuid""";

    /// <summary>Twenty digits that are in no order.</summary>
    public string Scattered(string number)
    {
        var scattered = $"({number}) * 2654435761 % 4294967296";
        return IsSqlite ? $"printf('%010d%010d', {scattered}, {number})" : $"lpad(({scattered})::text, 10, '0') || lpad(({number})::text, 10, '0')";
    }

    public string Text(string number) => IsSqlite ? $"({number})" : $"({number})::text";
}
