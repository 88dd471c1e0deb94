using System.Globalization;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Shared.Forms;
using HallSuite.Web.Shared.Looks;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Cases.Issuing;

/// <summary>
/// The form of one act on a case. It sends back the case as it was seen when the form was opened. When somebody else acted since, it says who and what, keeps
/// what was typed, and does nothing until the person has looked.
/// </summary>
public abstract class ResultActForm : FormPart
{
    private SeenCase? seen;

    /// <summary>The case as it was read last.</summary>
    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    /// <summary>Called with the answer once the act is done and the page has read again.</summary>
    [Parameter]
    public EventCallback<CaseAnswer> OnDone { get; set; }

    /// <summary>Called when the person wants to go on with what somebody else left; the page then offers what is possible now.</summary>
    [Parameter]
    public EventCallback OnLook { get; set; }

    /// <summary>The act that it is for.</summary>
    protected abstract CaseAct Act { get; }

    /// <summary>What somebody else did since the form was opened; null when nothing.</summary>
    protected EventView? Overtaking => seen is { } when && View.Seen.Events > when.Events ? View.Events[^1] : null;

    /// <summary>Whether the act can be tried now.</summary>
    protected bool IsReady => Overtaking is null && View.Acts.Contains(Act);

    protected ClockText Clock => ClockText.For(View.TimeZone, CultureInfo.CurrentUICulture);

    protected override void OnParametersSet() => seen ??= View.Seen;

    /// <summary>Does the act once.</summary>
    protected async Task DoAsync(Func<SeenCase, Task<Result<CaseAnswer>>> act)
    {
        Result<CaseAnswer> answer = default;
        var done = await ActAsync(async () => answer = await act(seen!.Value), after => seen = after.Seen);
        if (done)
        {
            await OnDone.InvokeAsync(answer.Value);
        }
        else if (answer.Error?.Code == CaseErrors.ChangedElsewhere(Act, View.State).Code)
        {
            await OnSaved.InvokeAsync();
        }
    }

    /// <summary>Goes on in the knowledge of what somebody else did.</summary>
    protected async Task LookAsync()
    {
        Forget();
        seen = View.Seen;
        await OnLook.InvokeAsync();
    }
}
