using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Supervision;

/// <summary>督办函: a red card's letter; it asks the department for an explanation and for rectification by a day (DOMAIN §6).</summary>
/// <param name="Department">To whom it goes.</param>
/// <param name="AnswerBy">The day by which both are in.</param>
/// <param name="CopyTo">Who else gets it; empty for nobody.</param>
public sealed record SupervisionLetter(string Organ, string Department, WatchedLimit Limit, DateOnly AnswerBy, string CopyTo) : PaperModel;

internal sealed class SupervisionLetterForm() : OfficialForm<SupervisionLetter>(DocumentKind.SupervisionLetter)
{
    public override PaperModel Sample => new SupervisionLetter(
        "青澜市政务服务中心", "青澜市卫生健康委员会",
        new("QINGLAN2026092100031", "公共场所卫生许可（新办）", ClockKind.Committed, new(2026, 9, 28), new(2026, 10, 10), -2, "周明远"), new(2026, 10, 19), "青澜市行政审批服务局");

    public override DateOnly SampleDay => new(2026, 10, 13);

    protected override OfficialPaper Write(SupervisionLetter model) => new(model.Organ, Title)
    {
        Addressee = model.Department,
        CopyTo = model.CopyTo,
        Parts =
        [
            new PaperText($"经电子监察，你单位下列办件的{LimitWords.Of(model.Limit.Clock)}已于{PaperWords.Day(model.Limit.Due)}届满，至今逾期{PaperWords.WorkingDays(Math.Max(1, -model.Limit.DaysLeft))}："),
            new PaperFacts(LimitWords.Facts(model.Limit)),
            new PaperText($"请你单位立即办理，查明逾期原因，并于{PaperWords.Day(model.AnswerBy)}前将书面说明和整改结果报送我单位。"),
            new PaperText("逾期不报送或者整改不到位的，将按照电子监察办法处理。"),
        ],
    };
}
