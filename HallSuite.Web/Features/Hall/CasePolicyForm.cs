using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>The numbers by which a hall handles cases.</summary>
public sealed class CasePolicyForm(SetCasePolicy set) : PolicyForm<CasePolicy>
{
    [Parameter, EditorRequired]
    public CasePolicy Policy { get; set; } = null!;

    protected override string TitleKey => "PolicyCases";

    protected override IReadOnlyList<Rule> Rules { get; } = [new(nameof(CasePolicy.SupplementDays), "UnitWorkingDays", (p, v) => p with { SupplementDays = v })];

    protected override CasePolicy Saved => Policy;

    protected override IReadOnlyList<string> Operations => [nameof(SetCasePolicy)];

    protected override Task<Result> SaveAsync(CasePolicy seen, CasePolicy wanted) => set.ExecuteAsync(new(Hall.Id, seen, wanted), Actor, CancellationToken.None);
}
