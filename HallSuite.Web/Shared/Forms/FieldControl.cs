using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Shared.Forms;

/// <summary>A control with a label. When its refusal appears, the focus goes to it.</summary>
public abstract class FieldControl : ComponentBase
{
    private string? toldError;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Stands above; null in a table, where <see cref="SpokenLabel"/> names the control.</summary>
    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public string? SpokenLabel { get; set; }

    [Parameter]
    public bool IsOptional { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>The refusal that is about this field.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string? Class { get; set; }

    protected ElementReference Control { get; set; }

    protected string? Invalid => Error is null ? null : "true";

    protected string? DescribedBy => Error is null ? null : Field.ErrorId(Id);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var appeared = Error is not null && toldError is null;
        toldError = Error;
        if (appeared)
        {
            await Control.FocusAsync();
        }
    }
}
