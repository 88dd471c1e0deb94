using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Shared.Layout;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Cases;

/// <summary>
/// The desk that hands results out: what waits between decision and delivery, part by part, and the case that somebody came for beside the list. Part, text,
/// page and case stand in the address.
/// </summary>
public sealed partial class IssuePage : HallPage
{
    private IssueDesk? desk;
    private CaseView? chosen;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    [Inject]
    private IssueDeskQueries Desk { get; set; } = null!;

    [Inject]
    private CaseQueries Cases { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "part")]
    private string? PartName { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [SupplyParameterFromQuery(Name = "case")]
    private string? Chosen { get; set; }

    // Every case of the hall that moves moves the counts; a second is soon enough for a list.
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    protected override IEnumerable<string> Topics => Hall is null ? [] : [CaseTopics.Hall(Hall.Id), HallTopics.Setup(Hall.Id)];

    private IssueDeskPart Shown => Enum.TryParse<IssueDeskPart>(PartName, out var part) && Enum.IsDefined(part) ? part : IssueDeskPart.ToMake;

    /// <summary>The first part needs no word in the address.</summary>
    private string? PartInAddress => Shown == IssueDeskPart.ToMake ? null : Shown.ToString();

    private bool IsDelivered => Shown == IssueDeskPart.DeliveredToday;

    private bool IsFiltered => !string.IsNullOrWhiteSpace(Search);

    private string NothingWhy => Shown switch
    {
        IssueDeskPart.ToMake => T["NothingToMake"],
        IssueDeskPart.ToTell => T["NothingToTell"],
        IssueDeskPart.ToFetch => T["NothingToFetch"],
        IssueDeskPart.ToServe => T["NothingToServe"],
        IssueDeskPart.DeliveredToday => T["NothingDelivered"],
    };

    protected override string AddressIn(string hall) => HallUrls.Issue(hall, PartInAddress, Search, chosen: Chosen);

    protected override async Task<Error?> ReadHallAsync(HallEntry hall, CancellationToken cancel)
    {
        var read = await Desk.ReadAsync(Actor, new IssueDeskFilter(hall.Id, Shown, Search, After), cancel);
        var beside = Chosen is { } number && (await Cases.FindAsync(Actor, number, cancel)).TryGet(out var one, out _) && one.Hall == hall.Id ? one : null;
        (desk, chosen) = read.TryGet(out var page, out var refusal) ? (page, beside) : (null, null);
        return refusal;
    }

    private string CountOf(IssueDeskPart part) =>
        desk!.Counts[part] is var count and < IssueDesk.CountedTo ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{IssueDesk.CountedTo - 1}+";

    private string Part(IssueDeskPart part) => HallUrls.Issue(HallCode, part == IssueDeskPart.ToMake ? null : part.ToString());

    private string Here(string? number) => HallUrls.Issue(HallCode, PartInAddress, Search, After, number);

    /// <summary>What is said where no time runs: when it was handed over, told, or decided.</summary>
    private string Since(IssueDeskRow row) =>
        row.EndedAt is { } ended ? T["SinceDelivered", Clock.Past(ended, desk!.At), row.Way is { } way ? Words.Of(way) : ""]
        : row.ReadyAt is { } ready ? T["SinceTold", Clock.Past(ready, desk!.At)]
        : row.DecidedDay is { } decided ? T["SinceDecided", DayText.Short(decided)]
        : "";

    private void Find(ChangeEventArgs change) => Navigation.NavigateTo(HallUrls.Issue(HallCode, PartInAddress, change.Value?.ToString()?.Trim()));
}
