using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Shared.Looks;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Screens;

/// <summary>What the screen above a window says.</summary>
public sealed partial class WindowPicture
{
    private bool _isCalled;
    private bool _english;

    [Parameter, EditorRequired]
    public WindowBoard Board { get; set; } = null!;

    [Parameter, EditorRequired]
    public HallSigns Signs { get; set; } = null!;

    private string Word => Board.State switch
    {
        WindowState.Open => T["Window.Open"],
        WindowState.Paused => T["Window.Paused"],
        WindowState.Closed => ClosedToday ? T["Window.Ended"] : T["Window.NotYet"],
    };

    private bool ClosedToday
    {
        get
        {
            var clock = ClockText.For(Signs.TimeZone, CultureInfo.CurrentUICulture);
            return Board.StateSince is { } since && clock.Local(since).Date == clock.Local(Board.At).Date;
        }
    }

    protected override void OnParametersSet() =>
        (_isCalled, _english) = (Board.TicketState == TicketState.Called, CultureInfo.CurrentUICulture.Name == Languages.English);
}
