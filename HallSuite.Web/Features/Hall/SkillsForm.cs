using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;

namespace HallSuite.Web.Features.Hall;

/// <summary>Which lanes a window serves and in which order, as it is being written. Immutable.</summary>
public sealed class SkillsForm(IEnumerable<WindowLane> lanes) : IEquatable<SkillsForm>
{
    private readonly Dictionary<LaneId, int> ranks = lanes.ToDictionary(l => l.Lane, l => l.Rank);

    public IReadOnlyList<WindowLane> Lanes => [.. ranks.Select(r => new WindowLane(r.Key, r.Value)).OrderBy(l => l.Rank)];

    public int Count => ranks.Count;

    /// <summary>The last rank that is given; 0 when it serves nobody.</summary>
    public int LastRank => ranks.Values.DefaultIfEmpty().Max();

    /// <summary>Null where the window does not serve the lane.</summary>
    public int? RankOf(LaneId lane) => ranks.TryGetValue(lane, out var rank) ? rank : null;

    public SkillsForm With(LaneId lane, int? rank) =>
        new(Lanes.Where(l => l.Lane != lane).Concat(rank is { } given ? [new WindowLane(lane, given)] : []));

    public bool Equals(SkillsForm? other) => other is not null && Lanes.ToHashSet().SetEquals(other.Lanes);

    public override bool Equals(object? obj) => Equals(obj as SkillsForm);

    public override int GetHashCode() => Lanes.Aggregate(0, (hash, lane) => hash ^ lane.GetHashCode());
}
