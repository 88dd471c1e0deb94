using FsCheck;
using FsCheck.Fluent;
using HallSuite.Domain.Matters;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Matters;

public class DiscretionTests
{
    private static readonly Criterion[] Criteria = [.. "ABC".Select(c => new Criterion(c.ToString(), c.ToString(), ["0", "1", "2"]))];

    private static Gen<DiscretionRule> RuleGen =>
        from asked in Gen.SubListOf(Criteria)
        from options in Gen.Choose(0, 2).ArrayOf(asked.Count)
        from allows in Gen.Elements(new[] { DecisionOutcome.Approve }, new[] { DecisionOutcome.Refuse }, new[] { DecisionOutcome.Approve, DecisionOutcome.Refuse })
        select new DiscretionRule("r", [.. asked.Select((c, i) => new CriterionMark(c.Code, c.Options[options[i]]))], allows);

    private static IEnumerable<CriterionMark[]> EveryAnswer() =>
        from a in Criteria[0].Options from b in Criteria[1].Options from c in Criteria[2].Options
        select new[] { new CriterionMark("A", a), new CriterionMark("B", b), new CriterionMark("C", c) };

    [Fact]
    public void Breach_WhenARuleForbidsTheOutcome_NamesIt()
    {
        Assert.Same(NoBadPlace, Discretion.Breach(Content.Rules, [Bad, True], DecisionOutcome.Approve));
        Assert.Same(NoIdleRefusal, Discretion.Breach(Content.Rules, [Good, True], DecisionOutcome.Refuse));
    }

    [Fact]
    public void Breach_WhenNoRuleApplies_IsNone()
    {
        Assert.Null(Discretion.Breach(Content.Rules, [Good, Doubtful], DecisionOutcome.Approve));
        Assert.Null(Discretion.Breach(Content.Rules, [Good, Doubtful], DecisionOutcome.Refuse));
    }

    [Fact]
    public void Breach_OfARuleWithoutCircumstances_HoldsAlways()
    {
        var always = new DiscretionRule("总是", [], [DecisionOutcome.Approve]);
        Assert.Same(always, Discretion.Breach([always], [], DecisionOutcome.Refuse));
    }

    [Fact]
    public void Unmarked_NamesTheFirstCriterionWithoutAnswer()
    {
        Assert.Equal("C2", Discretion.Unmarked(Content.Criteria, [Good])!.Code);
        Assert.Null(Discretion.Unmarked(Content.Criteria, [True, Bad]));
    }

    /// <summary>Against the definition: no contradiction exactly when every way to answer leaves an outcome.</summary>
    [Fact]
    public void Contradiction_OfAnyRules_IsFoundExactlyWhenSomeAnswersLeaveNoOutcome() =>
        Prop.ForAll(Gen.Choose(0, 5).SelectMany(n => RuleGen.ArrayOf(n)).ToArbitrary(), rules =>
        {
            var stuck = EveryAnswer().Any(marks => Enum.GetValues<DecisionOutcome>().All(o => Discretion.Breach(rules, marks, o) is not null));
            return Discretion.Contradiction(rules) is not null == stuck;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-03-02", 36, "2029-03-01")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2026-03-01", 12, "2027-02-28")]
    public void ValidUntil_OfMonths_EndsTheDayBeforeTheSameDay(string from, int months, string until) =>
        Assert.Equal(DateOnly.Parse(until, null), new ResultRule(ResultKind.Licence, "证", months).ValidUntil(DateOnly.Parse(from, null)));

    [Fact]
    public void ValidUntil_WithoutEnd_IsNone() => Assert.Null(new ResultRule(ResultKind.Licence, "证", null).ValidUntil(Monday));
}
