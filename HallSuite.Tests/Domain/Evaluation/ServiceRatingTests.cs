using System.Globalization;
using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Tests.Domain.Queueing;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Queueing.Tickets;

namespace HallSuite.Tests.Domain.Evaluation;

/// <summary>Who may rate what, when, and what a low grade owes.</summary>
public sealed class ServiceRatingTests
{
    private static readonly Actor Visitor = Actor.Visitor("203.0.113.7");
    private static readonly StaffId Clerk = new(Id(7));

    private static Result<ServiceRating> Give(
        Ticket ticket, Grade grade = Grade.Satisfied, RatingReason? reason = null, string? comment = null, Actor? who = null, bool isRated = false, bool isOpen = true) =>
        ServiceRating.Give(ticket, new RatingAnswer(grade, reason, comment), RatingChannel.TicketPage, who ?? Visitor, isRated, isOpen, At(20));

    [Fact]
    public void Give_OfAServedTicket_KeepsWhereAndByWhom()
    {
        var ticket = In(TicketState.Called);
        ticket.Serve(At(11), Clerk).ShouldPass();
        ticket.Finish(At(16)).ShouldPass();

        var rating = Give(ticket, Grade.VerySatisfied, comment: "  很快。\r\n谢谢  ").ShouldPass();

        Assert.Equal((ticket.Id, Tickets.Hall, One, LaneA, (StaffId?)Clerk), (rating.Ticket, rating.Hall, rating.Window, rating.Lane, rating.Clerk));
        Assert.Equal((new DateOnly(2026, 9, 28), Grade.VerySatisfied, "很快。\n谢谢", At(20)), (rating.Day, rating.Grade, rating.Comment, rating.At));
    }

    [Theory]
    [InlineData(TicketState.Waiting, false)]
    [InlineData(TicketState.Called, false)]
    [InlineData(TicketState.Missed, false)]
    [InlineData(TicketState.Cancelled, false)]
    [InlineData(TicketState.Lapsed, false)]
    [InlineData(TicketState.Serving, true)]
    [InlineData(TicketState.Held, true)]
    [InlineData(TicketState.Served, true)]
    public void Give_BeforeServiceBegan_IsRefused(TicketState state, bool passes)
    {
        if (passes)
            Give(In(state)).ShouldPass();
        else
            Give(In(state)).ShouldBeRefused("rating.not-served");
    }

    [Fact]
    public void Give_OfAServiceThatNobodyFinished_Passes()
    {
        var ticket = In(TicketState.Serving);
        ticket.Lapse(At(600)).ShouldPass();

        Give(ticket).ShouldPass();
    }

    [Fact]
    public void Give_AfterATransfer_IsRefusedUntilTheNextServiceBegins()
    {
        var ticket = In(TicketState.Serving);
        ticket.Transfer(LaneB, null, At(15)).ShouldPass();
        Give(ticket).ShouldBeRefused("rating.not-served");

        ticket.Call(Two, 2, At(20)).ShouldPass();
        ticket.Serve(At(21), Clerk).ShouldPass();

        var rating = Give(ticket).ShouldPass();
        Assert.Equal((Two, LaneB, (StaffId?)Clerk), (rating.Window, rating.Lane, rating.Clerk));
    }

    [Fact]
    public void Give_WhenOneWasGiven_IsRefused() => Give(In(TicketState.Served), isRated: true).ShouldBeRefused("rating.already-given");

    [Fact]
    public void Give_AfterTheServiceDay_IsRefused() => Give(In(TicketState.Served), isOpen: false).ShouldBeRefused("rating.too-late");

    [Fact]
    public void Give_ByStaff_IsRefused() => Give(In(TicketState.Served), who: Actor.Staff(Clerk, "192.0.2.7")).ShouldBeRefused("rating.by-staff");

    [Theory]
    [InlineData(Grade.Dissatisfied)]
    [InlineData(Grade.VeryDissatisfied)]
    public void Give_ALowGrade_OwesAReasonOrAComment(Grade grade)
    {
        Give(In(TicketState.Served), grade).ShouldBeRefused("rating.reason-missing");
        Give(In(TicketState.Served), grade, comment: " \n ").ShouldBeRefused("rating.reason-missing");
        Give(In(TicketState.Served), grade, RatingReason.LongWait).ShouldPass();
        Give(In(TicketState.Served), grade, comment: "等了两小时。").ShouldPass();
    }

    [Theory]
    [InlineData(Grade.VerySatisfied)]
    [InlineData(Grade.Satisfied)]
    [InlineData(Grade.FairlySatisfied)]
    public void Give_AGoodGrade_IsNotAskedWhatWasWrong(Grade grade)
    {
        Give(In(TicketState.Served), grade, RatingReason.Manner).ShouldBeRefused("rating.reason-unasked");
        Give(In(TicketState.Served), grade).ShouldPass();
    }

    [Fact]
    public void Give_WithACommentThatIsTooLongOrNotPlain_IsRefused()
    {
        Give(In(TicketState.Served), comment: new string('好', ServiceRating.CommentLength)).ShouldPass();
        Give(In(TicketState.Served), comment: new string('好', ServiceRating.CommentLength + 1)).ShouldBeRefused("rating.comment-invalid");
        Give(In(TicketState.Served), comment: "a\u0007b").ShouldBeRefused("rating.comment-invalid");
    }

    [Fact]
    public void AnAnswer_InALog_KeepsItsCommentToItself() => Assert.Equal("Dissatisfied Manner", new RatingAnswer(Grade.Dissatisfied, RatingReason.Manner, "秘密").ToString());

    [Theory]
    [InlineData("2026-09-28", "2026-09-27", true)]
    [InlineData("2026-09-28", "2026-09-28", true)] // closed at five, and the evening is still of the day
    [InlineData("2026-09-29", "2026-09-28", false)]
    [InlineData("2026-09-29", "2026-09-27", true)] // an opening that passed midnight
    public void Rating_IsOpenUntilTheEndOfTheServiceDay(string today, string lastDayOver, bool isOpen) =>
        Assert.Equal(isOpen, RatingPolicy.IsOpen(new(2026, 9, 28), DateOnly.Parse(today, CultureInfo.InvariantCulture), DateOnly.Parse(lastDayOver, CultureInfo.InvariantCulture)));

    [Fact]
    public void Counts_GiveTheShareOfTheUpperThreeGrades_AndTheAverage()
    {
        var counts = new RatingCounts(5, 2, 1, 1, 1);

        Assert.Equal((10, 0.8, 3.9), (counts.Total, counts.Share, counts.Average));
        Assert.Equal(((double?)null, (double?)null), (RatingCounts.None.Share, RatingCounts.None.Average));
        Assert.All(Enum.GetValues<Grade>(), g => Assert.Equal(Grades.IsSatisfied(g) ? 1 : 0, RatingCounts.One(g).Share));
        Assert.All(Enum.GetValues<Grade>(), g => Assert.Equal(Grades.PointsOf(g), RatingCounts.One(g).Average));
    }

    [Fact]
    public void ADay_AddsUp_AndARecountTellsWhatDiffered()
    {
        var day = DailyRatings.Begin(Tickets.Hall, new(2026, 9, 28), One);
        foreach (var grade in Enum.GetValues<Grade>())
            day.Count(grade);
        Assert.Equal(new RatingCounts(1, 1, 1, 1, 1), day.Counts);

        Assert.Empty(day.Correct(new(1, 1, 1, 1, 1)));
        Assert.Equal([Grade.Satisfied, Grade.VeryDissatisfied], day.Correct(new(1, 2, 1, 1, 0)));
        Assert.Equal(new RatingCounts(1, 2, 1, 1, 0), day.Counts);
    }
}
