using System.Globalization;
using HallSuite.Domain.Kernel;

namespace HallSuite.Web.Features.Hall;

/// <summary>Numbers by which a hall works, each with what it means and what it is by default.</summary>
public abstract partial class PolicyForm<TPolicy> : HallEditPart<TPolicy>
{
    /// <summary>What the numbers are about, by its key in the texts.</summary>
    protected abstract string TitleKey { get; }

    protected abstract IReadOnlyList<Rule> Rules { get; }

    /// <summary>How many numbers differ from the defaults.</summary>
    private int Changed => Rules.Count(r => ValueOf(r, Draft.Wanted) != ValueOf(r, TPolicy.Default));

    protected override IEnumerable<(string Name, string Text)> Told(TPolicy form) =>
        Rules.Select(r => (T[$"Policy{r.Name}"].Value, ValueOf(r, form).ToString(CultureInfo.CurrentCulture)));

    protected override string? FieldOf(Error refusal) =>
        refusal.Code.EndsWith("-policy.out-of-range", StringComparison.Ordinal) && refusal.Arguments is [string name, ..] ? name : null;

    private static int ValueOf(Rule rule, TPolicy policy) => policy.Numbers().First(n => n.Name == rule.Name).Value;

    /// <summary>One number of the policy. Its name and meaning are <c>Policy{Name}</c> and <c>Policy{Name}Why</c> in the texts.</summary>
    protected sealed record Rule(string Name, string UnitKey, Func<TPolicy, int, TPolicy> Write);
}
