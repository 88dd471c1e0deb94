using HallSuite.Domain.Kernel;

namespace HallSuite.Bench.Cases;

/// <summary>A case that went its way through the operations and is to be multiplied.</summary>
/// <param name="Share">How many of a thousand open or ended cases are like it.</param>
internal sealed record Template(CaseId Case, Place Place, bool Open, int Share);

/// <summary>One case of each kind that a hall has, all through the operations, in three weeks of November 2026; it is Monday the 23rd afterwards.</summary>
internal static class CaseTemplates
{
    public static async Task<IReadOnlyList<Template>> MakeAsync(CaseHall hall)
    {
        var (plain, joint) = (hall.Plain, hall.Joint);
        List<Template> made =
        [
            Ended(await hall.WholeLifeAsync(plain), plain, 380),
            Ended(await hall.WholeLifeAsync(joint), joint, 40),
            Ended(await hall.ArchiveAsync(await hall.OnTheSpotAsync(plain)), plain, 440),
            Ended(await hall.ArchiveAsync(await hall.NotAcceptAsync(plain)), plain, 60),
            Ended(await hall.ArchiveAsync(await hall.WithdrawAsync(plain)), plain, 40),
        ];
        var late = await hall.StartReviewAsync(plain);
        hall.GoTo(11, 9);
        made.Add(Open(await hall.StartReviewAsync(plain), plain, 5));
        hall.GoTo(11, 16);
        await hall.RunAsync("turn-lights");
        hall.GoTo(11, 17);
        made.Add(Open(await hall.StartReviewAsync(plain), plain, 5));
        hall.GoTo(11, 18);
        made.Add(Open(await hall.StartReviewAsync(plain), plain, 20));
        hall.GoTo(11, 20);
        await hall.RunAsync("turn-lights");
        made.AddRange(
        [
            Ended((await hall.ArchiveAsync(await hall.DeliverAsync(await hall.IssueAsync(await hall.ApproveAsync(await hall.ReviewAsync(late, plain)))))), plain, 30),
            Open(await hall.AcceptAsync(plain), plain, 100),
            Open(await hall.SuspendAsync(await hall.StartReviewAsync(plain)), plain, 30),
            Open(await hall.AskForSupplementAsync(plain), plain, 40),
            Open(await hall.StartReviewAsync(plain), plain, 170),
        ]);
        hall.GoTo(11, 23);
        made.AddRange(
        [
            Ended(await hall.OnTheSpotAsync(plain), plain, 10),
            Open(await hall.DraftAsync(plain), plain, 20),
            Open(await hall.ReceiveAsync(plain), plain, 150),
            Open(await hall.StartReviewAsync(plain), plain, 150),
            Open(await hall.TakeAsync(await hall.StartReviewAsync(plain)), plain, 100),
            Open(await hall.StartReviewAsync(joint), joint, 70),
            Open(await hall.ReviewAsync(plain), plain, 80),
            Open(await hall.ApproveAsync(await hall.ReviewAsync(plain)), plain, 20),
            Open(await hall.IssueAsync(await hall.ApproveAsync(await hall.ReviewAsync(plain))), plain, 40),
        ]);
        await hall.RunAsync("turn-lights");
        await hall.SignAllAsync();
        return made;
    }

    private static Template Ended(Infrastructure.Cases.SeenCase seen, Place place, int share) => new(seen.Case, place, Open: false, share);

    private static Template Open(Infrastructure.Cases.SeenCase seen, Place place, int share) => new(seen.Case, place, Open: true, share);
}
