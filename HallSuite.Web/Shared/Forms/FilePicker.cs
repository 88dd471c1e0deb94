using Microsoft.AspNetCore.Components.Forms;

namespace HallSuite.Web.Shared.Forms;

/// <summary>
/// Lets a file be chosen once the page hears of it. The framework's input is there a round trip before its script listens; a file chosen in between would
/// be lost without a word, so until then it is disabled.
/// </summary>
public sealed class FilePicker : InputFile
{
    private IDictionary<string, object>? asked;
    private bool hears;

    protected override void OnParametersSet()
    {
        asked = AdditionalAttributes;
        if (!hears)
        {
            AdditionalAttributes = new Dictionary<string, object>(asked ?? new Dictionary<string, object>()) { ["disabled"] = true };
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender)
        {
            hears = true;
            AdditionalAttributes = asked;
            StateHasChanged();
        }
    }
}
