namespace HallSuite.Tests.Operations.Platform.SqlServer;

/// <summary>The text checks of SQL Server are shown what they must report, and what they must leave alone.</summary>
public sealed class PlantedSqlTests
{
    private const string Two =
        """
        CREATE TABLE [Halls] ([Id] uniqueidentifier NOT NULL, [Name] nvarchar(100) NOT NULL, [Text] nvarchar(max) NULL, CONSTRAINT [PK_Halls] PRIMARY KEY ([Id]));
        GO
        CREATE TABLE [Windows] ([Id] uniqueidentifier NOT NULL, [Hall] uniqueidentifier NOT NULL, [State] nvarchar(40) NOT NULL, [Number] int NOT NULL,
          CONSTRAINT [PK_Windows] PRIMARY KEY ([Id]), CONSTRAINT [FK_Windows_Halls] FOREIGN KEY ([Hall]) REFERENCES [Halls] ([Id]) ON DELETE CASCADE);
        GO

        """;

    [Theory]
    [InlineData("CREATE INDEX [IX] ON [Windows] ([Nmber]);", "IX names Nmber, which is no column of Windows")]
    [InlineData("CREATE INDEX [IX] ON [Window] ([Number]);", "IX is on Window, which is no table")]
    [InlineData("CREATE INDEX [IX] ON [Halls] ([Text]);", "IX names Text of Halls, whose type NVarChar(max) cannot be in a key")]
    [InlineData("CREATE INDEX [IX] ON [Windows] ([Number]) WHERE [Stat] = 'Open';", "IX filters by Stat, which is no column of Windows")]
    [InlineData("CREATE INDEX [IX] ON [Windows] ([Number]) WHERE [State] = 'Open' OR [State] = 'Paused';", "line 6: Incorrect syntax near OR.")]
    [InlineData("CREATE TABLE [L] ([H] bigint, CONSTRAINT [F] FOREIGN KEY ([H]) REFERENCES [Halls] ([Id]));", "L.H is BigInt() and refers to Halls.Id, which is UniqueIdentifier()")]
    [InlineData("CREATE TABLE [L] ([H] uniqueidentifier, CONSTRAINT [F] FOREIGN KEY ([H]) REFERENCES [Hall] ([Id]));", "L refers to Hall, which is no table")]
    [InlineData("CREATE TABLE [L] ([H] uniqueidentifier, CONSTRAINT [F] FOREIGN KEY ([H]) REFERENCES [Halls] ([Key]));", "L.H refers to Halls.Key, and one of them is no column")]
    [InlineData("CREATE TABLE [L] ([K] nvarchar(500) NOT NULL, CONSTRAINT [P] PRIMARY KEY ([K]));", "P of L has 1000 bytes; 900 is the most")]
    [InlineData("CREATE TABLE [L] ([K] geography);", "L.K has no known type")]
    [InlineData(
        "CREATE TABLE [L] ([H] uniqueidentifier, [W] uniqueidentifier, CONSTRAINT [F] FOREIGN KEY ([H]) REFERENCES [Halls] ([Id]) ON DELETE CASCADE, CONSTRAINT [G] FOREIGN KEY ([W]) REFERENCES [Windows] ([Id]) ON DELETE CASCADE);",
        "a delete in Halls reaches L by two cascades")]
    public void APlantedFaultOfATable_IsReported(string more, string fault) => Assert.Equal([fault], TSqlCatalogue.Of(Two + more).Faults);

    [Fact]
    public void AStatementThatDoesNotParse_IsReported() => Assert.NotEmpty(TSqlCatalogue.Of(Two + "CREATE TABLE [L] (;").Faults);

    [Theory]
    [InlineData("SELECT [w].[Nmber] FROM [Windows] AS [w]", "no column w.Nmber")]
    [InlineData("SELECT [x].[Number] FROM [Windows] AS [w]", "no column x.Number")]
    [InlineData("SELECT 1 FROM [Window]", "no table Window")]
    [InlineData("SELECT [Nmber] FROM [Windows]", "no column Nmber")]
    [InlineData("SELECT GREATEST([Number], 1) FROM [Windows]", "no function GREATEST")]
    [InlineData("SELECT 1 FROM [Windows] AS [w] INNER JOIN [Halls] AS [h] ON [w].[Hal] = [h].[Id]", "no column w.Hal")]
    [InlineData("SELECT [d].[Number] FROM (SELECT [w].[Id] FROM [Windows] AS [w]) AS [d]", "no column d.Number")]
    [InlineData("SELECT 1 FROM [Halls] AS [h] WHERE EXISTS (SELECT 1 FROM [Windows] AS [w] WHERE [w].[Hall] = [h].[Key])", "no column h.Key")]
    [InlineData("UPDATE [w] SET [w].[Stat] = 'Open' FROM [Windows] AS [w]", "no column w.Stat")]
    [InlineData("DELETE FROM [Windows] WHERE [Nmber] = 1", "no column Nmber")]
    [InlineData("INSERT INTO [Windows] ([Id], [Nmber]) VALUES (@p0, @p1)", "no column Nmber")]
    [InlineData("SELECT [Number] FROM [Windows] ORDER BY [Nmber]", "no column Nmber")]
    public void APlantedFaultOfAStatement_IsReported(string sql, string fault) => Assert.Equal([fault], TSqlNames.FaultsOf(TSqlCatalogue.Of(Two), sql));

    [Theory]
    [InlineData("SELECT [w].[Number], COUNT(*) AS [c] FROM [Windows] AS [w] GROUP BY [w].[Number] HAVING COUNT(*) > 1 ORDER BY [c], [w].[Number] OFFSET @p ROWS FETCH NEXT @q ROWS ONLY")]
    [InlineData("SELECT 1 FROM [Windows] AS [w] WHERE [w].[Id] IN (SELECT [i].[value] FROM OPENJSON(@ids) WITH ([value] uniqueidentifier '$') AS [i])")]
    [InlineData("SELECT [d].[n] FROM (SELECT [w].[Number] AS [n], ROW_NUMBER() OVER(PARTITION BY [w].[Hall] ORDER BY [w].[Number]) AS [row] FROM [Windows] AS [w]) AS [d] WHERE [d].[row] <= 1")]
    [InlineData("SELECT 1 FROM [Halls] AS [h] OUTER APPLY (SELECT TOP(1) [w].[Number] FROM [Windows] AS [w] WHERE [w].[Hall] = [h].[Id]) AS [f] WHERE [f].[Number] > 0")]
    [InlineData("WITH [o] AS (SELECT [Hall], [Number] FROM [Windows]) SELECT [o].[Number] FROM [o]")]
    [InlineData("UPDATE [w] SET [w].[State] = 'Open' OUTPUT inserted.[Number] FROM [Windows] AS [w] WHERE DATEPART(hour, @now) = 1")]
    [InlineData("SET NOCOUNT ON; UPDATE [Windows] SET [State] = @p0 OUTPUT 1 WHERE [Id] = @p1; DELETE FROM [Windows] OUTPUT 1 WHERE [Id] = @p2;")]
    public void ASoundStatement_IsLeftAlone(string sql) => Assert.Empty(TSqlNames.FaultsOf(TSqlCatalogue.Of(Two), sql));
}
