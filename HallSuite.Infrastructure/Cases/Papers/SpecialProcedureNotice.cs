using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;

namespace HallSuite.Infrastructure.Cases.Papers;

/// <summary>特别程序告知书 (ALL Art. 45): how long a hearing, a test or a review takes that the limit does not count.</summary>
/// <param name="From">The day of suspension; the days after it are not counted.</param>
/// <param name="Days">Working days that it takes.</param>
/// <param name="Until">The day that follows from them.</param>
public sealed record SpecialProcedureNotice(string Organ, CaseHead Case, SpecialProcedure Procedure, DateOnly From, int Days, DateOnly Until, string Reason) : PaperModel;

internal sealed class SpecialProcedureNoticeForm() : OfficialForm<SpecialProcedureNotice>(DocumentKind.SpecialProcedure)
{
    public override PaperModel Sample => new SpecialProcedureNotice(
        SampleCase.Organ, SampleCase.Head, SpecialProcedure.Testing, new(2026, 10, 12), 10, new(2026, 10, 26), "集中空调通风系统的卫生质量需要由检测机构现场采样检测。");

    public override DateOnly SampleDay => new(2026, 10, 12);

    protected override OfficialPaper Write(SpecialProcedureNotice model) => new(model.Organ, Title)
    {
        Addressee = model.Case.Applicant,
        Note = model.Case.Ask(),
        Parts =
        [
            new PaperText($"{model.Case.Application()}，在审查中依法需要进行{Of(model.Procedure)}。理由如下："),
            new PaperText(model.Reason),
            new PaperText(
                $"{Of(model.Procedure)}自{PaperWords.Day(model.From)}开始，所需时间为{PaperWords.WorkingDays(model.Days)}，预计至{PaperWords.Day(model.Until)}结束。"
                + $"{(model.Case.Licence ? $"根据{CaseSentences.LicensingLaw}第四十五条的规定，" : "")}上述时间不计算在办理期限内；结果提前取得的，办理期限自取得之日的次日起继续计算。特此告知。"),
        ],
    };

    private static string Of(SpecialProcedure procedure) => procedure switch
    {
        SpecialProcedure.Hearing => "听证",
        SpecialProcedure.Bidding => "招标",
        SpecialProcedure.Auction => "拍卖",
        SpecialProcedure.Inspection => "检验",
        SpecialProcedure.Testing => "检测",
        SpecialProcedure.Quarantine => "检疫",
        SpecialProcedure.Appraisal => "鉴定",
        SpecialProcedure.ExpertReview => "专家评审",
    };
}
