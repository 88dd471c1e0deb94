using HallSuite.Domain.Calendar;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>What every paper of a case says of it.</summary>
/// <param name="Number">The number of the case.</param>
/// <param name="Matter">The name of the matter.</param>
/// <param name="Licence">Whether the Administrative Licensing Law applies; other matters must not cite it.</param>
/// <param name="Applicant">The name in full, rare characters included.</param>
/// <param name="Person">A natural person is addressed as 你, everyone else as 你单位.</param>
/// <param name="Identity">The number of the identity document, masked (DOMAIN §7); of a company its credit code.</param>
/// <param name="ReceivedOn">The day on which the application was received.</param>
/// <param name="Contact">Where to ask: place and telephone number.</param>
public sealed record CaseHead(string Number, string Matter, bool Licence, string Applicant, bool Person, string Identity, DateOnly ReceivedOn, string Contact);

/// <summary>A time limit with the day on which it ends.</summary>
/// <param name="Provisional">The holidays of that year are not published yet: the day may still move.</param>
public sealed record PaperLimit(Limit Length, DateOnly Due, bool Provisional);

/// <summary>The authorities to which an applicant can turn (ALL Art. 38).</summary>
/// <param name="ReconsiderationBody">Takes applications for reconsideration.</param>
/// <param name="Court">Takes lawsuits.</param>
public sealed record Remedies(string ReconsiderationBody, string Court);

/// <summary>Sentences that several papers share.</summary>
internal static class CaseSentences
{
    public const string LicensingLaw = "《中华人民共和国行政许可法》";

    public static string You(this CaseHead head) => head.Person ? "你" : "你单位";

    /// <summary>你单位于2026年9月28日提出的“…”申请（受理编号…）</summary>
    public static string Application(this CaseHead head) => $"{head.You()}于{PaperWords.Day(head.ReceivedOn)}提出的“{head.Matter}”申请（办件编号：{head.Number}）";

    public static string Length(Limit limit) => limit.Unit switch
    {
        LimitUnit.WorkingDays => PaperWords.WorkingDays(limit.Days),
        LimitUnit.CalendarDays => $"{PaperWords.Count(limit.Days)}日",
    };

    /// <summary>二十个工作日（至2026年10月30日）</summary>
    public static string WithDue(PaperLimit limit) =>
        $"{Length(limit.Length)}（至{PaperWords.Day(limit.Due)}{(limit.Provisional ? "，该日期待国务院公布当年节假日安排后最终确定" : "")}）";

    /// <summary>Reconsideration within 60 days, lawsuit within 6 months.</summary>
    /// <param name="paper">What it is against: 本决定, 本通知.</param>
    public static string Of(Remedies remedies, string paper) =>
        $"如不服{paper}，可以自收到本文书之日起六十日内，依照《中华人民共和国行政复议法》第二十条的规定向{remedies.ReconsiderationBody}申请行政复议；也可以自收到本文书之日起六个月内，依照《中华人民共和国行政诉讼法》第四十六条的规定向{remedies.Court}提起行政诉讼。";

    public static string Ask(this CaseHead head) => $"咨询与联系：{head.Contact}";

    /// <summary>The facts that forms and slips begin with.</summary>
    public static IEnumerable<PaperFact> Facts(this CaseHead head) =>
    [
        new("办件编号", head.Number, Wide: true), new("申请事项", head.Matter, Wide: true), new("申请人", head.Applicant, Wide: true), new("证件号码", head.Identity),
        new("申请日期", PaperWords.Day(head.ReceivedOn)),
    ];
}
