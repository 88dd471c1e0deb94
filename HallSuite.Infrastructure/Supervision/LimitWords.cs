using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>How a watched limit reads on slips and letters.</summary>
internal static class LimitWords
{
    public static IReadOnlyList<PaperFact> Facts(WatchedLimit limit) =>
    [
        new("办件编号", limit.CaseNumber, Wide: true), new("申请事项", limit.Matter, Wide: true), new("办理期限", Of(limit.Clock)), new("责任人", limit.InCharge),
        new("起算日期", PaperWords.Day(limit.StartedOn)), new("截止日期", PaperWords.Day(limit.Due)),
    ];

    public static string Of(ClockKind clock) => clock switch
    {
        ClockKind.Acceptance => "受理期限",
        ClockKind.Supplement => "补正期限",
        ClockKind.Committed => "承诺办理期限",
        ClockKind.Decision => "法定办理期限",
        ClockKind.Step => "审查环节期限",
        ClockKind.Issue => "颁发送达期限",
    };
}
