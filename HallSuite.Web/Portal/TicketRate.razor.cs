using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Web.Api;
using HallSuite.Web.Shared;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Portal;

/// <summary>The visitor rates a service on the page of the own ticket.</summary>
public partial class TicketRate(
    TicketPageQueries tickets, TicketRatingQueries ratings, GiveRating rate, NavigationManager navigation, ErrorTexts errors)
{
    private TicketPage? _page;
    private TicketRating? _rating;
    private string? _refusal;

    [Parameter]
    public string Code { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "rate", Name = "grade")]
    private Grade? Grade { get; set; }

    [SupplyParameterFromForm(FormName = "rate", Name = "reason")]
    private RatingReason? Reason { get; set; }

    [SupplyParameterFromForm(FormName = "rate", Name = "comment")]
    private string? Comment { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task RateAsync()
    {
        if (Grade is not { } grade || !Enum.IsDefined(grade))
        {
            Refuse(RequestErrors.FieldInvalid("grade"));
            return;
        }

        // Somebody who thought better of it leaves a reason behind that is not shown any more.
        var answer = new RatingAnswer(grade, Grades.OwesReason(grade) ? Reason : null, Comment);
        var given = await rate.ExecuteAsync(
            new(new RatedVisit.OfCode(Code), answer), Actor.Visitor(Http.Connection.RemoteIpAddress?.ToString() ?? ""), Http.RequestAborted);
        if (given.IsOk || _rating?.Given is not null)
        {
            navigation.NavigateTo(HallUrls.Ticket(Code)); // pressed twice is done once
            return;
        }

        Refuse(given.Error);
        await ReadAsync();
    }

    private void Refuse(Error refusal)
    {
        _refusal = errors.Of(refusal);
        Http.AnswerPageWith(Problems.StatusOf(refusal));
    }

    private async Task ReadAsync()
    {
        _page = (await tickets.FindAsync(Code, Http.RequestAborted)).TryGet(out var page, out _) ? page : null;
        _rating = (await ratings.FindAsync(Code, Http.RequestAborted)).TryGet(out var rating, out _) ? rating : null;
        if (_page is null)
        {
            Http.AnswerPageWith(StatusCodes.Status404NotFound);
        }
    }
}
