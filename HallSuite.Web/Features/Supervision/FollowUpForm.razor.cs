using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Supervision;

/// <summary>What a supervisor does about the card that is on now. A live refresh leaves alone what is being typed.</summary>
public sealed partial class FollowUpForm(LogPhoneCall log, SendUrgingSlip urge, SendSupervisionLetter ask) : FormPart
{
    private string with = "";
    private string promise = "";
    private DateOnly by;

    [Parameter, EditorRequired]
    public SupervisedCard Card { get; set; } = null!;

    /// <summary>The day that a letter asks for unless another is chosen.</summary>
    [Parameter, EditorRequired]
    public DateOnly AnswerBy { get; set; }

    protected override void OnInitialized() => by = AnswerBy;

    protected override string? FieldOf(Error refusal)
    {
        var code = refusal.Code;
        return code == SupervisionErrors.CallWithoutPerson(0).Code ? "call-with"
            : code == SupervisionErrors.CallWithoutPromise(0).Code ? "call-promise"
            : code == SupervisionErrors.AnswerByOutOfRange(default, default).Code ? "answer-by" : null;
    }

    private async Task LogAsync() => await ActAsync(() => log.ExecuteAsync(new(Card.Id, with, promise), Actor, CancellationToken.None));

    private async Task SendLetterAsync() => await ActAsync(() => ask.ExecuteAsync(new(Card.Id, by), Actor, CancellationToken.None));

    private async Task SendSlipAsync() => await ActAsync(() => urge.ExecuteAsync(new(Card.Id), Actor, CancellationToken.None));
}
