using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Approval;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Cases;

/// <summary>After a whole story the applicant's identity stands nowhere in the open: not in any table – audit, feed, papers –, not in the log, not on a page.</summary>
public sealed class CasePrivacyTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AWholeStory_LeavesNoIdentityBehind(DatabaseProvider provider)
    {
        await using var office = await CaseOffice.OpenAsync(provider);
        using var log = await EveryLine.OfAsync(office.Node);
        var clerk = await office.ClerkAsync();
        var supervisor = await office.StaffAsync("supervisor", null, Role.Supervisor);

        var seen = await office.IssuedAsync();
        office.GoTo(new DateOnly(2026, 11, 20), 9);
        await office.RunAsync("turn-lights");
        var file = await office.FileAsync(seen);
        var view = (await office.Get<CaseQueries>().FindAsync(clerk, file.Number, CaseOffice.Cancel)).ShouldPass();
        var pictures = string.Join('\n',
            Told(new { view.Subject, view.Applicant, view.Materials, view.Events, view.Steps, view.Papers, view.Decision, view.Issued, view.Receiver }),
            Told((await office.Get<WorklistQueries>().ReadAsync(clerk, new(office.Hall), CaseOffice.Cancel)).ShouldPass()),
            Told((await office.Get<SupervisionPageQueries>().ReadAsync(supervisor, new(office.Hall), CaseOffice.Cancel)).ShouldPass()),
            Told((await office.Get<CaseProgressQueries>().FindAsync(file.Number, file.QueryKey, CaseOffice.Cancel)).ShouldPass()));
        (await office.Get<DeliverResult>().ExecuteAsync(new(seen, CaseOffice.AtCounter), clerk, CaseOffice.Cancel)).ShouldPass();

        var database = await PlainText.EverythingAsync(office.Node.Database);
        Assert.Contains(file.Number, Encoding.UTF8.GetString(database), StringComparison.Ordinal);
        foreach (var secret in new[] { CaseOffice.Number, CaseOffice.Number[..17], CaseOffice.Phone, CaseOffice.Name, "热合曼" })
        {
            Assert.True(database.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{secret} stands in the database in plain text.");
            Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, pictures, StringComparison.Ordinal);
        }

        Assert.Contains("阿******曼", pictures, StringComparison.Ordinal);
        Assert.Contains("110***********002X", pictures, StringComparison.Ordinal);
        Assert.Contains("138****5678", pictures, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO", log.Text, StringComparison.Ordinal);
    }

    private static string Told<T>(T view) => JsonSerializer.Serialize(view, Readable);
}
