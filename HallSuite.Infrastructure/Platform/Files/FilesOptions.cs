using HallSuite.Infrastructure.Platform.Persistence;
using Microsoft.Extensions.Options;

namespace HallSuite.Infrastructure.Platform.Files;

/// <summary>Section <c>Files</c>.</summary>
public sealed class FilesOptions
{
    /// <summary>Where kept files lie; empty: <c>files</c> in the data folder. Several nodes share one folder.</summary>
    public string Folder { get; set; } = "";
}

internal sealed class FilesOptionsRules(IOptions<DatabaseOptions> database) : IValidateOptions<FilesOptions>
{
    public ValidateOptionsResult Validate(string? name, FilesOptions options) => IsCluster() && options.Folder.Length == 0
        ? ValidateOptionsResult.Fail("Files:Folder is required with Database:Cluster=true: a folder that all nodes share.")
        : ValidateOptionsResult.Success;

    // SQLite refuses to be a cluster, and what is wrong with the database's own settings is told once, by itself.
    private bool IsCluster()
    {
        try
        {
            return database.Value is { Cluster: true, Provider: not DatabaseProvider.Sqlite };
        }
        catch (OptionsValidationException)
        {
            return false;
        }
    }
}
