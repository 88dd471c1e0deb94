using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>不予受理通知书 (ALL Arts. 32, 78): with the reason, the right authority where there is one, and the remedies.</summary>
/// <param name="RightAuthority">Who decides instead; empty unless this authority does not.</param>
/// <param name="BarredForAYear">Of false materials in matters of safety: no new application within a year (ALL Art. 78).</param>
public sealed record NonAcceptanceNotice(
    string Organ, CaseHead Case, NotAcceptedGround Ground, string Reason, string RightAuthority, bool BarredForAYear, Remedies Remedies) : PaperModel;

internal sealed class NonAcceptanceNoticeForm() : OfficialForm<NonAcceptanceNotice>(DocumentKind.NonAcceptance)
{
    public override PaperModel Sample => new NonAcceptanceNotice(
        SampleCase.Organ, SampleCase.Head, NotAcceptedGround.WrongAuthority, "申请的经营场所位于海西区行政区域内，由该区主管部门许可。", "青澜市海西区卫生健康局", false, SampleCase.Remedies);

    protected override OfficialPaper Write(NonAcceptanceNotice model) => new(model.Organ, Title)
    {
        Addressee = model.Case.Applicant,
        Note = model.Case.Ask(),
        Parts =
        [
            new PaperText($"{model.Case.Application()}收悉。经审查，{Ground(model)}"),
            new PaperText($"具体理由：{model.Reason}"),
            .. Further(model).Select(text => new PaperText(text)),
            new PaperText(CaseSentences.Of(model.Remedies, "本决定")),
        ],
    };

    private static string Ground(NonAcceptanceNotice model) => model.Ground switch
    {
        NotAcceptedGround.NoLicenceNeeded => $"申请事项依法不需要{(model.Case.Licence ? "取得行政许可" : "办理")}。{By(model, "第三十二条第一款第一项")}现决定不予受理。",
        NotAcceptedGround.WrongAuthority => $"申请事项依法不属于本机关职权范围。{By(model, "第三十二条第一款第二项")}现决定不予受理。",
        NotAcceptedGround.FalseMaterials => $"申请时隐瞒有关情况或者提供虚假材料。{By(model, "第七十八条")}现决定不予受理。",
    };

    private static IEnumerable<string> Further(NonAcceptanceNotice model)
    {
        if (model.RightAuthority.Length > 0)
        {
            yield return $"请向{model.RightAuthority}提出申请。";
        }

        if (model.BarredForAYear)
        {
            yield return $"该事项直接关系公共安全、人身健康、生命财产安全，根据{CaseSentences.LicensingLaw}第七十八条的规定，{model.Case.You()}在一年内不得再次申请该行政许可。";
        }
    }

    private static string By(NonAcceptanceNotice model, string article) => model.Case.Licence ? $"根据{CaseSentences.LicensingLaw}{article}的规定，" : "";
}
