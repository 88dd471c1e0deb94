using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Hall;

/// <summary>The numbers of the queue that a hall can set for itself, with the defaults of DOMAIN §4.</summary>
public sealed record QueuePolicy : IPolicy<QueuePolicy>
{
    public static QueuePolicy Default { get; } = new();

    /// <summary>Minutes after which a waiting ticket joins the first class, so that nobody starves.</summary>
    public int AgeingMinutes { get; init; } = 30;

    /// <summary>How often a call can be repeated.</summary>
    public int RecallLimit { get; init; } = 3;

    /// <summary>How many people go before a missed ticket that rejoins.</summary>
    public int RejoinPlaces { get; init; } = 3;

    /// <summary>How often a missed ticket may rejoin.</summary>
    public int RejoinLimit { get; init; } = 1;

    /// <summary>The turn is announced by message when this many are ahead …</summary>
    public int AnnounceAhead { get; init; } = 3;

    /// <summary>… or this many minutes remain.</summary>
    public int AnnounceMinutes { get; init; } = 10;

    /// <summary>Minutes of one service where neither the lane nor its past says otherwise.</summary>
    public int DefaultServiceMinutes { get; init; } = 8;

    /// <summary>Minutes after the close of the service day at which what is left over lapses; until then everyone waiting is served.</summary>
    public int LapseAfterMinutes { get; init; } = 120;

    /// <summary>Days after which the identity on a ticket is erased.</summary>
    public int KeepIdentityDays { get; init; } = 90;

    public IReadOnlyList<PolicyNumber> Numbers() =>
    [
        new(nameof(AgeingMinutes), AgeingMinutes, 1, 24 * 60),
        new(nameof(RecallLimit), RecallLimit, 0, 20),
        new(nameof(RejoinPlaces), RejoinPlaces, 0, 50),
        new(nameof(RejoinLimit), RejoinLimit, 0, 10),
        new(nameof(AnnounceAhead), AnnounceAhead, 0, 50),
        new(nameof(AnnounceMinutes), AnnounceMinutes, 0, 240),
        new(nameof(DefaultServiceMinutes), DefaultServiceMinutes, 1, 480),
        new(nameof(LapseAfterMinutes), LapseAfterMinutes, 0, 12 * 60),
        new(nameof(KeepIdentityDays), KeepIdentityDays, 1, 3650),
    ];

    public Result Check() => Numbers().FirstAstray() is { } astray ? HallErrors.PolicyOutOfRange(astray.Name, astray.Least, astray.Most) : Result.Ok;
}
