using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.Pdf;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Documents;

/// <summary>The program itself is killed in the middle of signing, as often as not between a file and its row, and started again.</summary>
public sealed class KilledWhileSigningTests
{
    private const int Documents = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AKilledProgram_SignsTheRestAfterItsStart_EachOnce_AndNoNumberIsLost(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        for (var i = 0; i < Documents; i++)
        {
            (await scene.IssueAsync(scene.Draft(PaperKit.SampleOf(DocumentKind.Acceptance)))).ShouldPass();
        }

        await using (var first = await StartAsync(scene))
        {
            await Eventually.HoldsAsync(async () => await SignedAsync(scene) > 0);
            await first.KillAsync();
        }

        await using var second = await StartAsync(scene);
        await Eventually.HoldsAsync(async () => await SignedAsync(scene) == Documents);

        var all = await scene.AllAsync();
        Assert.Equal(Enumerable.Range(1, Documents), all.Select(d => d.Serial));
        Assert.Equal(Documents, await scene.Hall.ReadAsync(db => db.Set<AuditRow>().CountAsync(a => a.Operation == nameof(SignDocument), Cancel)));
        foreach (var document in all)
        {
            await Paper.SoundAsync((await scene.Hall.Get<FileStore>().ReadAsync(document.FileHash!, Cancel)).ShouldPass());
        }
    }

    private static Task<int> SignedAsync(DocumentScene scene) =>
        scene.Hall.ReadAsync(db => db.Set<IssuedDocument>().CountAsync(d => d.FileHash != null, Cancel));

    private static Task<HallProcess> StartAsync(DocumentScene scene)
    {
        var database = scene.Hall.Database;
        return HallProcess.StartAsync(HallProcess.FreeAddress(), database.Folder, new()
        {
            ["Database:Provider"] = database.Provider.ToString(),
            ["ConnectionStrings:Hall"] = database.ConnectionString,
            ["Data:Folder"] = database.Folder,
            ["Demo:Enabled"] = "false",
            ["Jobs:LeaseSeconds"] = "2",
        });
    }
}
