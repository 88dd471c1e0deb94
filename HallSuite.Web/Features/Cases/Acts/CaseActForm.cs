using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Cases.Acts;

/// <summary>
/// The form of one act on a case. It acts on the case as it was when the person began to write: a live page moves on beneath, and somebody else's act since
/// then is told, not silently taken for seen. What was typed stays in any case.
/// </summary>
public abstract class CaseActForm : FormPart
{
    [Parameter, EditorRequired]
    public CaseView View { get; set; } = null!;

    /// <summary>What an act sends along.</summary>
    protected SeenCase Seen { get; private set; }

    /// <summary>Something was written or chosen here.</summary>
    protected bool IsTouched { get; private set; }

    /// <summary>Somebody acted on the case since the person began to write.</summary>
    protected bool IsOvertaken => IsTouched && Seen != View.Seen;

    protected override string? FieldOf(Error refusal) => null;

    protected override void OnParametersSet()
    {
        if (!IsTouched || Seen.Case != View.Seen.Case)
        {
            Seen = View.Seen;
        }
    }

    protected void Touch() => IsTouched = true;

    /// <summary>Goes on with what was typed, now that the person knows what the other one did.</summary>
    protected void GoOn() => Seen = View.Seen;

    /// <summary>Runs the act; true when it went through.</summary>
    protected Task<bool> DoAsync(Func<Actor, Task<Result<CaseAnswer>>> act) => ActAsync(() => act(Actor), Done);

    private void Done(CaseAnswer answer) => (Seen, IsTouched) = (answer.Seen, false);
}
