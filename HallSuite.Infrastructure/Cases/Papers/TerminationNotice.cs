using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>终止办理通知书: withdrawn by the applicant, or nothing is left to decide (DOMAIN §3, rules 2 and 12).</summary>
/// <param name="Ground">Null where the applicant withdrew.</param>
/// <param name="Reason">What happened; empty where the ground says it all.</param>
/// <param name="EndedOn">The day on which the case ended.</param>
public sealed record TerminationNotice(string Organ, CaseHead Case, TerminationGround? Ground, string Reason, DateOnly EndedOn) : PaperModel;

internal sealed class TerminationNoticeForm() : OfficialForm<TerminationNotice>(DocumentKind.Termination)
{
    public override PaperModel Sample => new TerminationNotice(
        SampleCase.Organ, SampleCase.Head, TerminationGround.SupplementOverdue, "补正材料一次性告知书（青澜卫许补〔2026〕12号）所列材料至2026年10月23日仍未提交。", new(2026, 10, 26));

    public override DateOnly SampleDay => new(2026, 10, 26);

    protected override OfficialPaper Write(TerminationNotice model) => new(model.Organ, Title)
    {
        Addressee = model.Case.Applicant,
        Note = model.Case.Ask(),
        Parts =
        [
            new PaperText($"{model.Case.Application()}，{Ground(model)}。{model.Reason}现决定自{PaperWords.Day(model.EndedOn)}起终止办理。"),
            new PaperText($"已提交的申请材料，可以凭本通知书和有效身份证件领回。需要继续办理的，{model.Case.You()}可以重新提出申请。"),
        ],
    };

    private static string Ground(TerminationNotice model) => model.Ground is { } ground ? Of(ground) : $"因{model.Case.You()}在作出决定前申请撤回";

    private static string Of(TerminationGround ground) => ground switch
    {
        TerminationGround.ObjectLost => "因申请的事项已经失去对象，无需继续审查",
        TerminationGround.ApplicantGone => "因申请人死亡、丧失行为能力或者依法终止",
        TerminationGround.SupplementOverdue => "因逾期未补正材料",
    };
}
