using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>A watched time limit as supervision tells it; it names no applicant.</summary>
/// <param name="Clock">Which limit.</param>
/// <param name="DaysLeft">Working days after today up to the due day; negative for days overdue.</param>
public sealed record WatchedLimit(string CaseNumber, string Matter, ClockKind Clock, DateOnly StartedOn, DateOnly Due, int DaysLeft, string InCharge);

/// <summary>催办单: a blue card's slip to the person in charge (DOMAIN §6).</summary>
/// <param name="Department">Where the case lies.</param>
public sealed record UrgingSlip(string Organ, string Department, WatchedLimit Limit) : PaperModel;

internal sealed class UrgingSlipForm() : OfficialForm<UrgingSlip>(DocumentKind.UrgingSlip)
{
    public override PaperModel Sample => new UrgingSlip(
        "青澜市政务服务中心", "青澜市卫生健康委员会", new("QINGLAN2026092100031", "公共场所卫生许可（新办）", ClockKind.Committed, new(2026, 9, 28), new(2026, 10, 10), 2, "周明远"));

    public override DateOnly SampleDay => new(2026, 10, 8);

    protected override OfficialPaper Write(UrgingSlip model) => new(model.Organ, Title)
    {
        IsLetter = false,
        Addressee = $"{model.Department}  {model.Limit.InCharge}",
        Parts =
        [
            new PaperText($"下列办件的办理期限{Left(model.Limit.DaysLeft)}，请抓紧办理，按期办结。"),
            new PaperFacts(LimitWords.Facts(model.Limit)),
            new PaperText("不能按期办结的，请在期限届满前依法办理延期手续，并说明理由。"),
            new PaperFacts([new("办理情况", "", Wide: true, Lines: 4), new("经办人", "", Lines: 2), new("反馈日期", "        年    月    日", Lines: 2)]),
        ],
    };

    private static string Left(int days) => days > 0 ? $"还剩{PaperWords.WorkingDays(days)}" : days == 0 ? "今日届满" : "已经届满";
}
