using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Files;
using HallSuite.Infrastructure.Platform.Outbox;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.Pdf;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Documents;

/// <summary>The signature follows the issue, once, whoever dies on the way; what is void is never signed.</summary>
public sealed class SigningTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sign_WhatWasIssued_KeepsASoundSignedFileOfWhatWasStored(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);

        var signed = await scene.SignedAsync();

        Assert.Equal(DocumentState.Valid, signed.State);
        var content = (await scene.Hall.Get<FileStore>().ReadAsync(signed.FileHash!, Cancel)).ShouldPass();
        await Paper.SoundAsync(content);
        var (_, said) = await OutsideProgram.RunOnAsync("pdfsig", content, "-nocert", "{file}");
        Assert.Contains("Signature is Valid", said, StringComparison.Ordinal);
        var text = await Paper.TextAsync(content);
        foreach (var printed in new[] { "受理通知书", signed.Number, "欧阳震华", "予以受理", signed.VerifyUrl! })
        {
            Assert.Contains(printed, text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sign_Again_ChangesNothing(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var first = await scene.SignedAsync();

        await AskAsync(scene.Hall, first.Id);

        var after = await scene.ReadAsync(first.Id);
        Assert.Equal((first.FileHash, first.SignedAt, first.Version), (after.FileHash, after.SignedAt, after.Version));
        Assert.Equal(1, await SignaturesAsync(scene));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sign_OnTwoNodesAtOnce_CountsOnce(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        await using var other = scene.Another();
        var issued = (await scene.IssueAsync()).ShouldPass();

        await Task.WhenAll(AskAsync(scene.Hall, issued.Id), AskAsync(other, issued.Id), AskAsync(scene.Hall, issued.Id), AskAsync(other, issued.Id));

        Assert.Equal(1, await SignaturesAsync(scene));
        var file = await scene.Hall.Get<DocumentQueries>().FileAsync(SampleStaff.Chief, issued.Id, Cancel);
        Assert.Equal($"{issued.Number}.pdf", file.ShouldPass().Name);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ANodeThatDies_AfterTheIssue_LeavesTheSignatureToTheNext(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        IssuedDocument issued;
        await using (var dying = scene.Another())
        {
            issued = (await scene.IssueAsync(on: dying)).ShouldPass();
        }

        await using var next = await scene.Another(new() { ["Jobs:LeaseSeconds"] = "2" }).RunAsync();
        await Eventually.HoldsAsync(async () => (await scene.ReadAsync(issued.Id)).State == DocumentState.Valid);

        Assert.Equal(1, await SignaturesAsync(scene));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ANodeThatDies_AfterTheFileWasKept_LeavesTheSignatureToTheNext(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var issued = (await scene.IssueAsync()).ShouldPass();
        var lost = await scene.Hall.Get<FileStore>().KeepAsync("signed, and nobody knows"u8.ToArray(), Cancel);

        await using var next = scene.Another();
        await DocumentScene.SendAsync(next);

        var signed = await scene.ReadAsync(issued.Id);
        Assert.Equal(DocumentState.Valid, signed.State);
        Assert.NotEqual(lost, signed.FileHash);
        (await next.Get<DocumentQueries>().FileAsync(SampleStaff.Chief, issued.Id, Cancel)).ShouldPass();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Void_BeforeTheSignature_IsNeverSignedAndKeepsItsNumber(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var issued = (await scene.IssueAsync()).ShouldPass();

        (await scene.Hall.Get<VoidDocument>().ExecuteAsync(new(issued.Id, "当事人名称有误"), SampleStaff.Chief, Cancel)).ShouldPass();
        await DocumentScene.SendAsync(scene.Hall);

        var stored = await scene.ReadAsync(issued.Id);
        Assert.Equal((DocumentState.Void, null, "当事人名称有误"), (stored.State, stored.FileHash, stored.VoidReason));
        (await scene.Hall.Get<SignDocument>().ExecuteAsync(new(issued.Id, new string('a', 64)), SampleStaff.Chief, Cancel)).ShouldBeRefused("document.is-void");
        Assert.Equal(2, (await scene.IssueAsync()).ShouldPass().Serial);
        Assert.Empty(await scene.Hall.ReadAsync(db => db.Set<OutboxRow>().Where(r => r.SentAt == null && r.Tries > 0).ToListAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Void_IsForTheHeadOfTheDepartmentWithAReasonOnce(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var signed = await scene.SignedAsync();
        var (clerk, head, stranger) = (await scene.Hall.HireAsync("clerk1"), await scene.Hall.HireAsync("head1"), await scene.Hall.HireAsync("head2"));
        await scene.Hall.GiveAsync(clerk, Role.WindowClerk, scene.Sample.Hall.Id);
        await scene.Hall.GiveAsync(head, Role.DepartmentHead, scene.Sample.Hall.Id, scene.Department);
        var elsewhere = (await scene.Hall.Get<Infrastructure.Staffing.CreateDepartment>().ExecuteAsync(new("x1", "另一局", "Other", "青澜另许"), SampleStaff.Chief, Cancel)).ShouldPass();
        await scene.Hall.GiveAsync(stranger, Role.DepartmentHead, scene.Sample.Hall.Id, elsewhere);
        var declare = scene.Hall.Get<VoidDocument>();

        foreach (var nobody in new[] { clerk, stranger })
        {
            (await declare.ExecuteAsync(new(signed.Id, "有误"), Actor.Staff(nobody, "192.0.2.7"), Cancel)).ShouldBeRefused("permission.denied");
        }

        var own = Actor.Staff(head, "192.0.2.7");
        (await declare.ExecuteAsync(new(signed.Id, " "), own, Cancel)).ShouldBeRefused("reason.required");
        (await declare.ExecuteAsync(new(new DocumentId(Guid.NewGuid()), "有误"), own, Cancel)).ShouldBeRefused("document.unknown");
        (await declare.ExecuteAsync(new(signed.Id, "有误"), own, Cancel)).ShouldPass();
        (await declare.ExecuteAsync(new(signed.Id, "有误"), own, Cancel)).ShouldBeRefused("document.is-void");

        // The file of a void document stays what it was.
        Assert.Equal(signed.FileHash, (await scene.ReadAsync(signed.Id)).FileHash);
        (await scene.Hall.Get<DocumentQueries>().FileAsync(Actor.Staff(clerk, "192.0.2.7"), signed.Id, Cancel)).ShouldPass();
        (await scene.Hall.Get<DocumentQueries>().FileAsync(Actor.Staff(stranger, "192.0.2.7"), signed.Id, Cancel)).ShouldBeRefused("permission.denied");
    }

    private static Task AskAsync(TestHall node, DocumentId document) => node.Services.GetServices<IOutboxChannel>().Single(c => c.Kind == SignDocuments.MessageKind)
        .SendAsync(new OutboxMessage(Guid.NewGuid(), SignDocuments.MessageKind, $$"""{"document":"{{document.Value}}"}""", TestHall.Start), Cancel);

    private static Task<int> SignaturesAsync(DocumentScene scene) => scene.Hall.ReadAsync(db => db.Set<AuditRow>().CountAsync(r => r.Operation == nameof(SignDocument), Cancel));
}
