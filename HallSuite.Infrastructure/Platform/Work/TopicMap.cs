namespace HallSuite.Infrastructure.Platform.Work;

/// <summary>
/// Says which live topics look different when an entity of one type was added, changed or removed. Each module gives one for
/// each of its entities; an entity without one fails a test, an entity that nobody watches says why.
/// </summary>
public sealed class TopicMap
{
    private readonly Func<object, IEnumerable<string>>? topics;

    private TopicMap(Type entity, Func<object, IEnumerable<string>>? topics, string? notLive) =>
        (Entity, this.topics, NotLiveBecause) = (entity, topics, notLive);

    public Type Entity { get; }

    public string? NotLiveBecause { get; }

    public static TopicMap For<TEntity>(Func<TEntity, IEnumerable<string>> topics) where TEntity : class =>
        new(typeof(TEntity), entity => topics((TEntity)entity), null);

    public static TopicMap NotLive<TEntity>(string because) where TEntity : class => new(typeof(TEntity), null, because);

    public IEnumerable<string> TopicsOf(object entity) => topics?.Invoke(entity) ?? [];
}

/// <summary>All topic maps of the installation, by entity type.</summary>
public sealed class TopicMaps(IEnumerable<TopicMap> maps)
{
    private readonly Dictionary<Type, TopicMap> byEntity = maps.ToDictionary(m => m.Entity);

    public IReadOnlyCollection<Type> Entities => byEntity.Keys;

    public IEnumerable<string> TopicsOf(object entity) =>
        byEntity.TryGetValue(entity.GetType(), out var map) ? map.TopicsOf(entity) : [];
}
