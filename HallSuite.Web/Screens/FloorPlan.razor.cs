using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Infrastructure.Statistics;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Screens;

/// <summary>Where the windows of a floor stand on the big screen.</summary>
public sealed partial class FloorPlan
{
    private const int MostInRing = 12;
    private const int MostInHalf = 21;
    private const int SideWindows = 3;
    private const int DotsInRow = 10;
    private const int DotRows = 4;

    private bool _isRing;
    private string[] _words = [];

    [Parameter, EditorRequired]
    public FloorFigure Floor { get; set; } = null!;

    /// <summary>It has the place of two floors.</summary>
    [Parameter]
    public bool Wide { get; set; }

    /// <summary>Whether a floor has too many windows for half the width.</summary>
    internal static bool NeedsWidth(FloorFigure floor) => floor.Windows.Count > MostInHalf;

    protected override void OnParametersSet() => (_isRing, _words) = (Floor.Windows.Count <= MostInRing, T["Big.FloorWaiting"].Value.Split("{0}"));

    /// <summary>As one walks through a hall: up the left side, along the back, down the right side.</summary>
    private string PlaceOf(int index)
    {
        var count = Floor.Windows.Count;
        var side = Math.Min(SideWindows, (count - 1) / 3);
        var back = count - 2 * side;
        var (row, column) = index < side ? (SideWindows + 1 - index, 1) : index < side + back ? (1, 2 + index - side) : (2 + index - side - back, 7);
        return string.Create(CultureInfo.InvariantCulture, $"grid-area:{row}/{column}");
    }

    private static string ClassOf(WindowFigure window) => window.Number is not null ? "is-busy" : window.State switch
    {
        WindowState.Open => "is-free",
        WindowState.Closed or WindowState.Paused => "is-idle",
    };
}
