using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Web.Shared;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>One hall's set-up in tabs; what is chosen stands in the address.</summary>
public sealed partial class HallPage(AdminHallQueries halls, CasePolicyQueries casePolicies, CardPolicyQueries cardPolicies) : LivePage
{
    private AdminHall? hall;
    private Error? refusal;
    private (CasePolicy Cases, CardPolicy Cards)? policies;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery(Name = "tab")]
    private string? TabWord { get; set; }

    [SupplyParameterFromQuery]
    private string? Floor { get; set; }

    [SupplyParameterFromQuery]
    private string? Lane { get; set; }

    [SupplyParameterFromQuery]
    private string? Window { get; set; }

    private HallTab Tab => HallTabs.Of(TabWord);

    protected override IEnumerable<string> Topics => hall is null ? [HallTopics.Halls] : [HallTopics.Setup(hall.Id)];

    protected override async Task ReadAsync(CancellationToken cancel)
    {
        var read = await halls.ReadAsync(Actor, Code, cancel);
        var found = read.TryGet(out var one, out var refused) ? one : null;
        var numbers = found is not null && Tab == HallTab.Policy ? await PoliciesAsync(found.Id, cancel) : null;
        (hall, refusal, policies) = (found, refused, numbers);
    }

    private async Task<(CasePolicy, CardPolicy)?> PoliciesAsync(HallId of, CancellationToken cancel) =>
        (await casePolicies.ReadAsync(Actor, of, cancel)).TryGet(out var cases, out _)
        && (await cardPolicies.ReadAsync(Actor, of, cancel)).TryGet(out var cards, out _)
            ? (cases, cards)
            : null;

    private int? CountOf(HallTab tab) => tab switch
    {
        HallTab.Lanes => hall!.Lanes.Count,
        HallTab.Windows => hall!.Windows.Count,
        HallTab.General or HallTab.Hours or HallTab.Policy => null,
    };
}
