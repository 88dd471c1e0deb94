using HallSuite.Domain.Kernel;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Shared.Forms;

/// <summary>
/// A part of a page in which a person does one thing at a time: a second press while it runs does nothing, and a refusal stands at the
/// field that it is about, or at the foot.
/// </summary>
public abstract class FormPart : ComponentBase
{
    private Error? refusal;

    [Inject]
    private ErrorTexts Errors { get; set; } = null!;

    /// <summary>Who acts.</summary>
    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = null!;

    /// <summary>Called when something was saved, so that the page reads again.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    protected bool IsBusy { get; private set; }

    /// <summary>Whether the last act went through and nothing was done since.</summary>
    protected bool IsDone { get; private set; }

    /// <summary>Before the circuit is there nobody hears what is typed.</summary>
    protected bool IsDeaf => !RendererInfo.IsInteractive;

    /// <summary>The field that a refusal is about, by its code and arguments; null for the whole form.</summary>
    protected abstract string? FieldOf(Error refusal);

    /// <summary>The refusal at a field.</summary>
    protected string? ErrorAt(string field) => refusal is not null && FieldOf(refusal) == field ? Errors.Of(refusal) : null;

    /// <summary>The refusal that is about no field.</summary>
    protected string? ErrorOfAll => refusal is not null && FieldOf(refusal) is null ? Errors.Of(refusal) : null;

    protected string? CodeOfAll => refusal?.Code;

    /// <summary>Runs an act; true when it went through.</summary>
    /// <param name="whenDone">What follows here before the page reads again.</param>
    protected async Task<bool> ActAsync(Func<Task<Result>> act, Action? whenDone = null)
    {
        if (IsBusy)
        {
            return false;
        }

        (IsBusy, IsDone, refusal) = (true, false, null);
        Error? refused;
        try
        {
            refusal = refused = (await act()).Error;
            IsDone = refused is null;
            if (refused is null)
            {
                whenDone?.Invoke();
            }
        }
        finally
        {
            IsBusy = false;
        }

        if (refused is null || refused.Code == WorkErrors.ChangedElsewhere.Code)
        {
            await OnSaved.InvokeAsync();
        }

        // While the page was read anew somebody may have gone on writing; that does not undo what went through.
        return refused is null;
    }

    /// <summary>Runs an act that answers something; true when it went through.</summary>
    protected async Task<bool> ActAsync<TAnswer>(Func<Task<Result<TAnswer>>> act, Action<TAnswer>? whenDone = null)
    {
        Result<TAnswer> answer = default;
        return await ActAsync(
            async () => (answer = await act()).Error is { } refused ? refused : Result.Ok,
            () => whenDone?.Invoke(answer.Value));
    }

    /// <summary>Forgets the last answer: something else is shown or written now.</summary>
    protected void Forget() => (refusal, IsDone) = (null, false);
}
