using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Matters;

public class StandardContentTests
{
    private static Error Refused(StandardContent content, string code, MatterKind kind = MatterKind.Licence) => content.Check(kind).ShouldBeRefused(code);

    private static StandardContent With(MaterialRequirement material) => Content with { Materials = [material] };

    private static StandardContent With(params ReviewStepRule[] steps) => Content with { Steps = steps };

    private static StandardContent With(Criterion criterion) => Content with { Criteria = [criterion], Rules = [] };

    [Fact]
    public void Check_OfTheSample_Passes() => Content.Check(MatterKind.Licence).ShouldPass();

    [Theory]
    [InlineData(Handling.Single, 20)]
    [InlineData(Handling.Joint, 45)]
    public void StatutoryDays_ByLaw_AreThoseOfArticle42(Handling handling, int days) =>
        Assert.Equal(Limit.WorkingDays(days), (Content with { Handling = handling }).StatutoryDays);

    [Fact]
    public void StatutoryDays_WhenThereIsNone_AreNotZero() => Assert.Null((Content with { Statutory = StatutoryLimit.None }).StatutoryDays);

    [Fact]
    public void StatutoryDays_OfAnotherRule_KeepTheirUnit() =>
        Assert.Equal(Limit.CalendarDays(91), (Content with { Statutory = StatutoryLimit.Of(Limit.CalendarDays(91)) }).StatutoryDays);

    [Fact]
    public void Check_OfALicenceWithoutLimit_IsRefused()
    {
        var content = Content with { Statutory = StatutoryLimit.None };
        Refused(content, "standard.licence-needs-limit");
        content.Check(MatterKind.PublicService).ShouldPass();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Check_OfALimitBelowOneDay_IsRefused(int days)
    {
        Refused(Content with { Committed = Limit.WorkingDays(days) }, "calendar.limit-invalid");
        Refused(Content with { Statutory = StatutoryLimit.Of(Limit.WorkingDays(days)) }, "calendar.limit-invalid");
        Refused(With(new ReviewStepRule("S1", "审查", 1, Limit.WorkingDays(days))), "calendar.limit-invalid");
    }

    [Fact]
    public void Check_OfAnOwnLimitThatIsMissing_IsRefused()
    {
        Refused(Content with { Statutory = new StatutoryLimit(LimitBasis.OwnRule, null) }, "calendar.limit-invalid");
        Refused(Content with { Statutory = new StatutoryLimit(LimitBasis.ByLaw, Limit.WorkingDays(9)) }, "calendar.limit-invalid");
    }

    [Fact]
    public void Check_OfAPromiseLongerThanTheLaw_IsRefused() =>
        Assert.Equal([21, 20], Refused(Content with { Committed = Limit.WorkingDays(21) }, "standard.committed-longer").Arguments);

    /// <summary>Nine real matters mix the units; refused is only what is longer whatever the calendar.</summary>
    [Theory]
    [InlineData(20, LimitUnit.WorkingDays, 91, LimitUnit.CalendarDays, true)]
    [InlineData(21, LimitUnit.WorkingDays, 20, LimitUnit.CalendarDays, false)]
    [InlineData(28, LimitUnit.CalendarDays, 20, LimitUnit.WorkingDays, true)]
    [InlineData(20, LimitUnit.CalendarDays, 20, LimitUnit.CalendarDays, true)]
    [InlineData(21, LimitUnit.CalendarDays, 20, LimitUnit.CalendarDays, false)]
    public void Check_OfMixedUnits_RefusesWhatIsSurelyLonger(int committed, LimitUnit committedUnit, int statutory, LimitUnit statutoryUnit, bool passes)
    {
        var content = Content with { Committed = new Limit(committed, committedUnit), Statutory = StatutoryLimit.Of(new Limit(statutory, statutoryUnit)) };
        Assert.Equal(passes, content.Check(MatterKind.Licence).IsOk);
    }

    [Fact]
    public void Check_OfAMaterialWithoutName_IsRefused() => Refused(With(new MaterialRequirement("M1", " ", MaterialWeight.Key)), "standard.material-invalid");

    [Theory]
    [InlineData("")]
    [InlineData(" M1")]
    [InlineData("M23456789012345678901")]
    public void Check_OfAMaterialCodeThatIsNone_IsRefused(string code) => Refused(With(new MaterialRequirement(code, "表", MaterialWeight.Key)), "standard.material-invalid");

    [Fact]
    public void Check_OfTwoMaterialsWithOneCode_IsRefused() => Refused(Content with { Materials = [.. Materials, Materials[0]] }, "standard.code-twice");

    [Theory]
    [InlineData(50)]
    [InlineData(51)]
    public void Check_OfMoreThanFiftyMaterials_IsRefused(int count)
    {
        var content = Content with { Materials = [.. Enumerable.Range(1, count).Select(i => new MaterialRequirement($"M{i}", "表", MaterialWeight.Key))] };
        Assert.Equal(count <= StandardContent.MostParts ? null : "standard.too-many-parts", content.Check(MatterKind.Licence).Error?.Code);
    }

    [Theory]
    [InlineData(MaterialNeed.Always, "委托的")]
    [InlineData(MaterialNeed.InCircumstance, " ")]
    public void Check_OfACircumstanceThatDoesNotFit_IsRefused(MaterialNeed need, string circumstance) =>
        Refused(With(new MaterialRequirement("M1", "表", MaterialWeight.Key, need, circumstance)), "standard.circumstance-invalid");

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public void Check_OfCopiesOutOfRange_IsRefused(int copies) => Refused(With(new MaterialRequirement("M1", "表", MaterialWeight.Key, Copies: copies)), "standard.copies-invalid");

    [Fact]
    public void Check_OfTextsTooLong_IsRefused()
    {
        Refused(Content with { Conditions = new string('长', StandardContent.TextLength + 1) }, "matter.text-invalid");
        Refused(Content with { Basis = new string('长', StandardContent.TextLength + 1) }, "matter.text-invalid");
        var circumstance = new string('长', MaterialRequirement.NoteLength + 1);
        Refused(With(new MaterialRequirement("M1", "表", MaterialWeight.Key, MaterialNeed.InCircumstance, circumstance)), "matter.text-invalid");
        Refused(With(new MaterialRequirement("M1", "表", MaterialWeight.Key, Note: new string('长', MaterialRequirement.NoteLength + 1))), "matter.text-invalid");
    }

    [Fact]
    public void Check_WithoutSteps_PassesOnTheSpotOnly()
    {
        (Content with { Steps = [], OnTheSpot = true }).Check(MatterKind.Licence).ShouldPass();
        Refused(Content with { Steps = [], OnTheSpot = false }, "standard.steps-missing");
    }

    [Fact]
    public void Check_OfAStepWithoutNameOrCode_IsRefused()
    {
        Refused(With(new ReviewStepRule("S1", "", 1)), "standard.step-invalid");
        Refused(With(new ReviewStepRule("S1 ", "审查", 1)), "standard.step-invalid");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void Check_OfMoreThanTwentyStages_IsRefused(int count)
    {
        var content = With([.. Enumerable.Range(1, count).Select(i => new ReviewStepRule($"S{i}", "审查", i))]);
        Assert.Equal(count <= ReviewStepRule.MostStages ? null : "standard.stages-invalid", content.Check(MatterKind.Licence).Error?.Code);
    }

    [Fact]
    public void Check_OfStagesAsLongAsThePromise_Passes() =>
        With(new("S1", "审查", 1, Limit.WorkingDays(6)), new("S2", "复核", 2, Limit.WorkingDays(4))).Check(MatterKind.Licence).ShouldPass();

    [Fact]
    public void Check_OfTwoStepsWithOneCode_IsRefused() => Refused(With(new("S1", "审查", 1), new("S1", "复核", 2)), "standard.code-twice");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public void Check_OfStagesWithAGap_IsRefused(int one, int other) => Refused(With(new("S1", "审查", one), new("S2", "复核", other)), "standard.stages-invalid");

    [Fact]
    public void Check_OfStagesLongerThanThePromise_IsRefused()
    {
        var content = With(new("S1", "审查", 1, Limit.WorkingDays(6)), new("S2", "核查", 1, Limit.WorkingDays(4)), new("S3", "复核", 2, Limit.WorkingDays(5)));
        Assert.Equal([11, 10], Refused(content, "standard.steps-longer").Arguments);
    }

    [Fact]
    public void Check_OfACriterionWithOneAnswer_IsRefused()
    {
        Refused(With(new Criterion("C1", "条件", ["达标"])), "standard.criterion-invalid");
        Refused(With(new Criterion("C1", "条件", ["达标", "达标"])), "standard.criterion-invalid");
    }

    [Fact]
    public void Check_OfARuleAboutAnUnknownAnswer_IsRefused() =>
        Refused(Content with { Rules = [new("规则", [new CriterionMark("C1", "也许")], [DecisionOutcome.Approve])] }, "standard.rule-invalid");

    [Fact]
    public void Check_OfARuleWithoutName_IsRefused() => Refused(Content with { Rules = [NoBadPlace with { Name = " " }] }, "standard.rule-invalid");

    [Fact]
    public void Check_OfARuleThatAllowsNothing_IsRefused() => Refused(Content with { Rules = [new("规则", [Good], [])] }, "standard.rule-invalid");

    [Fact]
    public void Check_OfRulesThatLeaveNoOutcome_IsRefusedAndNamesBoth()
    {
        var other = new DiscretionRule("存疑的应当准予", [Doubtful], [DecisionOutcome.Approve]);
        Assert.Equal([NoBadPlace.Name, other.Name], Refused(Content with { Rules = [NoBadPlace, NoIdleRefusal, other] }, "standard.rules-contradict").Arguments);
    }

    [Fact]
    public void Check_OfACertificateWithoutName_IsRefused()
    {
        Refused(Content with { Result = new ResultRule(ResultKind.Licence, "", 36) }, "standard.result-invalid");
        Refused(Content with { Result = new ResultRule(ResultKind.None, "证", null) }, "standard.result-invalid");
        Refused(Content with { Result = new ResultRule(ResultKind.Licence, "证", 0) }, "standard.result-invalid");
    }

    [Fact]
    public void Check_OfAFeeWithoutLaw_IsRefused()
    {
        Refused(Content with { Fee = new FeeRule(true, "", "工本费 10 元") }, "standard.fee-basis-missing");
        (Content with { Fee = new FeeRule(true, "某法第五条", "工本费 10 元") }).Check(MatterKind.Licence).ShouldPass();
    }
}
