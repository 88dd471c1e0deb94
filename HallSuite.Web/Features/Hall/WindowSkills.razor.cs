using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Shared.Looks;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Hall;

/// <summary>Which lanes one window serves, each with its rank.</summary>
public sealed partial class WindowSkills(SetWindowLanes set) : HallEditPart<SkillsForm>
{
    [Parameter, EditorRequired]
    public WindowId Window { get; set; }

    protected override SkillsForm Saved => new(Hall.Windows.First(w => w.Id == Window).Lanes);

    protected override IReadOnlyList<string> Operations => [nameof(SetWindowLanes)];

    // As many ranks as lanes are enough to order them all; ranks given elsewhere stay to be chosen.
    private int Ranks => Math.Min(WindowLane.LowestRank, Math.Max(Hall.Lanes.Count, Math.Max(Draft.Wanted.LastRank, Draft.Seen.LastRank)));

    protected override Task<Result> SaveAsync(SkillsForm seen, SkillsForm wanted) =>
        set.ExecuteAsync(new(Hall.Id, Window, seen.Lanes, wanted.Lanes), Actor, CancellationToken.None);

    protected override IEnumerable<(string Name, string Text)> Told(SkillsForm form) =>
        Hall.Lanes.Select(l => ($"{l.Details.Prefix} {NameOf(l)}", form.RankOf(l.Id) is { } rank ? T["Rank", rank].Value : T["NotServed"].Value));

    protected override string? FieldOf(Error refusal) => null;

    private static string NameOf(AdminLane lane) => TwoNames.Of(lane.Details.Name, lane.Details.NameEn);

    private static string RankText(int? rank) => rank?.ToString(CultureInfo.InvariantCulture) ?? "";

    private void Rank(LaneId lane, ChangeEventArgs change) => Set(Draft.Wanted.With(
        lane, int.TryParse(change.Value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : null));
}
