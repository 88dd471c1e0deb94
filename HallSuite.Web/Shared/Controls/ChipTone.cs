namespace HallSuite.Web.Shared.Controls;

/// <summary>What a state means to the person who looks: nothing to do, in work, done, refused or broken. Never a supervision colour.</summary>
public enum ChipTone
{
    Resting,
    InWork,
    Success,
    Danger,
}

/// <summary>The one place that gives a tone its look.</summary>
public static class ChipTones
{
    /// <summary>The variant class beside <c>chip</c>; empty for the resting look.</summary>
    public static string ClassOf(ChipTone tone) => tone switch
    {
        ChipTone.Resting => "",
        ChipTone.InWork => "chip-work",
        ChipTone.Success => "chip-success",
        ChipTone.Danger => "chip-danger",
    };
}
