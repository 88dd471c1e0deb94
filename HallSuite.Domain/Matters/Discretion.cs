namespace HallSuite.Domain.Matters;

/// <summary>One question that the reviewer answers (裁量标准) and the answers that there are.</summary>
public sealed record Criterion(string Code, string Name, IReadOnlyList<string> Options)
{
    public const int CodeLength = 20;
    public const int NameLength = 200;
    public const int OptionLength = 100;
}

/// <summary>How one criterion was answered, or is answered in the circumstances of a rule.</summary>
public sealed record CriterionMark(string Criterion, string Option);

/// <summary>What may be decided when all of <paramref name="When"/> are marked; no circumstances mean always.</summary>
public sealed record DiscretionRule(string Name, IReadOnlyList<CriterionMark> When, IReadOnlyList<DecisionOutcome> Allows)
{
    public const int NameLength = 200;

    public bool AppliesTo(IReadOnlyCollection<CriterionMark> marks) => When.All(marks.Contains);

    /// <summary>Whether some case could fall under both rules.</summary>
    internal bool CanMeet(DiscretionRule other) =>
        When.All(own => other.When.All(theirs => theirs.Criterion != own.Criterion || theirs.Option == own.Option));
}

/// <summary>The criteria and rules of a standard, which bind the decision (DOMAIN §3, rule 9).</summary>
public static class Discretion
{
    /// <summary>The first rule that forbids the outcome, or null when none does.</summary>
    public static DiscretionRule? Breach(IEnumerable<DiscretionRule> rules, IReadOnlyCollection<CriterionMark> marks, DecisionOutcome outcome) =>
        rules.FirstOrDefault(r => r.AppliesTo(marks) && !r.Allows.Contains(outcome));

    /// <summary>The first criterion without a mark, or null when all are marked.</summary>
    public static Criterion? Unmarked(IEnumerable<Criterion> criteria, IReadOnlyCollection<CriterionMark> marks) =>
        criteria.FirstOrDefault(c => marks.All(m => m.Criterion != c.Code));

    /// <summary>Whether the mark answers a criterion with one of its options.</summary>
    public static bool IsKnown(IEnumerable<Criterion> criteria, CriterionMark mark) =>
        criteria.Any(c => c.Code == mark.Criterion && c.Options.Contains(mark.Option));

    /// <summary>Two rules under which some case could neither be approved nor refused, or null.</summary>
    public static (DiscretionRule One, DiscretionRule Other)? Contradiction(IReadOnlyList<DiscretionRule> rules)
    {
        // There are only two outcomes, so where no outcome is left, two of the rules suffice to leave none.
        for (var i = 0; i < rules.Count; i++)
        {
            for (var j = i + 1; j < rules.Count; j++)
            {
                if (rules[i].CanMeet(rules[j]) && !rules[i].Allows.Intersect(rules[j].Allows).Any())
                    return (rules[i], rules[j]);
            }
        }

        return null;
    }
}
