using HallSuite.Domain.Cases;
using HallSuite.Domain.Certificates;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.Pdf;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Operations.Certificates;

/// <summary>
/// The program is killed at every step between the decision and the delivery. What was not committed never was: the act can be done again with what the page
/// still shows, and takes the same number. What was committed stays, and is signed once by the program that starts next.
/// </summary>
public sealed class KilledWhileIssuingTests
{
    private static CancellationToken Cancel => CaseOffice.Cancel;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task KilledWhileDeciding_TheDecisionIsMadeOnceOrNotAtAll(DatabaseProvider provider)
    {
        await using var office = await OpenAsync(provider);
        var (seen, head) = (await office.ReviewedAsync(), await office.HeadAsync());

        await KilledAct.RunAsync(office, CaseAct.Approve, seen, head, KillPoint.NumberDrawn);
        await KilledAct.RunAsync(office, CaseAct.Approve, seen, head, KillPoint.BeforeCommit);

        Assert.Equal((CaseState.UnderReview, seen.Events), await StandingAsync(office, seen));
        Assert.Empty(await PapersAsync(office, DocumentKind.Approval));

        await KilledAct.RunAsync(office, CaseAct.Approve, seen, head, KillPoint.AfterCommit);

        Assert.Equal((CaseState.Approved, seen.Events + 1), await StandingAsync(office, seen));
        Assert.Equal(DocumentState.Signing, Assert.Single(await PapersAsync(office, DocumentKind.Approval)).State);
        await SignAsRestartedAsync(office);
        (await office.Get<ApproveCase>().ExecuteAsync(new(seen, ""), head, Cancel)).ShouldBeRefused("case.changed-elsewhere");
        (await office.Get<IssueResult>().ExecuteAsync(new(seen with { Events = seen.Events + 1 }, office.Today), await office.ClerkAsync(), Cancel)).ShouldPass();
        await NothingDoubledAsync(office);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task KilledWhileIssuing_TheCertificateIsMadeOnceOrNotAtAll(DatabaseProvider provider)
    {
        await using var office = await OpenAsync(provider);
        var (seen, clerk) = (await office.ApprovedAsync(), await office.ClerkAsync());

        await KilledAct.RunAsync(office, CaseAct.Issue, seen, clerk, KillPoint.NumberDrawn);
        await KilledAct.RunAsync(office, CaseAct.Issue, seen, clerk, KillPoint.BeforeCommit);

        Assert.Equal((CaseState.Approved, seen.Events), await StandingAsync(office, seen));
        Assert.Empty(await PapersAsync(office, DocumentKind.Certificate));
        Assert.Empty(await CertificatesAsync(office));

        await KilledAct.RunAsync(office, CaseAct.Issue, seen, clerk, KillPoint.AfterCommit);

        Assert.Equal((CaseState.Issued, seen.Events + 1), await StandingAsync(office, seen));
        Assert.Equal("青澜市监许证〔2026〕1号", Assert.Single(await CertificatesAsync(office)).Number);
        Assert.Equal(DocumentState.Signing, Assert.Single(await PapersAsync(office, DocumentKind.Certificate)).State);
        await SignAsRestartedAsync(office);
        (await office.Get<IssueResult>().ExecuteAsync(new(seen, office.Today), clerk, Cancel)).ShouldBeRefused("case.changed-elsewhere");
        await office.IssuedAsync();
        Assert.Equal(["20260928000001", "20260928000002"], (await CertificatesAsync(office)).Select(c => CertificateIdentifier.Read(c.Identifier).ShouldPass().Serial));
        await NothingDoubledAsync(office);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task KilledBetweenIssueAndDelivery_TheResultIsHandedOverOnceOrNotAtAll(DatabaseProvider provider)
    {
        await using var office = await OpenAsync(provider);
        var clerk = await office.ClerkAsync();
        var seen = (await office.Get<NotifyReady>().ExecuteAsync(new(await office.IssuedAsync()), clerk, Cancel)).ShouldPass().Seen;

        await KilledAct.RunAsync(office, CaseAct.Deliver, seen, clerk, KillPoint.NumberDrawn);
        await KilledAct.RunAsync(office, CaseAct.Deliver, seen, clerk, KillPoint.BeforeCommit);

        Assert.Equal((CaseState.Issued, seen.Events), await StandingAsync(office, seen));
        Assert.Empty(await PapersAsync(office, DocumentKind.DeliveryReceipt));

        await KilledAct.RunAsync(office, CaseAct.Deliver, seen, clerk, KillPoint.AfterCommit);

        Assert.Equal((CaseState.Delivered, seen.Events + 1), await StandingAsync(office, seen));
        await SignAsRestartedAsync(office);
        (await office.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), clerk, Cancel)).ShouldBeRefused("case.changed-elsewhere");
        (await office.Get<ArchiveCase>().ExecuteAsync(new(seen with { Events = seen.Events + 1 }), clerk, Cancel)).ShouldPass();
        Assert.Single(await CertificatesAsync(office));
        await NothingDoubledAsync(office);
    }

    private static async Task<CaseOffice> OpenAsync(DatabaseProvider provider)
    {
        var office = await CaseOffice.OpenAsync(provider);
        await office.Node.Services.PrepareHallAsync(Cancel);
        return office;
    }

    private static async Task<(CaseState State, int Events)> StandingAsync(CaseOffice office, SeenCase seen)
    {
        var file = await office.FileAsync(seen);
        Assert.Equal(file.EventCount, file.Events.Count);
        return (file.State, file.EventCount);
    }

    private static Task<List<IssuedDocument>> PapersAsync(CaseOffice office, DocumentKind kind) =>
        office.Node.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().Where(d => d.Kind == kind).ToListAsync(Cancel));

    private static Task<List<Certificate>> CertificatesAsync(CaseOffice office) =>
        office.Node.ReadAsync(db => db.Set<Certificate>().AsNoTracking().OrderBy(c => c.Number).ToListAsync(Cancel));

    /// <summary>The program as it is delivered starts, signs what it finds unsigned, and is killed again.</summary>
    private static async Task SignAsRestartedAsync(CaseOffice office)
    {
        var database = office.Node.Database;
        await using var program = await HallProcess.StartAsync(HallProcess.FreeAddress(), database.Folder, new()
        {
            ["Database:Provider"] = database.Provider.ToString(),
            ["ConnectionStrings:Hall"] = database.ConnectionString,
            ["Data:Folder"] = database.Folder,
            ["Demo:Enabled"] = "false",
            ["Clock:Start"] = office.Node.Clock.Now.ToString("O"),
            ["Jobs:LeaseSeconds"] = "2",
        });
        await Eventually.HoldsAsync(() => office.Node.ReadAsync(async db => !await db.Set<IssuedDocument>().AnyAsync(d => d.FileHash == null, Cancel)));
    }

    /// <summary>Each series counts from one without a gap, each act has its paper once, and what is signed was signed once and is sound.</summary>
    private static async Task NothingDoubledAsync(CaseOffice office)
    {
        var documents = await office.Node.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().ToListAsync(Cancel));
        foreach (var series in documents.GroupBy(d => d.Series))
        {
            Assert.Equal(Enumerable.Range(1, series.Count()), series.Select(d => d.Serial).Order());
            Assert.Equal(series.Count(), await office.Node.ReadAsync(db => db.Set<DocumentSeries>().Where(s => s.Series == series.Key).Select(s => s.Last).SingleAsync(Cancel)));
        }

        var papers = await office.Node.ReadAsync(db => db.Set<CasePaper>().AsNoTracking().ToListAsync(Cancel));
        Assert.All(papers.GroupBy(p => (p.Case, p.Event, p.Kind)), p => Assert.Single(p));
        var signed = await office.Node.ReadAsync(db => db.Set<AuditRow>().Where(a => a.Operation == nameof(SignDocument)).Select(a => a.Subject).ToListAsync(Cancel));
        Assert.Equal(documents.Where(d => d.FileHash is not null).Select(d => d.Number).Order(), signed.Order());
        foreach (var document in documents.Where(d => d.FileHash is not null))
        {
            await Paper.SoundAsync((await office.Get<FileStore>().ReadAsync(document.FileHash!, Cancel)).ShouldPass());
        }
    }
}
