using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HallSuite.Infrastructure.Platform.Persistence;

/// <summary>The databases HallSuite runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, one node, no server: the default.</summary>
    Sqlite,

    /// <summary>One or several nodes; live updates by LISTEN/NOTIFY.</summary>
    Postgres,

    /// <summary>One or several nodes; live updates by a 50 ms poll. Checked as text only, see docs/operations.md.</summary>
    SqlServer,
}

/// <summary>Where the data lies: section <c>Database</c>, and the connection string <c>Hall</c>.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Several nodes share one database. SQLite refuses it.</summary>
    public bool Cluster { get; set; }

    /// <summary>Filled from <c>ConnectionStrings:Hall</c>; SQLite falls back to <c>hall.db</c> in the data folder.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long a statement may take, in seconds.</summary>
    [Range(1, 600)]
    public int CommandTimeoutSeconds { get; set; } = 30;
}

/// <summary>The folder for everything HallSuite keeps beside the database: section <c>Data</c>.</summary>
public sealed class DataOptions
{
    /// <summary>Relative to the folder HallSuite is started from.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>A path inside the data folder.</summary>
    public string PathOf(string name) => Path.GetFullPath(Path.Combine(Folder, name));
}

internal sealed class DatabaseOptionsRules : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var faults = new List<string>();
        if (!Enum.IsDefined(options.Provider))
        {
            return ValidateOptionsResult.Fail("Database:Provider must be Sqlite, Postgres or SqlServer.");
        }

        if (options.Provider != DatabaseProvider.Sqlite && string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            faults.Add($"ConnectionStrings:Hall is required for Database:Provider={options.Provider}.");
        }

        if (ConnectionFault(options) is { } unreadable)
        {
            faults.Add($"ConnectionStrings:Hall is no connection string for {options.Provider}: {unreadable}");
        }

        if (options is { Cluster: true, Provider: DatabaseProvider.Sqlite })
        {
            faults.Add("Database:Cluster=true needs Postgres or SqlServer: SQLite serves one node only.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // The message names the keyword that is not known, never a value: there may be a password among them.
    private static string? ConnectionFault(DatabaseOptions options)
    {
        try
        {
            Read(options);
            return null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException)
        {
            return fault.Message;
        }
    }

    private static DbConnectionStringBuilder Read(DatabaseOptions options) => options.Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder(options.ConnectionString),
        DatabaseProvider.Postgres => new NpgsqlConnectionStringBuilder(options.ConnectionString),
        DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(options.ConnectionString),
    };
}
