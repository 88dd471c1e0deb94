using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>What a clerk needs to take papers in: the matter, who applies, what is under way.</summary>
public sealed class IntakeTests
{
    private const string Company = "91110000600037341L";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMatter_IsFoundByAPartOfItsName_OrOfItsDepartment(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();

        Assert.Equal(Standards.Code.Text, Assert.Single(await FindAsync(office, clerk, "营许")).Code);
        Assert.Single(await FindAsync(office, clerk, "市场监督 经营"));
        Assert.Empty(await FindAsync(office, clerk, "卫生"));
        Assert.Empty(await FindAsync(office, clerk, "%"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AForm_TellsWhatWouldHoldIfThePapersCameToday(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);

        var form = (await office.Get<IntakeQueries>().ReadAsync(await office.ClerkAsync(), office.Hall, Standards.Code.Text, CaseOffice.Cancel)).ShouldPass();

        Assert.Equal(new DateOnly(2026, 9, 28), form.Today);
        Assert.Equal(new DateOnly(2026, 10, 10), form.Acceptance.Day); // five working days over National Day, Saturday the 10th being worked
        Assert.Equal((new DateOnly(2026, 10, 16), 20), (form.Committed!.Day, form.Statutory!.Limit.Days));
        Assert.Equal(4, form.Rules.Materials.Count);
    }

    [Fact]
    public async Task AForm_OfAMatterOutOfUse_IsUnknown()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);

        (await office.Get<IntakeQueries>().ReadAsync(await office.ClerkAsync(), office.Hall, "NONE", CaseOffice.Cancel)).ShouldBeRefused(MatterErrors.Unknown.Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SomebodyWhoAppliedBefore_IsFoundByTheNumber_AndNotAskedAgain(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var first = await office.DraftAsync();

        var found = (await office.Get<ApplicantQueries>().FindAsync(clerk, office.Hall, ApplicantKind.Natural, IdentityType.Citizen, CaseOffice.Number, CaseOffice.Cancel)).ShouldPass();
        var known = Assert.IsType<KnownApplicant>(found.Known);
        var second = (await office.Get<OpenCase>().ExecuteAsync(new(office.Hall, Standards.Code.Text, null, null, SameAs: known.LastCase), clerk, CaseOffice.Cancel)).ShouldPass();

        Assert.Equal((first.Case, 1, "阿******曼"), (known.LastCase, known.Cases, known.Applicant.Name));
        Assert.Equal((await office.FileAsync(first)).ApplicantLookup, (await office.FileAsync(second.Seen)).ApplicantLookup);
    }

    [Fact]
    public async Task ANewNumber_IsNobodys_AndAWrongOneIsRefused()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var clerk = await office.ClerkAsync();
        var applicants = office.Get<ApplicantQueries>();

        Assert.Null((await applicants.FindAsync(clerk, office.Hall, ApplicantKind.Company, IdentityType.Citizen, Company, CaseOffice.Cancel)).ShouldPass().Known);
        Assert.Equal("id-number.invalid", (await applicants.FindAsync(clerk, office.Hall, ApplicantKind.Natural, IdentityType.Citizen, "123", CaseOffice.Cancel)).Error?.Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TheList_HoldsWhatWaitsForAClerk(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        await office.DraftAsync();
        var received = await office.ReceivedAsync();
        await office.AcceptedAsync();

        var list = (await office.Get<IntakeQueries>().ListAsync(clerk, office.Hall, IntakePart.Received, CaseOffice.Cancel)).ShouldPass();

        Assert.Equal((1, 0, 1), (list.Received, list.Supplement, list.Drafts));
        var line = Assert.Single(list.Lines);
        Assert.Equal((received.Case, CaseState.Received, 5), (line.Id, line.State, line.Due!.DaysLeft));
    }

    [Fact]
    public async Task AReviewer_TakesNothingIn()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();

        (await office.Get<IntakeQueries>().FindAsync(reviewer, office.Hall, "经营", CaseOffice.Cancel)).ShouldBeRefused(WorkErrors.PermissionDenied(Permission.TakeInCases).Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnApplicant_IsShownInFullWithAReason_WhichStandsInTheAuditLog(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var seen = await office.ReceivedAsync();

        (await office.Get<RevealApplicant>().ExecuteAsync(new(seen.Case, " "), clerk, CaseOffice.Cancel)).ShouldBeRefused(WorkErrors.ReasonRequired.Code);
        var shown = (await office.Get<RevealApplicant>().ExecuteAsync(new(seen.Case, "电话联系申请人"), clerk, CaseOffice.Cancel)).ShouldPass();

        Assert.Equal((CaseOffice.Name, CaseOffice.Number, CaseOffice.Phone), (shown.Name, shown.Number, shown.Phone));
        var row = await office.Node.ReadAsync(db => db.Set<AuditRow>().SingleAsync(a => a.Operation == nameof(RevealApplicant)));
        Assert.Equal(("电话联系申请人", (await office.FileAsync(seen)).Number), (row.Reason, row.Subject));
        Assert.Equal(seen.Events, (await office.FileAsync(seen)).EventCount);
    }

    [Fact]
    public async Task ADraft_GoesToPreReview_AndComesBackWithAReason()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var clerk = await office.ClerkAsync();

        var submitted = (await office.Get<SubmitCase>().ExecuteAsync(new(await office.DraftAsync()), clerk, CaseOffice.Cancel)).ShouldPass();
        (await office.Get<ReturnDraft>().ExecuteAsync(new(submitted.Seen, ""), clerk, CaseOffice.Cancel)).ShouldBeRefused(WorkErrors.ReasonRequired.Code);
        var returned = (await office.Get<ReturnDraft>().ExecuteAsync(new(submitted.Seen, "申请表没有签字"), clerk, CaseOffice.Cancel)).ShouldPass();

        Assert.Equal((CaseState.PreReview, CaseState.PreReviewReturned), (submitted.State, returned.State));
    }

    [Fact]
    public async Task Colleagues_AreThoseOfTheDepartment_AndSayWhoTookItIn()
    {
        await using var office = await CaseOffice.OpenAsync(DatabaseProvider.Sqlite);
        var reviewer = await office.ReviewerAsync();
        await office.HeadAsync();
        await office.StaffAsync("other", CaseOffice.Health, Role.Reviewer);

        var people = (await office.Get<CaseStaffQueries>().ReadAsync(reviewer, (await office.ReceivedAsync()).Case, CaseOffice.Cancel)).ShouldPass();

        Assert.Equal(2, people.Count);
        Assert.Contains(people, p => p is { Reviews: true, Heads: false, TookIn: false } && p.Id.Value == reviewer.Id);
        Assert.Contains(people, p => p.Heads);
    }

    private static async Task<IReadOnlyList<IntakeMatter>> FindAsync(CaseOffice office, Actor actor, string words) =>
        (await office.Get<IntakeQueries>().FindAsync(actor, office.Hall, words, CaseOffice.Cancel)).ShouldPass();
}
