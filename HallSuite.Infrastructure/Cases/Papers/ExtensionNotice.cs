using HallSuite.Domain.Documents;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>延期通知书 (ALL Art. 42): once, with the reason, approved by the head of the authority or of the government.</summary>
/// <param name="ApprovedBy">Who approved, as 本机关负责人 does by default: the document of the government under joint handling.</param>
public sealed record ExtensionNotice(
    string Organ, CaseHead Case, Handling Handling, int Days, string Reason, DateOnly AcceptedOn, DateOnly DueBefore, DateOnly DueNow, string ApprovedBy) : PaperModel;

internal sealed class ExtensionNoticeForm() : OfficialForm<ExtensionNotice>(DocumentKind.Extension)
{
    public override PaperModel Sample => new ExtensionNotice(
        SampleCase.Organ, SampleCase.Head, Handling.Single, 10, "现场核查发现的集中空调通风系统问题需要补充检测，短期内不能完成全部审查工作。",
        new(2026, 9, 28), new(2026, 10, 30), new(2026, 11, 13), "");

    public override DateOnly SampleDay => new(2026, 10, 28);

    protected override OfficialPaper Write(ExtensionNotice model) => new(model.Organ, Title)
    {
        Addressee = model.Case.Applicant,
        Note = model.Case.Ask(),
        Parts =
        [
            new PaperText($"{model.Case.Application()}，已于{PaperWords.Day(model.AcceptedOn)}受理，原办理期限至{PaperWords.Day(model.DueBefore)}。现因下列原因，不能在该期限内作出决定："),
            new PaperText(model.Reason),
            new PaperText($"{Approval(model)}，决定将办理期限延长{PaperWords.WorkingDays(model.Days)}，延长后的期限至{PaperWords.Day(model.DueNow)}。特此通知。"),
        ],
    };

    private static string Approval(ExtensionNotice model)
    {
        var joint = IsJoint(model.Handling);
        var article = model.Case.Licence ? $"根据{CaseSentences.LicensingLaw}第四十二条第{(joint ? "二" : "一")}款的规定，" : "";
        var by = joint ? "经本级人民政府负责人批准" : "经本机关负责人批准";
        return $"{article}{by}{(model.ApprovedBy.Length > 0 ? $"（{model.ApprovedBy}）" : "")}";
    }

    private static bool IsJoint(Handling handling) => handling switch
    {
        Handling.Single => false,
        Handling.Joint => true,
    };
}
