namespace HallSuite.Web.Shared;

/// <summary>
/// Keeps one press from becoming two acts: while an act runs nothing else begins, and the same act begins again only after
/// <see cref="SameActWithin"/>, so that a double click or a bouncing key acts once. Belongs to one page.
/// </summary>
public sealed class ActGuard(TimeProvider time)
{
    /// <summary>Presses of the same key within this time are one (DESIGN-LANGUAGE §5).</summary>
    public static readonly TimeSpan SameActWithin = TimeSpan.FromMilliseconds(600);

    private string? last;
    private long lastBegan;

    /// <summary>The act that runs; null when the page is free.</summary>
    public string? Running { get; private set; }

    /// <summary>Whether the act may begin; if so it runs until <see cref="End"/>.</summary>
    public bool TryBegin(string act)
    {
        if (Running is not null || (last == act && time.GetElapsedTime(lastBegan) < SameActWithin))
        {
            return false;
        }

        (Running, last, lastBegan) = (act, act, time.GetTimestamp());
        return true;
    }

    public void End() => Running = null;
}
