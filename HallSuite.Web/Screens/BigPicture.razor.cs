using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Screens;

/// <summary>What the big screen makes of the figures.</summary>
public sealed partial class BigPicture
{
    private const int LastCalls = 4;
    private const int FloorsOnPage = 2;

    private DayShape _day = null!;
    private WaitRange? _wait;
    private List<FloorFigure[]> _floors = [];
    private int? _share;
    private List<CallLine> _calls = [];
    private bool _english;

    [Parameter, EditorRequired]
    public HallStatistics Figures { get; set; } = null!;

    /// <summary>The queue at the same time, for waits and calls.</summary>
    [Parameter, EditorRequired]
    public QueueBoard Board { get; set; } = null!;

    [Parameter, EditorRequired]
    public HallSigns Signs { get; set; } = null!;

    private string MonthName => T["Big.Month", Figures.Day.ToString(_english ? "MMM" : "%M", CultureInfo.InvariantCulture)];

    protected override void OnParametersSet()
    {
        _english = CultureInfo.CurrentUICulture.Name == Languages.English;
        _day = DayShape.Of(Figures.Ridges, ClockText.For(Figures.TimeZone, CultureInfo.CurrentUICulture).Local(Figures.At));
        _calls = [.. WallCalls.Of(Board).Take(LastCalls)];
        _wait = WaitWords.Usual(Board.Lanes);
        var (taken, served) = (Figures.Today.Tickets, Figures.Today.Served);
        _share = taken == 0 ? null : Math.Min(100, 100 * served / taken);
        _floors = PagesOf([.. Figures.Floors.Where(f => f.Windows.Count > 0)]);
    }

    /// <summary>Two floors side by side, a floor with many windows alone.</summary>
    private static List<FloorFigure[]> PagesOf(IReadOnlyList<FloorFigure> floors)
    {
        List<FloorFigure[]> pages = [];
        for (var i = 0; i < floors.Count;)
        {
            var pair = !FloorPlan.NeedsWidth(floors[i]) && i + 1 < floors.Count && !FloorPlan.NeedsWidth(floors[i + 1]);
            pages.Add(pair ? [floors[i], floors[i + 1]] : [floors[i]]);
            i += pair ? FloorsOnPage : 1;
        }

        return pages;
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string At(double fraction) => string.Create(CultureInfo.InvariantCulture, $"left:{100 * fraction:0.##}%");
}
