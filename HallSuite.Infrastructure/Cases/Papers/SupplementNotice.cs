using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>补正材料一次性告知书 (ALL Art. 32): everything that is missing or faulty, told once and for all.</summary>
/// <param name="HandInBy">After this day the case is ended.</param>
/// <param name="HandInAt">Where and how.</param>
public sealed record SupplementNotice(string Organ, CaseHead Case, IReadOnlyList<AskedMaterial> Asked, DateOnly HandInBy, string HandInAt) : PaperModel;

/// <summary>A material of the standard and what has to be done about it.</summary>
public sealed record AskedMaterial(string Name, string What);

internal sealed class SupplementNoticeForm() : OfficialForm<SupplementNotice>(DocumentKind.Supplement)
{
    public override PaperModel Sample => new SupplementNotice(
        SampleCase.Organ, SampleCase.Head,
        [
            new("公共场所卫生检测或者评价报告", "未提交。需由具有检验检测资质的机构出具，报告日期距申请之日不超过一年。"),
            new("公共场所地址方位示意图、平面图和卫生设施平面布局图", "平面布局图未标明布草间和消毒间的位置、面积，请补充后重新提交。"),
        ],
        new(2026, 10, 23), "青澜市政务服务中心二楼综合窗口，或者通过青澜政务服务网上传");

    protected override OfficialPaper Write(SupplementNotice model) => new(model.Organ, Title)
    {
        Addressee = model.Case.Applicant,
        Note = model.Case.Ask(),
        Parts =
        [
            new PaperText($"{model.Case.Application()}，经审查，申请材料不齐全或者不符合法定形式。{Article(model)}现将需要补正的全部内容一次告知如下："),
            new PaperGrid([new("材料名称", 2), new("需要补正的内容", 3)], [.. model.Asked.Select(a => (string[])[a.Name, a.What])]),
            new PaperText(
                $"请于{PaperWords.Day(model.HandInBy)}前将上述材料提交至{model.HandInAt}。材料补正齐全、符合法定形式的，予以受理；逾期未补正的，终止办理，{model.Case.You()}可以重新提出申请。"),
            new PaperText("除上述内容外，不再要求补正其他材料。"),
        ],
    };

    private static string Article(SupplementNotice model) => model.Case.Licence ? $"根据{CaseSentences.LicensingLaw}第三十二条第一款第四项的规定，" : "";
}
