using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Supervision;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>The numbers by which the limits of a hall show their lights.</summary>
public sealed class CardPolicyForm(SetCardPolicy set) : PolicyForm<CardPolicy>
{
    [Parameter, EditorRequired]
    public CardPolicy Policy { get; set; } = null!;

    protected override string TitleKey => "PolicyCards";

    protected override IReadOnlyList<Rule> Rules { get; } =
    [
        new(nameof(CardPolicy.LongLimitDays), "UnitWorkingDays", (p, v) => p with { LongLimitDays = v }),
        new(nameof(CardPolicy.BlueDaysLeft), "UnitWorkingDays", (p, v) => p with { BlueDaysLeft = v }),
        new(nameof(CardPolicy.ShortBlueDaysLeft), "UnitWorkingDays", (p, v) => p with { ShortBlueDaysLeft = v }),
        new(nameof(CardPolicy.YellowDaysOverdue), "UnitWorkingDays", (p, v) => p with { YellowDaysOverdue = v }),
        new(nameof(CardPolicy.RedDaysOverdue), "UnitWorkingDays", (p, v) => p with { RedDaysOverdue = v }),
        new(nameof(CardPolicy.AnswerDays), "UnitWorkingDays", (p, v) => p with { AnswerDays = v }),
    ];

    protected override CardPolicy Saved => Policy;

    protected override IReadOnlyList<string> Operations => [nameof(SetCardPolicy)];

    protected override Task<Result> SaveAsync(CardPolicy seen, CardPolicy wanted) => set.ExecuteAsync(new(Hall.Id, seen, wanted), Actor, CancellationToken.None);
}
