using System.Globalization;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Screens;

/// <summary>What the queue screen shows of a board.</summary>
public sealed partial class QueuePicture
{
    private const int LanesOnPage = 8;
    private const int CallsOnPage = 5;
    private const int CallPages = 2;

    private ClockText _clock = null!;
    private List<CallLine> _calls = [];
    private List<LaneLine[]> _lanePages = [];
    private bool _manyFloors;
    private string _windowsOfFloors = "";

    [Parameter, EditorRequired]
    public QueueBoard Board { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<WindowAnswer> Windows { get; set; } = [];

    [Parameter, EditorRequired]
    public HallSigns Signs { get; set; } = null!;

    protected override void OnParametersSet()
    {
        _clock = ClockText.For(Board.TimeZone, CultureInfo.CurrentUICulture);

        _calls = [.. WallCalls.Of(Board)];
        _lanePages = [.. Board.Lanes.Chunk(LanesOnPage)];
        _manyFloors = Signs.Floors.Count > 1;
        _windowsOfFloors = _manyFloors
            ? string.Join(T["Floors.Between"], Windows.GroupBy(w => w.Floor).OrderBy(f => f.Key)
                .Select(f => T["Floors.Windows", Signs.FloorName(f.Key), WaitWords.Runs(f.Select(w => w.No), T["Floors.Comma"])].Value))
            : "";
    }

    private static bool IsLong(CallLine call) => call.Number.Length > 4 || call.Window > 99;

    private static string NameOf(LaneLine lane) => CultureInfo.CurrentUICulture.Name == Languages.English ? lane.NameEn : lane.Name;
}
