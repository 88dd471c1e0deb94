using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HallSuite.Tests.Architecture;

/// <summary>Every entity says which topics look different when it changes, or why nobody watches it (DESIGN §3).</summary>
public sealed class TopicMapTests
{
    [Fact]
    public async Task EveryEntity_HasATopicMap()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var entities = await hall.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().ToList()));

        Assert.NotEmpty(entities);
        Assert.Empty(Unmapped(entities, hall.Get<TopicMaps>().Entities));
    }

    [Fact]
    public async Task Planted_IsReported()
    {
        await using var hall = await TestHall.CreateAsync(DatabaseProvider.Sqlite);
        var entities = await hall.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().ToList()));

        Assert.Equal(["Ticket"], Unmapped(entities, [.. hall.Get<TopicMaps>().Entities.Where(e => e.Name != "Ticket")]));
    }

    private static IEnumerable<string> Unmapped(IEnumerable<IEntityType> entities, IReadOnlyCollection<Type> mapped) =>
        from entity in entities
        where !entity.IsOwned() && !entity.ClrType.IsAssignableTo(typeof(IBookkeeping)) && !mapped.Contains(entity.ClrType)
        select entity.ClrType.Name;
}
