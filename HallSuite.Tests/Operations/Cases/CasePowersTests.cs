using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>Separation of powers (DOMAIN §3, rule 8) through the operations, and what happens when two act on one case.</summary>
public sealed class CasePowersTests
{
    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoeverTookItIn_NeitherReviewsNorDecides_WhateverTheirPosts(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.StaffAsync("clerk", null, Role.WindowClerk, Role.Reviewer, Role.DepartmentHead);
        var accepted = await office.AcceptedAsync();

        (await office.Get<StartReview>().ExecuteAsync(new(accepted), clerk, Cancel)).ShouldBeRefused("case.took-it-in");
        var seen = (await office.Get<StartReview>().ExecuteAsync(new(accepted), await office.ReviewerAsync(), Cancel)).ShouldPass().Seen;
        (await office.Get<PassStep>().ExecuteAsync(new(seen, Papers, CaseScene.Agreed), clerk, Cancel)).ShouldBeRefused("case.took-it-in");
        (await office.Get<ApproveCase>().ExecuteAsync(new(seen, ""), clerk, Cancel)).ShouldBeRefused("case.took-it-in");
        (await office.Get<RefuseCase>().ExecuteAsync(new(seen, CaseScene.Grounds), clerk, Cancel)).ShouldBeRefused("case.took-it-in");
        Assert.Equal(seen.Events, (await office.FileAsync(seen)).EventCount);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhoeverReviewedIt_DoesNotDecide(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = await office.ReviewedAsync();

        (await office.Get<ApproveCase>().ExecuteAsync(new(seen, ""), await office.ReviewerAsync(), Cancel)).ShouldBeRefused("case.reviewed-it");
        (await office.Get<ApproveCase>().ExecuteAsync(new(seen, ""), await office.StaffAsync("reviewer-3", null, Role.Reviewer), Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoWhoDecideAtOnce_OneDoes_TheOtherIsToldWhat(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = await office.ReviewedAsync();
        var (head, third) = (await office.HeadAsync(), await office.StaffAsync("reviewer-3", null, Role.Reviewer));

        var answers = await Task.WhenAll(
            Task.Run(() => office.Get<ApproveCase>().ExecuteAsync(new(seen, ""), head, Cancel)),
            Task.Run(() => office.Get<ApproveCase>().ExecuteAsync(new(seen, ""), third, Cancel)));

        var told = Assert.Single(answers, a => !a.IsOk).ShouldBeRefused("case.changed-elsewhere");
        Assert.Equal([CaseAct.Approve, CaseState.Approved], told.Arguments);
        var file = await office.FileAsync(seen);
        Assert.Equal(1, file.Events.Count(e => e.Act == CaseAct.Approve));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AStalePage_IsToldWhatHappened_AndChangesNothing(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var stale = await office.ReceivedAsync(Brought.NoPlan);
        var seen = (await office.Get<CorrectMaterials>().ExecuteAsync(new(stale, [new(Plan, MaterialFinding.Sound)]), clerk, Cancel)).ShouldPass().Seen;

        var told = (await office.Get<RequestSupplement>().ExecuteAsync(new(stale, [new(Plan, "请补交。")]), clerk, Cancel)).ShouldBeRefused("case.changed-elsewhere");

        Assert.Equal([CaseAct.CorrectMaterials, CaseState.Received], told.Arguments);
        Assert.Equal(seen.Events, (await office.FileAsync(seen)).EventCount);
        (await office.Get<AcceptCase>().ExecuteAsync(new(seen), clerk, Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ALightThatWentOn_MakesNoPageStale(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = await office.ReceivedAsync();
        office.GoTo(new DateOnly(2026, 10, 9), 9);
        await office.RunAsync("turn-lights");

        Assert.Equal(Light.Blue, Assert.Single((await office.FileAsync(seen)).Clocks).Light);
        (await office.Get<AcceptCase>().ExecuteAsync(new(seen), await office.ClerkAsync(), Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnUnknownCase_IsToldSo(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);

        (await office.Get<AcceptCase>().ExecuteAsync(new(new SeenCase(new CaseId(Id(1)), 1)), await office.ClerkAsync(), Cancel)).ShouldBeRefused("case.unknown");
    }
}
