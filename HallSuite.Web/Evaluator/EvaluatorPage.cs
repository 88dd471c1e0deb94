using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Hall;
using HallSuite.Web.Devices;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Evaluator;

/// <summary>A page of the evaluator. Each touch is answered with a redirect to the picture of the window, which says how things stand: nothing is rated twice by going back.</summary>
public abstract class EvaluatorPage : ComponentBase
{
    /// <summary>The hall's code in the address.</summary>
    [Parameter]
    public string Hall { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    /// <summary>The language that the address asks for; it stays in it.</summary>
    [SupplyParameterFromQuery(Name = "lang")]
    private string? Language { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private HallDirectory Halls { get; set; } = null!;

    [Inject]
    private GiveRating Rate { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The picture of the window.</summary>
    protected string Home => HallUrls.Evaluator(Hall, Number, Language);

    /// <summary>Rates, or asks why first; then shows the picture again. A rating that comes too late or twice needs no word: the picture shows it.</summary>
    protected async Task RateAsync(string? gradeText, string? ticketText, string? reasonText)
    {
        var next = Home;
        if (Enum.TryParse<Grade>(gradeText, out var grade) && Enum.IsDefined(grade) && Guid.TryParse(ticketText, out var ticket))
        {
            RatingReason? reason = Enum.TryParse<RatingReason>(reasonText, out var named) && Enum.IsDefined(named) ? named : null;
            if (Grades.OwesReason(grade) && reason is null)
            {
                next = HallUrls.EvaluatorWhy(Hall, Number, grade.ToString(), ticket, Language);
            }
            else
            {
                await GiveAsync(new TicketId(ticket), new RatingAnswer(grade, reason));
            }
        }

        Navigation.NavigateTo(next);
    }

    private async Task GiveAsync(TicketId ticket, RatingAnswer answer)
    {
        var device = CurrentDevice.Of(Http.User) ?? throw new InvalidOperationException("Evaluator pages are for devices; their policy lets nobody else in.");
        if ((await Halls.FindAsync(Hall, Http.RequestAborted)).TryGet(out var hall, out _))
        {
            var actor = CurrentDevice.ActorOf(device, Http.Connection.RemoteIpAddress?.ToString() ?? "");
            await Rate.ExecuteAsync(new(new RatedVisit.AtWindow(hall.Id, Number, ticket), answer), actor, Http.RequestAborted);
        }
    }
}
