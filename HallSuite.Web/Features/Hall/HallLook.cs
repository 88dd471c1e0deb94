using HallSuite.Web.Shared.Controls;

namespace HallSuite.Web.Features.Hall;

/// <summary>Whether a hall is in use and open → word, icon, tone.</summary>
public static class HallLook
{
    public static string TextKey(bool active, bool open) => (active, open) switch
    {
        (true, true) => "HallOpen",
        (true, false) => "HallClosed",
        (false, _) => "HallOutOfUse",
    };

    public static IconName IconOf(bool active, bool open) => (active, open) switch
    {
        (true, true) => IconName.Check,
        (true, false) => IconName.Clock,
        (false, _) => IconName.Lock,
    };

    public static ChipTone ToneOf(bool active, bool open) => active && open ? ChipTone.Success : ChipTone.Resting;
}
