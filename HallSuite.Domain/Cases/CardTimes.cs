using HallSuite.Domain.Calendar;

namespace HallSuite.Domain.Cases;

/// <summary>The light of a running limit; each but the first is a card (亮牌). In the order of their weight.</summary>
public enum Light
{
    None,
    Blue,
    Yellow,
    Red,
}

/// <summary>The instants of one running limit, in UTC: when it is over and when its light changes.</summary>
/// <param name="DueAt">24:00 of the last day.</param>
public readonly record struct CardTimes(DateTimeOffset DueAt, DateTimeOffset BlueAt, DateTimeOffset YellowAt, DateTimeOffset RedAt)
{
    public Light LightAt(DateTimeOffset now) =>
        now >= RedAt ? Light.Red : now >= YellowAt ? Light.Yellow : now >= BlueAt ? Light.Blue : Light.None;

    /// <summary>When the light changes next; null when it is red.</summary>
    public DateTimeOffset? NextLightAt(DateTimeOffset now) => After(LightAt(now));

    /// <summary>When the light after the given one comes on; null after red.</summary>
    public DateTimeOffset? After(Light light) => light switch
    {
        Light.None => BlueAt,
        Light.Blue => YellowAt,
        Light.Yellow => RedAt,
        Light.Red => null,
    };
}

/// <summary>Says when a limit that ends with a day is over and changes its lights. The card policy of a hall is one.</summary>
public delegate CardTimes LightRule(DateOnly due, Limit limit);
