using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>不予行政许可决定书 (ALL Art. 38): reasons, law and remedies. For matters that are no licence: 不予办理决定书.</summary>
/// <param name="Reasons">As long as they must be; a new-line begins a paragraph.</param>
/// <param name="Basis">The law whose conditions are not met.</param>
public sealed record RefusalDecision(string Organ, CaseHead Case, string Reasons, string Basis, Remedies Remedies) : PaperModel;

internal sealed class RefusalDecisionForm() : OfficialForm<RefusalDecision>(DocumentKind.Refusal)
{
    public override PaperModel Sample => new RefusalDecision(
        SampleCase.Organ, SampleCase.Head,
        "经两名工作人员现场核查，该场所未设置独立的清洗消毒间，客用杯具与清洁用具在同一水池清洗；提交的检测报告中集中空调送风细菌总数超过国家卫生标准。",
        "《公共场所卫生管理条例》第三条", SampleCase.Remedies);

    public override DateOnly SampleDay => new(2026, 10, 9);

    protected override OfficialPaper Write(RefusalDecision model) => new(model.Organ, model.Case.Licence ? Title : "不予办理决定书")
    {
        Addressee = model.Case.Applicant,
        Note = model.Case.Ask(),
        Parts =
        [
            new PaperText($"{model.Case.Application()}，经审查，不符合法定条件、标准。理由如下："),
            new PaperText(model.Reasons),
            new PaperText($"根据{Law(model)}的规定，现决定{(model.Case.Licence ? "不予行政许可" : "不予办理")}。"),
            new PaperText(CaseSentences.Of(model.Remedies, "本决定")),
        ],
    };

    private static string Law(RefusalDecision model) =>
        model.Case.Licence ? $"{model.Basis}和{CaseSentences.LicensingLaw}第三十八条第二款" : model.Basis;
}
