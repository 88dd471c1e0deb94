using HallSuite.Domain.Cases;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Supervision;

/// <summary>What follows from cards: slips by themselves, calls and letters by supervisors.</summary>
public sealed class CardFollowUpTests
{
    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ABlueCard_BringsItsSlip_Once_AndALateOneBringsNone(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (red, _, blue) = await office.OneOfEachAsync();
        await office.RunAsync("turn-lights");

        var slip = Assert.Single(await PapersAsync(office, DocumentKind.UrgingSlip));
        var card = await office.CardAsync(blue, Light.Blue);
        Assert.Equal((slip.Id, slip.Number, office.Node.Clock.Now.Date), (card.Paper, card.PaperNumber, card.FollowedAt!.Value.Date));
        Assert.StartsWith("青澜市监", slip.Number, StringComparison.Ordinal);
        Assert.Null((await office.CardAsync(red, Light.Blue)).Paper);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ASlipThatCannotBeMade_HoldsNoLightUp_AndIsSentByHandLater(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var seen = await office.AcceptedAsync();
        await SetWordAsync(office, null);
        office.GoTo(new DateOnly(2026, 10, 28), 9);
        await office.RunAsync("turn-lights");
        var number = (await office.FileAsync(seen)).Number;
        var card = await office.CardAsync(number, Light.Blue);
        Assert.Null(card.FollowedAt);
        Assert.Equal("document.no-code-word", await DetailAsync(office, "OweSlip"));
        var send = office.Get<SendUrgingSlip>();
        (await send.ExecuteAsync(new(card.Id), await office.SupervisorAsync(), Cancel)).ShouldBeRefused("document.no-code-word");

        await SetWordAsync(office, "青澜市监许");
        (await send.ExecuteAsync(new(card.Id), await office.SupervisorAsync(), Cancel)).ShouldPass();

        var sent = await office.CardAsync(number, Light.Blue);
        Assert.Equal(Assert.Single(await PapersAsync(office, DocumentKind.UrgingSlip)).Id, sent.Paper);
        (await send.ExecuteAsync(new(card.Id), await office.SupervisorAsync(), Cancel)).ShouldBeRefused("card.paper-already-sent");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ACall_IsKeptWithWhoWhomAndWhat_AndAudited(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (_, yellow, blue) = await office.OneOfEachAsync();
        var supervisor = await office.SupervisorAsync();
        var log = office.Get<LogPhoneCall>();

        (await log.ExecuteAsync(new((await office.CardAsync(yellow, Light.Yellow)).Id, "周越", "今天办结。"), supervisor, Cancel)).ShouldPass();

        var call = await office.Node.ReadAsync(db => db.Set<PhoneCall>().AsNoTracking().SingleAsync(Cancel));
        Assert.Equal(("周越", "今天办结。", new StaffId(supervisor.Id)), (call.With, call.Promise, call.By));
        Assert.NotNull((await office.CardAsync(yellow, Light.Yellow)).FollowedAt);
        var audited = await office.Node.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().SingleAsync(a => a.Operation == nameof(LogPhoneCall), Cancel));
        Assert.Equal((yellow, "Decision"), (audited.Subject, audited.Detail));
        (await log.ExecuteAsync(new((await office.CardAsync(blue, Light.Blue)).Id, "周越", "今天办结。"), supervisor, Cancel)).ShouldBeRefused("card.wrong-colour");
        (await log.ExecuteAsync(new(call.Card, "", "今天办结。"), supervisor, Cancel)).ShouldBeRefused("phone-call.without-person");
        (await log.ExecuteAsync(new(call.Card, "周越", "好。"), Actor.System("test"), Cancel)).ShouldBeRefused("phone-call.needs-staff");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ALetter_IsNumberedUnderTheDepartment_AndAsksForAnAnswerByADay(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (red, yellow, _) = await office.OneOfEachAsync();
        var supervisor = await office.SupervisorAsync();
        var send = office.Get<SendSupervisionLetter>();
        var card = await office.CardAsync(red, Light.Red);
        (await send.ExecuteAsync(new(card.Id, office.Today), supervisor, Cancel)).ShouldBeRefused("card.answer-by-out-of-range");
        (await send.ExecuteAsync(new((await office.CardAsync(yellow, Light.Yellow)).Id, office.Today.AddDays(7)), supervisor, Cancel)).ShouldBeRefused("card.wrong-colour");

        (await send.ExecuteAsync(new(card.Id, office.Today.AddDays(7)), supervisor, Cancel)).ShouldPass();

        var letter = Assert.Single(await PapersAsync(office, DocumentKind.SupervisionLetter));
        var sent = await office.CardAsync(red, Light.Red);
        Assert.Equal((letter.Id, letter.Number, office.Today.AddDays(7)), (sent.Paper, sent.PaperNumber, sent.AnswerBy));
        Assert.Equal($"{letter.Number}, 2026-11-10", await DetailAsync(office, nameof(SendSupervisionLetter)));
        (await send.ExecuteAsync(new(card.Id, office.Today.AddDays(7)), supervisor, Cancel)).ShouldBeRefused("card.paper-already-sent");
        (await office.Get<CardPaperQueries>().FileAsync(supervisor, card.Id, Cancel)).ShouldBeRefused("document.not-signed-yet");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhatFollows_IsForSupervisorsAlone(DatabaseProvider provider)
    {
        await using var office = await CardScene.OpenAsync(provider);
        var (red, yellow, blue) = await office.OneOfEachAsync();
        var nobody = new CardId(Guid.NewGuid());
        (await office.Get<LogPhoneCall>().ExecuteAsync(new(nobody, "周越", "好。"), await office.SupervisorAsync(), Cancel)).ShouldBeRefused("card.unknown");
        foreach (var other in new[] { await office.ClerkAsync(), await office.ReviewerAsync(), await office.HeadAsync() })
        {
            (await office.Get<LogPhoneCall>().ExecuteAsync(new((await office.CardAsync(yellow, Light.Yellow)).Id, "周越", "好。"), other, Cancel)).ShouldBeRefused("permission.denied");
            (await office.Get<SendUrgingSlip>().ExecuteAsync(new((await office.CardAsync(blue, Light.Blue)).Id), other, Cancel)).ShouldBeRefused("permission.denied");
            (await office.Get<SendSupervisionLetter>().ExecuteAsync(new((await office.CardAsync(red, Light.Red)).Id, office.Today.AddDays(7)), other, Cancel)).ShouldBeRefused("permission.denied");
            (await office.Get<CardPaperQueries>().FileAsync(other, (await office.CardAsync(blue, Light.Blue)).Id, Cancel)).ShouldBeRefused("permission.denied");
        }
    }

    private static Task<List<IssuedDocument>> PapersAsync(CaseOffice office, DocumentKind kind) =>
        office.Node.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().Where(d => d.Kind == kind).ToListAsync(Cancel));

    private static Task<string?> DetailAsync(CaseOffice office, string operation) =>
        office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == operation).Select(a => a.Detail).SingleAsync(Cancel));

    private static Task<int> SetWordAsync(CaseOffice office, string? word) =>
        office.Node.ReadAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Departments" SET "DocumentWord" = {word} WHERE "Code" = 'scjgj'""", Cancel));
}
