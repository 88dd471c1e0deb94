using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Matters;

/// <summary>
/// One version of how a matter is done (审批标准). It is written as a draft, published with its first day, and ends the day before its successor
/// begins. A published version never changes: cases are pinned to it.
/// </summary>
public sealed class Standard : IVersioned
{
    private Standard()
    {
    }

    public StandardId Id { get; private set; }

    public MatterId Matter { get; private set; }

    /// <summary>1, 2, 3 … within the matter.</summary>
    public int Number { get; private set; }

    public StandardState State { get; private set; }

    /// <summary>The first local day on which it is in force; null while a draft.</summary>
    public DateOnly? EffectiveFrom { get; private set; }

    /// <summary>The last one; null for no end yet.</summary>
    public DateOnly? EffectiveUntil { get; private set; }

    public StandardContent Content { get; private set; } = new();

    public DateTimeOffset DraftedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public long Version { get; private set; }

    /// <param name="number">One more than the highest of the matter.</param>
    public static Standard Draft(StandardId id, MatterId matter, int number, StandardContent content, DateTimeOffset now) =>
        new() { Id = id, Matter = matter, Number = number, Content = content, DraftedAt = now };

    /// <summary>Whether a case received on this local day is received under it.</summary>
    public bool IsInForceOn(DateOnly day) => EffectiveFrom <= day && (EffectiveUntil is null || day <= EffectiveUntil);

    public Result Revise(StandardContent content)
    {
        if (State != StandardState.Draft)
            return MatterErrors.StandardWrongState(State, StandardAct.Revise);
        Content = content;
        return Result.Ok;
    }

    /// <summary>Puts it in force from a day on that is not past; the version in force until then ends the day before.</summary>
    /// <param name="kind">What the matter is in law; a licence cannot be without a limit.</param>
    /// <param name="others">The other versions of the same matter, at least those whose last day is not past.</param>
    /// <param name="today">The local date.</param>
    public Result Publish(MatterKind kind, DateOnly from, IReadOnlyCollection<Standard> others, DateOnly today, DateTimeOffset now)
    {
        if (State != StandardState.Draft)
            return MatterErrors.StandardWrongState(State, StandardAct.Publish);
        if (Content.Check(kind) is { IsOk: false } incomplete)
            return incomplete.Error;
        if (from < today)
            return MatterErrors.EffectivePast(today);
        if (others.Select(o => o.EffectiveUntil).Max() is { } lastDay && lastDay >= from)
            return MatterErrors.Overlaps(lastDay);
        if (others.FirstOrDefault(o => o.State == StandardState.Published)?.Retire(from.AddDays(-1), today) is { IsOk: false } refused)
            return refused.Error;
        (State, EffectiveFrom, PublishedAt) = (StandardState.Published, from, now);
        return Result.Ok;
    }

    /// <summary>Sets the last day. It is at least the first one, and not before yesterday: what was received today was received under it.</summary>
    public Result Retire(DateOnly lastDay, DateOnly today)
    {
        if (State != StandardState.Published)
            return MatterErrors.StandardWrongState(State, StandardAct.Retire);
        var earliest = EffectiveFrom > today ? EffectiveFrom.Value : today.AddDays(-1);
        if (lastDay < earliest)
            return MatterErrors.LastDayTooEarly(earliest);
        (State, EffectiveUntil) = (StandardState.Retired, lastDay);
        return Result.Ok;
    }
}
