using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Hall;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Queueing;

/// <content>Taking in for whoever is served at the window: the matter stands in the address, the cases of the visit beside it.</content>
public partial class WindowConsole
{
    private IntakeForm? form;
    private Error? formProblem;
    private IReadOnlyList<IntakeLine> lines = [];

    [Inject]
    private IntakeQueries Intake { get; set; } = null!;

    /// <summary>The code of the matter that is taken in.</summary>
    [SupplyParameterFromQuery(Name = "matter")]
    private string? MatterCode { get; set; }

    /// <summary>Somebody is being served here by the viewer, who takes papers in.</summary>
    private bool IsTakingIn => view is { Window.Mine: true, Current.State: TicketState.Serving } && Shell?.May(Permission.TakeInCases) == true;

    private async Task ReadIntakeAsync(HallEntry hall, CancellationToken cancel)
    {
        if (!IsTakingIn)
        {
            (form, formProblem, lines) = (null, null, []);
            return;
        }

        lines = (await Intake.OfTicketAsync(Actor, hall.Id, view!.Current!.Id, cancel)).TryGet(out var ofVisit, out _) ? ofVisit : [];
        if (MatterCode is not { Length: > 0 } code)
        {
            (form, formProblem) = (null, null);
            return;
        }

        // A day that begins while papers are checked moves the limits; what is checked stays, because the panel follows the version and not the day.
        (form, formProblem) = (await Intake.ReadAsync(Actor, hall.Id, code, cancel)).TryGet(out var read, out var refused) ? (read, (Error?)null) : (null, refused);
    }
}
