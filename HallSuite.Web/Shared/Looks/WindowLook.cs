using HallSuite.Domain.Hall;
using HallSuite.Web.Shared.Controls;

namespace HallSuite.Web.Shared.Looks;

/// <summary>Window state → word, icon, tone; the same on staff pages and walls.</summary>
public static class WindowLook
{
    public static Look Of(WindowState state) => state switch
    {
        WindowState.Closed => new(state, IconName.Minus, ChipTone.Resting),
        WindowState.Open => new(state, IconName.Check, ChipTone.Success),
        WindowState.Paused => new(state, IconName.Pause, ChipTone.Resting),
    };
}
