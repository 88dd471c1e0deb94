using HallSuite.Domain.Evaluation;
using HallSuite.Domain.Hall;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Platform.Jobs;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Operations.Evaluation;

/// <summary>The visitor rates, by the ticket's own code or at the evaluator of the window, once; the counts of the window grow with it.</summary>
public sealed class GiveRatingTests
{
    private static readonly Actor Visitor = Actor.Visitor("203.0.113.7");
    private static readonly RatingAnswer Fine = new(Grade.Satisfied);

    private static CancellationToken Cancel => QueueScene.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ByTheCode_IsKeptOnceAndCounted_WithTheClerkWhoServed(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        var ticket = await ServedAsync(scene, clerk);

        var counts = (await ByCodeAsync(scene, ticket, new(Grade.VeryDissatisfied, RatingReason.LongWait, "等了很久"))).ShouldPass();
        (await ByCodeAsync(scene, ticket, Fine)).ShouldBeRefused("rating.already-given");

        Assert.Equal(new RatingCounts(0, 0, 0, 0, 1), counts);
        var rating = await scene.Node.ReadAsync(db => db.Set<ServiceRating>().AsNoTracking().SingleAsync(Cancel));
        Assert.Equal((ticket, SampleHall.Today, (StaffId?)new StaffId(clerk.Id)), (rating.Ticket, rating.Day, rating.Clerk));
        Assert.Equal((Grade.VeryDissatisfied, RatingReason.LongWait, "等了很久", RatingChannel.TicketPage), (rating.Grade, rating.Reason, rating.Comment, rating.Channel));
        Assert.Equal(new RatingCounts(0, 0, 0, 0, 1), (await DayAsync(scene)).Counts);
        var noted = await scene.Node.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().SingleAsync(a => a.Operation == nameof(GiveRating), Cancel));
        Assert.Equal(("A001", "VeryDissatisfied, TicketPage, window 1"), (noted.Subject, noted.Detail));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AtTheEvaluator_OfTheWindow_AndOfNoOther(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var (own, other, anywhere) = (
            await scene.DeviceAsync(DeviceKind.Evaluator, 1), await scene.DeviceAsync(DeviceKind.Evaluator, 2), await scene.DeviceAsync(DeviceKind.Evaluator));
        var first = await scene.ServingAsync();

        (await AtWindowAsync(scene, 1, first, other)).ShouldBeRefused("window.other-seat");
        (await AtWindowAsync(scene, 2, first, other)).ShouldBeRefused("ticket.unknown");
        (await AtWindowAsync(scene, 1, first, own)).ShouldPass();
        (await scene.FinishAsync(first)).ShouldPass();
        var second = await scene.ServingAsync();
        (await AtWindowAsync(scene, 1, second, anywhere)).ShouldPass();

        Assert.Equal(new RatingCounts(0, 2, 0, 0, 0), (await DayAsync(scene)).Counts);
        Assert.Equal([RatingChannel.Evaluator], await scene.Node.ReadAsync(db => db.Set<ServiceRating>().Select(r => r.Channel).Distinct().ToListAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoIsNoVisitor_DoesNotRate(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        var ticket = await ServedAsync(scene, clerk);

        (await ByCodeAsync(scene, ticket, Fine, clerk)).ShouldBeRefused("permission.denied");
        (await AtWindowAsync(scene, 1, ticket, clerk)).ShouldBeRefused("permission.denied");
        (await AtWindowAsync(scene, 1, ticket, Visitor)).ShouldBeRefused("permission.denied");
        (await AtWindowAsync(scene, 1, ticket, await scene.DeviceAsync(DeviceKind.Screen))).ShouldBeRefused("device.wrong-kind");
        (await scene.Get<GiveRating>().ExecuteAsync(new(new RatedVisit.OfCode("no-such-code"), Fine), Visitor, Cancel)).ShouldBeRefused("ticket.unknown");
        Assert.Equal(0, await scene.Node.ReadAsync(db => db.Set<ServiceRating>().CountAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnlyAfterServiceBegan_AndUntilTheDayIsOver(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var called = await scene.CalledAsync();
        (await ByCodeAsync(scene, called, Fine)).ShouldBeRefused("rating.not-served");
        (await scene.ServeAsync(called)).ShouldPass();
        Assert.True((await FoundAsync(scene, called)).IsOpen);

        scene.Wait(14 * 60 - 1); // 23:59 in Shanghai
        Assert.True((await FoundAsync(scene, called)).IsOpen);
        scene.Wait(2 * 60 + 2); // a hall that never closes: its day is over for good two hours after midnight

        Assert.Equal(new TicketRating(null, false), await FoundAsync(scene, called));
        (await ByCodeAsync(scene, called, Fine)).ShouldBeRefused("rating.too-late");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheEvaluator_AsksThanksAndRests(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var tablet = await scene.DeviceAsync(DeviceKind.Evaluator, 1);
        Assert.Null((await BoardAsync(scene, tablet)).Asked);

        var ticket = await scene.CalledAsync();
        Assert.Null((await BoardAsync(scene, tablet)).Asked);
        (await scene.ServeAsync(ticket)).ShouldPass();
        Assert.Equal(new AskedVisit(ticket, "A001", null, null), (await BoardAsync(scene, tablet)).Asked);
        (await scene.FinishAsync(ticket)).ShouldPass();
        var asked = (await BoardAsync(scene, tablet)).Asked!;
        Assert.Equal((await scene.TicketAsync(ticket)).EndedAt + RatingPolicy.AskAfterService, asked.AskUntil);

        (await AtWindowAsync(scene, 1, ticket, tablet)).ShouldPass();
        var thanked = await BoardAsync(scene, tablet);
        Assert.InRange(thanked.Asked!.ThankUntil!.Value, thanked.At, thanked.At + RatingPolicy.ThankFor);

        await scene.CalledAsync(); // the next one is on the way, and the last one is gone
        Assert.Null((await BoardAsync(scene, tablet)).Asked);
        (await scene.Get<EvaluatorQueries>().ReadAsync(tablet, scene.Id, 2, Cancel)).ShouldBeRefused("window.other-seat");
        (await scene.Get<EvaluatorQueries>().ReadAsync(await scene.DeviceAsync(DeviceKind.Screen), scene.Id, 1, Cancel)).ShouldBeRefused("device.wrong-kind");
        (await scene.Get<EvaluatorQueries>().ReadAsync(await scene.DeviceAsync(DeviceKind.Evaluator), scene.Id, 99, Cancel)).ShouldBeRefused("window.unknown");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AfterAWhile_TheEvaluatorStopsAsking(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var tablet = await scene.DeviceAsync(DeviceKind.Evaluator, 1);
        (await scene.FinishAsync(await scene.ServingAsync())).ShouldPass();

        scene.Wait(RatingPolicy.AskAfterService.TotalMinutes + 0.1);

        Assert.Null((await BoardAsync(scene, tablet)).Asked);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheClerk_SeesTheAverageAndTheLastGrade_TheBigScreenTheRate(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var clerk = await scene.ClerkAtAsync(1);
        var window = scene.Sample.Windows[0].Id;
        Assert.Equal(new WindowRatings(RatingCounts.None, null), await WindowAsync(scene, clerk, window));

        var first = await ServedAsync(scene, clerk);
        Assert.Equal(new LastVisit("A001", null), (await WindowAsync(scene, clerk, window)).Last);
        (await ByCodeAsync(scene, first, new(Grade.VerySatisfied))).ShouldPass();
        var second = await ServedAsync(scene, clerk);
        (await ByCodeAsync(scene, second, new(Grade.Dissatisfied, RatingReason.Manner))).ShouldPass();
        await scene.MissedAsync();

        var seen = await WindowAsync(scene, clerk, window);
        Assert.Equal((2, 3.5), (seen.Counts.Total, seen.Counts.Average));
        Assert.Equal(new LastVisit("A002", Grade.Dissatisfied), seen.Last);
        var figures = (await scene.Get<HallStatisticsQueries>().ReadAsync(QueueScene.System, scene.Id, Cancel)).ShouldPass();
        Assert.Equal((0.5, 2), (figures.Today.Satisfaction, figures.Today.Ratings));
        (await scene.Get<WindowRatingQueries>().ReadAsync(await scene.DeviceAsync(DeviceKind.Evaluator), scene.Id, window, Cancel)).ShouldBeRefused("device.wrong-kind");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Recount_TellsADifferenceAndCorrectsIt(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        (await ByCodeAsync(scene, await ServedAsync(scene), Fine)).ShouldPass();
        (await ByCodeAsync(scene, await ServedAsync(scene), Fine)).ShouldPass();
        Assert.Empty(await RecountAsync(scene));

        await scene.Node.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "DailyRatings" SET "Satisfied" = 9, "Dissatisfied" = 1""", Cancel));
        var differences = await RecountAsync(scene);

        Assert.Equal([((int?)1, Grade.Satisfied), (1, Grade.Dissatisfied)], differences.Select(d => (d.Window, d.Grade)));
        Assert.Equal(new RatingCounts(0, 2, 0, 0, 0), (await DayAsync(scene)).Counts);
        Assert.Empty(await RecountAsync(scene));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheJob_CountsEachDayOnce(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var job = scene.Node.Services.GetServices<IHallJob>().Single(j => j.Name == "recount-daily-ratings");
        await job.RunAsync(Cancel);
        await job.RunAsync(Cancel);
        scene.Wait(24 * 60);
        await job.RunAsync(Cancel);

        Assert.Equal(
            ["2026-09-27", "2026-09-28"],
            await scene.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(RecountDailyRatings)).OrderBy(a => a.Seq).Select(a => a.Subject).ToListAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoAtTheSameTime_AreOneRating(DatabaseProvider provider)
    {
        await using var scene = await QueueScene.OpenAsync(provider);
        var (tablet, ticket) = (await scene.DeviceAsync(DeviceKind.Evaluator), await ServedAsync(scene));

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? ByCodeAsync(scene, ticket, Fine) : AtWindowAsync(scene, 1, ticket, tablet)));

        Assert.Single(both, r => r.IsOk);
        Assert.All(both.Where(r => !r.IsOk), r => Assert.Equal("rating.already-given", r.Error!.Code));
        Assert.Equal(1, (await DayAsync(scene)).Counts.Total);
    }

    private static async Task<TicketId> ServedAsync(QueueScene scene, Actor? clerk = null)
    {
        var ticket = await scene.CalledAsync(1, actor: clerk);
        (await scene.ServeAsync(ticket, clerk)).ShouldPass();
        (await scene.FinishAsync(ticket, clerk)).ShouldPass();
        return ticket;
    }

    private static async Task<Result<RatingCounts>> ByCodeAsync(QueueScene scene, TicketId ticket, RatingAnswer answer, Actor? who = null) =>
        await scene.Get<GiveRating>().ExecuteAsync(new(new RatedVisit.OfCode((await scene.TicketAsync(ticket)).Code), answer), who ?? Visitor, Cancel);

    private static Task<Result<RatingCounts>> AtWindowAsync(QueueScene scene, int window, TicketId ticket, Actor who) =>
        scene.Get<GiveRating>().ExecuteAsync(new(new RatedVisit.AtWindow(scene.Id, window, ticket), Fine), who, Cancel);

    private static async Task<EvaluatorBoard> BoardAsync(QueueScene scene, Actor tablet) =>
        (await scene.Get<EvaluatorQueries>().ReadAsync(tablet, scene.Id, 1, Cancel)).ShouldPass();

    private static async Task<WindowRatings> WindowAsync(QueueScene scene, Actor clerk, WindowId window) =>
        (await scene.Get<WindowRatingQueries>().ReadAsync(clerk, scene.Id, window, Cancel)).ShouldPass();

    private static async Task<TicketRating> FoundAsync(QueueScene scene, TicketId ticket) =>
        (await scene.Get<TicketRatingQueries>().FindAsync((await scene.TicketAsync(ticket)).Code, Cancel)).ShouldPass();

    private static async Task<IReadOnlyList<DailyRatingsDifference>> RecountAsync(QueueScene scene) =>
        (await scene.Get<RecountDailyRatings>().ExecuteAsync(new(scene.Id, SampleHall.Today), QueueScene.System, Cancel)).ShouldPass();

    private static Task<DailyRatings> DayAsync(QueueScene scene) => scene.Node.ReadAsync(db => db.Set<DailyRatings>().AsNoTracking().SingleAsync(Cancel));
}
