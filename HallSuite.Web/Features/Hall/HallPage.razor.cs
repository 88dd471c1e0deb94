using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>One hall's set-up in tabs; what is chosen stands in the address.</summary>
public sealed partial class HallPage(AdminHallQueries halls) : LivePage
{
    private AdminHall? hall;
    private Error? refusal;

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
        (hall, refusal) = read.TryGet(out var found, out var refused) ? (found, null) : ((AdminHall?)null, refused);
    }

    private int? CountOf(HallTab tab) => tab switch
    {
        HallTab.Lanes => hall!.Lanes.Count,
        HallTab.Windows => hall!.Windows.Count,
        HallTab.General or HallTab.Hours or HallTab.Policy => null,
    };
}
