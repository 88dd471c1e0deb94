using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Portal;

public partial class TicketStatus(TicketFaces faces, TicketRatingQueries ratings)
{
    private TicketPage? _page;
    private TicketRating _rating = new(null, false);
    private string _mark = "";

    [Parameter]
    public string Code { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!(await Tickets.FindAsync(Code, Http.RequestAborted)).TryGet(out var page, out _)
            || !(await ratings.FindAsync(Code, Http.RequestAborted)).TryGet(out var rating, out _))
        {
            Http.AnswerPageWith(StatusCodes.Status404NotFound);
            return;
        }

        (_page, _rating) = (page, rating);
        _mark = TicketFaces.MarkOf(await faces.DrawAsync(page, rating, Code));
    }
}
