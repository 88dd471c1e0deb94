using HallSuite.Domain.Cases;
using HallSuite.Domain.Certificates;
using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Certificates;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Outbox;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.Domain.Cases;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.Pdf;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Certificates;

/// <summary>The act that hands a result out makes its certificate: number, identifier, paper, record, or nothing of it.</summary>
public sealed class CertificateMakingTests
{
    private const string UnsoundCode = "11440000006939756C2440101007000";
    private const string OtherCode = "11440000006939756B2440101008000";

    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Issue_MakesNumberIdentifierPaperAndRecord(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var file = await office.FileAsync(await office.IssuedAsync());

        var made = Assert.Single(await AllAsync(office));
        Assert.Equal(("青澜市监许证〔2026〕1号", "经营许可证", file.Id, file.Hall, CaseOffice.Market), (made.Number, made.Name, made.Case, made.Hall, made.Department));
        Assert.Equal((office.Today, new DateOnly(2029, 9, 27)), (made.ValidFrom, made.ValidUntil!.Value));
        Assert.Equal(("阿******曼", CaseOffice.Name, file.ApplicantLookup), (made.HolderShown, office.Get<PersonalData>().Open(made.Holder), made.HolderLookup));
        var identifier = CertificateIdentifier.Read(made.Identifier).ShouldPass();
        Assert.Equal((Code.Authority + "001", Code.Authority, "20260928000001", "001"), (identifier.Type, identifier.Issuer, identifier.Serial, identifier.Version));
        Assert.Equal(new IssuedResult(office.Today, file.Issued!.By, made.Number, made.ValidFrom, made.ValidUntil, identifier.Text, made.Document), file.Issued);
        Assert.Equal(made.Number, file.Events.MaxBy(e => e.Number)!.Subject);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ThePaper_IsSignedAndSaysWhatTheCaseSays(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.IssuedAsync();
        await SignAsync(office);

        var made = Assert.Single(await AllAsync(office));
        var document = await office.Node.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync(d => d.Id == made.Document, Cancel));
        Assert.Equal((DocumentKind.Certificate, DocumentState.Valid, "阿******曼"), (document.Kind, document.State, document.Addressee));
        var content = (await office.Get<FileStore>().ReadAsync(document.FileHash!, Cancel)).ShouldPass();
        await Paper.SoundAsync(content);
        var text = await Paper.TextAsync(content);
        foreach (var printed in new[] { "经营许可证", made.Number, made.Identifier!, CaseOffice.Name, "110***********002X", "经营许可", "街角小店", "青澜市监许准〔2026〕1号", "市场监督管理局" })
        {
            Assert.Contains(printed, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(CaseOffice.Number, text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task OnTheSpot_MakesItToo_AndTheReceiptNamesIt(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = await OnTheSpotAsync(office, Code.Text);
        await SignAsync(office);

        var made = Assert.Single(await AllAsync(office));
        Assert.Equal((seen.Case, office.Today), (made.Case, made.ValidFrom));
        var receipt = await office.Node.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync(d => d.Kind == DocumentKind.DeliveryReceipt, Cancel));
        Assert.Contains(made.Number, await Paper.TextAsync((await office.Get<FileStore>().ReadAsync(receipt.FileHash!, Cancel)).ShouldPass()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Types_AreCountedByAuthorityAndName_AndSerialsByType(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.Node.SeedAsync(MatterOf(OtherCode, 601), InForce(Content with { Result = new(ResultKind.Approval, "批准文件", null) }, 2, new MatterId(Id(601))));

        foreach (var code in new[] { Code.Text, OtherCode, Code.Text })
        {
            await OnTheSpotAsync(office, code);
        }

        var made = await AllAsync(office);
        Assert.Equal(["青澜市监许证〔2026〕1号", "青澜市监许证〔2026〕2号", "青澜市监许证〔2026〕3号"], made.Select(c => c.Number));
        Assert.Equal(
            [(Code.Authority + "001", "20260928000001"), (Code.Authority + "002", "20260928000001"), (Code.Authority + "001", "20260928000002")],
            made.Select(c => CertificateIdentifier.Read(c.Identifier).ShouldPass()).Select(i => (i.Type, i.Serial)));
        Assert.Null(made[1].ValidUntil);
        Assert.Equal(["经营许可证", "批准文件"], await office.Node.ReadAsync(db => db.Set<CertificateType>().OrderBy(t => t.Number).Select(t => t.Name).ToListAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AMatterWhoseCodeNamesNoSoundAuthority_HasACertificateWithoutIdentifier_AndTheAuditSaysSo(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.Node.SeedAsync(MatterOf(UnsoundCode, 601), InForce(number: 2, matter: new MatterId(Id(601))));

        var seen = await OnTheSpotAsync(office, UnsoundCode);

        var made = Assert.Single(await AllAsync(office));
        Assert.Equal(("青澜市监许证〔2026〕1号", null), (made.Number, made.Identifier));
        Assert.Equal("", (await office.FileAsync(seen)).Issued!.Identifier);
        var noted = await office.Node.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().SingleAsync(a => a.Operation == "LackIdentifier", Cancel));
        Assert.Equal((made.Number, UnsoundCode), (noted.Subject, noted.Detail));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task WhereTheDecisionIsAll_NothingIsMade(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider, Content with { Result = ResultRule.Nothing });

        var file = await office.FileAsync(await office.IssuedAsync());

        Assert.Equal((CaseState.Issued, null, null), (file.State, file.Issued!.Certificate, file.Issued.Document));
        Assert.Empty(await AllAsync(office));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ARefusedIssue_UsesNothingUp(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var (clerk, issue) = (await office.ClerkAsync(), office.Get<IssueResult>());
        var reviewed = await office.ReviewedAsync();
        var approved = await office.ApprovedAsync();

        (await issue.ExecuteAsync(new(reviewed, office.Today), clerk, Cancel)).ShouldBeRefused("case.wrong-state");
        (await issue.ExecuteAsync(new(approved, office.Today.AddDays(-1)), clerk, Cancel)).ShouldBeRefused("case.valid-from-invalid");
        (await issue.ExecuteAsync(new(approved with { Events = 1 }, office.Today), clerk, Cancel)).ShouldBeRefused("case.changed-elsewhere");
        (await issue.ExecuteAsync(new(approved, office.Today), await office.HeadAsync(), Cancel)).ShouldBeRefused("permission.denied");
        (await issue.ExecuteAsync(new(new SeenCase(new CaseId(Id(9)), 1), office.Today), clerk, Cancel)).ShouldBeRefused("case.unknown");

        Assert.Empty(await AllAsync(office));
        Assert.Empty(await office.Node.ReadAsync(db => db.Set<CertificateType>().ToListAsync(Cancel)));
        Assert.Empty(await office.Node.ReadAsync(db => db.Set<DocumentSeries>().Where(s => EF.Functions.Like(s.Series, "%证%")).ToListAsync(Cancel)));
        (await issue.ExecuteAsync(new(approved, office.Today), clerk, Cancel)).ShouldPass();
        Assert.Equal("青澜市监许证〔2026〕1号", Assert.Single(await AllAsync(office)).Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task TwoClerksAtOnce_MakeOneCertificate_AndTheSecondIsTold(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        var seen = await office.ApprovedAsync();
        var (first, second) = (await office.ClerkAsync(), await office.StaffAsync("clerk-2", null, Role.WindowClerk));
        await using var other = TestHall.On(office.Node.Database);
        other.Clock.Move(office.Node.Clock.Now - other.Clock.Now);

        var answers = await Task.WhenAll(
            office.Get<IssueResult>().ExecuteAsync(new(seen, office.Today), first, Cancel), other.Get<IssueResult>().ExecuteAsync(new(seen, office.Today), second, Cancel));

        Assert.Equal(["case.changed-elsewhere", null], answers.Select(a => a.Error?.Code).OrderDescending(StringComparer.Ordinal));
        Assert.Equal("青澜市监许证〔2026〕1号", Assert.Single(await AllAsync(office)).Number);
        Assert.Equal(1, await office.Node.ReadAsync(db => db.Set<IssuedDocument>().CountAsync(d => d.Kind == DocumentKind.Certificate, Cancel)));
        await office.IssuedAsync();
        Assert.Equal(["青澜市监许证〔2026〕1号", "青澜市监许证〔2026〕2号"], (await AllAsync(office)).Select(c => c.Number));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Verify_TellsWhatIsPrinted_AndNothingForAnotherPaper(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        await office.IssuedAsync();
        var codes = await office.Node.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().Where(d => d.Kind == DocumentKind.Certificate || d.Kind == DocumentKind.Approval).ToListAsync(Cancel));
        var queries = office.Get<CertificateQueries>();
        var made = Assert.Single(await AllAsync(office));

        Assert.Equal(
            new VerifiedCertificate("经营许可证", made.Identifier, made.ValidFrom, made.ValidUntil),
            await queries.VerifyAsync(codes.Single(d => d.Kind == DocumentKind.Certificate).VerifyCode.ToLowerInvariant(), Cancel));
        Assert.Null(await queries.VerifyAsync(codes.Single(d => d.Kind == DocumentKind.Approval).VerifyCode, Cancel));
        Assert.Null(await queries.VerifyAsync("nothing", Cancel));
    }

    private static Matter MatterOf(string code, int id) => Matter.Create(
        new MatterId(Id(id)), MatterCode.Of(code).ShouldPass(), MatterKind.Licence, CaseOffice.Market, Details("另一项许可"), codeTaken: false).ShouldPass();

    private static async Task<SeenCase> OnTheSpotAsync(CaseOffice office, string code)
    {
        var clerk = await office.ClerkAsync();
        var draft = (await office.Get<OpenCase>().ExecuteAsync(new(office.Hall, code, CaseOffice.Person, null, "街角小店"), clerk, Cancel)).ShouldPass().Seen;
        return (await office.Get<CompleteOnTheSpot>().ExecuteAsync(new(draft, CaseScene.Findings(), [Good, True], CaseOffice.AtCounter), clerk, Cancel)).ShouldPass().Seen;
    }

    private static Task SignAsync(CaseOffice office) => ActivatorUtilities.CreateInstance<OutboxJob>(office.Node.Services).RunAsync(Cancel);

    private static Task<List<Certificate>> AllAsync(CaseOffice office) =>
        office.Node.ReadAsync(db => db.Set<Certificate>().AsNoTracking().OrderBy(c => c.IssuedAt).ThenBy(c => c.Number).ToListAsync(Cancel));
}
