using HallSuite.Web.Shared.Controls;

namespace HallSuite.Web.Shared.Looks;

/// <summary>How a state looks: its icon and tone; its word is the text of the member in <c>Enums.resx</c>, in the reader's language.</summary>
public sealed record Look(Enum State, IconName Icon, ChipTone Tone)
{
    /// <summary>The key of the word in <c>Enums.resx</c>.</summary>
    public string TextKey => $"{State.GetType().Name}.{State}";
}
