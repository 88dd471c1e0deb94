using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>受理通知书 (ALL Art. 32): the application is accepted and the clock runs.</summary>
/// <param name="AcceptedOn">The day of acceptance; of one that nobody answered in time, the day of receipt.</param>
/// <param name="Deemed">Accepted by law because the five days passed in silence.</param>
/// <param name="Supplemented">The materials that were asked for are in.</param>
/// <param name="Statutory">Null for a matter without a statutory limit.</param>
/// <param name="Committed">Null for none.</param>
/// <param name="Promised">Materials that may follow (容缺受理).</param>
public sealed record AcceptanceNotice(
    string Organ, CaseHead Case, DateOnly AcceptedOn, bool Deemed, bool Supplemented, PaperLimit? Statutory, PaperLimit? Committed,
    IReadOnlyList<PromisedMaterial> Promised) : PaperModel;

/// <summary>A material that the applicant promised by a day.</summary>
public sealed record PromisedMaterial(string Name, DateOnly By);

internal sealed class AcceptanceNoticeForm() : OfficialForm<AcceptanceNotice>(DocumentKind.Acceptance)
{
    public override PaperModel Sample =>
        new AcceptanceNotice(SampleCase.Organ, SampleCase.Head, new(2026, 9, 28), false, false, SampleCase.Statutory, SampleCase.Committed, []);

    protected override OfficialPaper Write(AcceptanceNotice model) => new(model.Organ, Title)
    {
        Addressee = model.Case.Applicant,
        Note = model.Case.Ask(),
        Parts = [new PaperText(Accepted(model)), .. Limits(model), .. Promises(model)],
    };

    private static string Accepted(AcceptanceNotice model)
    {
        var (licence, day) = (model.Case.Licence, PaperWords.Day(model.AcceptedOn));
        if (model.Deemed)
        {
            return $"{model.Case.Application()}，在法定期限内未告知需要补正的内容，{(licence ? $"根据{CaseSentences.LicensingLaw}第三十二条第一款第四项的规定，" : "")}自收到申请材料之日（{day}）起即为受理。";
        }

        var found = model.Supplemented ? "已经按照要求提交全部补正材料" : model.Promised.Count > 0 ? "主要申请材料齐全、符合法定形式" : "申请材料齐全、符合法定形式";
        var article = licence && model.Promised.Count == 0 ? $"根据{CaseSentences.LicensingLaw}第三十二条第一款第五项的规定，" : "";
        return $"{model.Case.Application()}，经审查，{found}。{article}现决定自{day}起予以受理。";
    }

    private static IEnumerable<PaperPart> Limits(AcceptanceNotice model)
    {
        var limits = string.Join("，", new[]
        {
            model.Statutory is { } statutory ? $"法定办理时限为{CaseSentences.WithDue(statutory)}" : null,
            model.Committed is { } committed ? $"承诺办理时限为{CaseSentences.WithDue(committed)}" : null,
        }.OfType<string>());
        if (limits.Length > 0)
        {
            yield return new PaperText(model.Case.Licence
                ? $"本事项{limits}，自受理之日的次日起计算。依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在内，将另行书面告知（{CaseSentences.LicensingLaw}第四十五条）。"
                : $"本事项{limits}，自受理之日的次日起计算。");
        }
    }

    private static IEnumerable<PaperPart> Promises(AcceptanceNotice model) => model.Promised.Count == 0 ? [] :
    [
        new PaperText($"以下材料由{model.Case.You()}承诺补交，收齐前不颁发办理结果："),
        new PaperGrid([new("材料名称", 3), new("承诺补交日期", 1, Centred: true)], [.. model.Promised.Select(p => (string[])[p.Name, PaperWords.Day(p.By)])]),
    ];
}
