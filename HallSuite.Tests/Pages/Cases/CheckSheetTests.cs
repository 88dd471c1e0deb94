using HallSuite.Domain.Cases;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Web.Features.Cases;

namespace HallSuite.Tests.Pages.Cases;

public sealed class CheckSheetTests
{
    private const int Form = 0, Identity = 1, Plan = 2, Mandate = 3;

    private static readonly DateOnly Day = new(2026, 9, 28);

    [Fact]
    public void Outcome_BeforeAllIsJudged_IsUnfinished()
    {
        var sheet = Sheet((Form, Judgement.Sound), (Identity, Judgement.Sound));

        Assert.Equal((CheckOutcome.Unfinished, 2), (sheet.Outcome, sheet.Unsaid));
    }

    [Fact]
    public void Outcome_WithAFaultThatIsNotSaid_IsUnfinished()
    {
        var sheet = Sheet((Form, Judgement.Faulty), (Identity, Judgement.Sound), (Plan, Judgement.Sound), (Mandate, Judgement.NotNeeded));
        Assert.Equal(CheckOutcome.Unfinished, sheet.Outcome);

        sheet.Rows[Form].Note = "缺签字";

        Assert.Equal(CheckOutcome.Lacking, sheet.Outcome);
    }

    [Fact]
    public void Outcome_WithAPromise_IsTolerableOnceItsDayIsSaid()
    {
        var sheet = Sheet((Form, Judgement.Sound), (Identity, Judgement.Sound), (Plan, Judgement.Promised), (Mandate, Judgement.NotNeeded));
        Assert.Equal(CheckOutcome.Unfinished, sheet.Outcome);

        sheet.Rows[Plan].PromisedBy = Day;

        Assert.Equal(CheckOutcome.Tolerable, sheet.Outcome);
        Assert.Equal([new MaterialPromise(Standards.Plan, Day)], sheet.Promises);
        Assert.Equal(MaterialFinding.Missing, sheet.Findings[Plan].What);
    }

    [Fact]
    public void Outcome_WithEverythingInOrder_IsComplete() =>
        Assert.Equal(CheckOutcome.Complete, Sheet((Form, Judgement.Sound), (Identity, Judgement.Sound), (Plan, Judgement.Sound), (Mandate, Judgement.NotNeeded)).Outcome);

    [Fact]
    public void OnlyASecondaryMaterial_CanFollow_AndOnlyOneForACircumstance_IsNotNeeded()
    {
        var sheet = new CheckSheet(Standards.Materials);

        Assert.False(sheet.Rows[Form].Allows(Judgement.Promised));
        Assert.True(sheet.Rows[Plan].Allows(Judgement.Promised));
        Assert.DoesNotContain(Judgement.NotNeeded, sheet.Rows[Plan].Choices(mayPromise: true));
        Assert.Contains(Judgement.NotNeeded, sheet.Rows[Mandate].Choices(mayPromise: true));
        Assert.DoesNotContain(Judgement.Promised, sheet.Rows[Plan].Choices(mayPromise: false));
    }

    [Fact]
    public void Judge_GoesOnToTheNextUnjudged_ButStaysWhereSomethingMustBeSaid()
    {
        var sheet = new CheckSheet(Standards.Materials);

        sheet.Judge(Form, Judgement.Sound);
        Assert.Equal(Identity, sheet.Current);
        sheet.Judge(Identity, Judgement.Faulty);
        Assert.Equal(Identity, sheet.Current);
    }

    [Fact]
    public void ANotice_AsksForEverythingThatLacks()
    {
        var sheet = Sheet((Form, Judgement.Faulty), (Identity, Judgement.Missing), (Plan, Judgement.Sound), (Mandate, Judgement.NotNeeded));
        sheet.Rows[Form].Note = " 缺签字 ";

        Assert.Equal([new SupplementItem(Standards.Form, "缺签字"), new SupplementItem(Standards.Identity, "请提交身份证明。")], sheet.Items(name => $"请提交{name}。"));
    }

    private static CheckSheet Sheet(params (int Row, Judgement What)[] judged)
    {
        var sheet = new CheckSheet(Standards.Materials);
        foreach (var (row, what) in judged)
        {
            sheet.Judge(row, what);
        }

        return sheet;
    }
}
