using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Screens;

/// <summary>What the big screen makes of the figures.</summary>
public sealed partial class BigPicture
{
    private const int FloorsOnPage = 2;

    private DayShape _day = null!;
    private List<FloorFigure[]> _floors = [];
    private bool _english;

    [Parameter, EditorRequired]
    public HallStatistics Figures { get; set; } = null!;

    [Parameter, EditorRequired]
    public HallSigns Signs { get; set; } = null!;

    private string MonthName => T["Big.Month", Figures.Day.ToString(_english ? "MMM" : "%M", CultureInfo.InvariantCulture)];

    private IEnumerable<(Light Light, int Count)> Lights => [(Light.Blue, Figures.Cards.Blue), (Light.Yellow, Figures.Cards.Yellow), (Light.Red, Figures.Cards.Red)];

    protected override void OnParametersSet()
    {
        _english = CultureInfo.CurrentUICulture.Name == Languages.English;
        _day = DayShape.Of(Figures.Ridges, ClockText.For(Figures.TimeZone, CultureInfo.CurrentUICulture).Local(Figures.At));
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

    /// <summary>In hundredths with one decimal, cut and not rounded: 100 is said only when it is so.</summary>
    private static string Percent(double share) => (Math.Floor(share * 1000) / 10).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string At(double fraction) => string.Create(CultureInfo.InvariantCulture, $"left:{100 * fraction:0.##}%");
}
