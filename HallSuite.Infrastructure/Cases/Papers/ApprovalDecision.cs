using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>准予行政许可决定书 (ALL Art. 38). For matters that are no licence: 准予办理决定书.</summary>
/// <param name="Content">What is allowed.</param>
/// <param name="Basis">The law under which it is; empty where the standard names none.</param>
/// <param name="Certificate">The name of the certificate; empty where the decision itself is all.</param>
/// <param name="Validity">As 自…至… or 长期; empty without a certificate.</param>
/// <param name="OnTheSpot">Decided at once (ALL Art. 34).</param>
public sealed record ApprovalDecision(string Organ, CaseHead Case, string Content, string Basis, string Certificate, string Validity, bool OnTheSpot) : PaperModel;

internal sealed class ApprovalDecisionForm() : OfficialForm<ApprovalDecision>(DocumentKind.Approval)
{
    public override PaperModel Sample => new ApprovalDecision(
        SampleCase.Organ, SampleCase.Head, "在青澜市海东区听涛路 18 号经营宾馆（住宿场所）", "《公共场所卫生管理条例》第四条", "公共场所卫生许可证",
        "自2026年10月9日至2030年10月8日", false);

    public override DateOnly SampleDay => new(2026, 10, 9);

    protected override OfficialPaper Write(ApprovalDecision model) => new(model.Organ, model.Case.Licence ? Title : "准予办理决定书")
    {
        Addressee = model.Case.Applicant,
        Note = model.Case.Ask(),
        Parts =
        [
            new PaperText(Decided(model)),
            new PaperFacts(
            [
                new("准予内容", model.Content, Wide: true),
                .. model.Certificate.Length > 0 ? (PaperFact[])[new("颁发证件", model.Certificate, Wide: true), new("有效期", model.Validity, Wide: true)] : [],
            ]),
            .. HandOut(model),
        ],
    };

    private static string Decided(ApprovalDecision model)
    {
        var law = (model.Case.Licence, model.OnTheSpot) switch
        {
            (true, true) => $"{CaseSentences.LicensingLaw}第三十四条第二款、第三十八条第一款",
            (true, false) => $"{CaseSentences.LicensingLaw}第三十八条第一款",
            (false, _) => "",
        };
        var basis = string.Join("和", new[] { law, model.Basis }.Where(b => b.Length > 0));
        var under = basis.Length > 0 ? $"根据{basis}的规定，" : "";
        return $"{model.Case.Application()}，经审查，符合法定条件、标准。{under}{(model.OnTheSpot ? "现当场决定" : "现决定")}{(model.Case.Licence ? "准予行政许可" : "准予办理")}。";
    }

    private static IEnumerable<PaperPart> HandOut(ApprovalDecision model)
    {
        if (model.Certificate.Length > 0 && !model.OnTheSpot)
        {
            yield return new PaperText(model.Case.Licence
                ? $"本机关自作出本决定之日起十日内向{model.Case.You()}颁发、送达上述证件（{CaseSentences.LicensingLaw}第四十四条）。"
                : $"本机关将及时向{model.Case.You()}颁发上述证件。");
        }
    }
}
