using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>One lane: what is written about it, its place, whether it gives out tickets, and who serves it.</summary>
public sealed partial class LaneForm(EditLane edit, MoveLane move, CloseLane close, ReopenLane reopen, NavigationManager navigation) : HallEditPart<LaneDetails>
{
    private bool isAsking;

    [Parameter, EditorRequired]
    public LaneId Lane { get; set; }

    protected override LaneDetails Saved => Now.Details;

    protected override IReadOnlyList<string> Operations => [nameof(EditLane)];

    private AdminLane Now => Hall.Lanes.First(l => l.Id == Lane);

    private int Place => Hall.Lanes.TakeWhile(l => l.Id != Lane).Count() + 1;

    private List<AdminWindow> Servers => [.. Hall.Windows.Where(w => w.Lanes.Any(l => l.Lane == Lane))];

    protected override Task<Result> SaveAsync(LaneDetails seen, LaneDetails wanted) =>
        edit.ExecuteAsync(new(Hall.Id, Lane, seen, wanted), Actor, CancellationToken.None);

    protected override IEnumerable<(string Name, string Text)> Told(LaneDetails form) =>
    [
        (T["LanePrefix"], form.Prefix), (T["LaneName"], form.Name), (T["LaneNameEn"], form.NameEn),
        (T["TypicalMinutes"], form.TypicalMinutes.ToString(CultureInfo.CurrentCulture)),
    ];

    protected override string? FieldOf(Error refusal) => LaneFields.FieldOf(refusal);

    // The prefix stands in the address.
    private async Task SaveAndFollowAsync()
    {
        await SubmitAsync();
        if (IsDone)
        {
            navigation.NavigateTo(HallUrls.AdminLane(Hall.Code, Draft.Wanted.Prefix), replace: true);
        }
    }

    private Task<bool> MoveAsync(int place) => ActAsync(() => move.ExecuteAsync(new(Hall.Id, Lane, place), Actor, CancellationToken.None));

    private async Task CloseAsync()
    {
        await ActAsync(() => close.ExecuteAsync(new(Hall.Id, Lane), Actor, CancellationToken.None));
        isAsking = false;
    }

    private Task<bool> ReopenAsync() => ActAsync(() => reopen.ExecuteAsync(new(Hall.Id, Lane), Actor, CancellationToken.None));
}
