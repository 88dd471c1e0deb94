using System.Globalization;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
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
        WindowState.Closed => T["Window.Closed"],
    };

    protected override void OnParametersSet() =>
        (_isCalled, _english) = (Board.TicketState == TicketState.Called, CultureInfo.CurrentUICulture.Name == Languages.English);
}
