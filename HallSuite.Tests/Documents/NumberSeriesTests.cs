using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Privacy;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Documents;

/// <summary>Numbers of one department, kind and year follow each other without a gap, whoever writes at the same time and whatever fails.</summary>
public sealed class NumberSeriesTests
{
    private const int Writers = 16;
    private const int Each = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Issue_SixteenAtOnce_NumbersHaveNoGap(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        await using var other = scene.Another();

        // Every fourth operation fails after its document had a number.
        var issued = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var done = new List<Result<IssuedDocument>>();
            for (var i = 0; i < Each; i++)
            {
                done.Add(await scene.IssueAsync(on: writer % 2 == 0 ? scene.Hall : other, stream: $"test/{writer}", then: () => i % Each == writer % Each ? WorkErrors.ReasonRequired : Result.Ok));
            }

            return done;
        }));

        Assert.Equal(Writers, issued.SelectMany(d => d).Count(d => d.Error?.Code == "reason.required"));
        var stored = await scene.AllAsync();
        Assert.Equal(Enumerable.Range(1, Writers * (Each - 1)), stored.Select(d => d.Serial));
        Assert.Equal(stored.Select(d => $"青澜卫许受〔2026〕{d.Serial}号"), stored.Select(d => d.Number));
        Assert.Equal(stored.Count, await scene.Hall.ReadAsync(db => db.Set<OutboxRow>().CountAsync(Cancel)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Issue_OfAnotherDepartmentOrYear_CountsByItself(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var market = (await scene.Hall.Get<CreateDepartment>().ExecuteAsync(new("scjgj", "市场监管局", "Market", "青澜市监许"), SampleStaff.Chief, Cancel)).ShouldPass();

        List<string> numbers = [];
        foreach (var draft in new[] { scene.Draft(), scene.Draft(department: market), scene.Draft(day: new DateOnly(2027, 1, 1)), scene.Draft(), scene.Draft(department: market) })
        {
            numbers.Add((await scene.IssueAsync(draft)).ShouldPass().Number);
        }

        Assert.Equal(["青澜卫许受〔2026〕1号", "青澜市监许受〔2026〕1号", "青澜卫许受〔2027〕1号", "青澜卫许受〔2026〕2号", "青澜市监许受〔2026〕2号"], numbers);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Issue_StoresAllThatIsPrinted_SealedAndInOneTransaction(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);

        var issued = (await scene.IssueAsync()).ShouldPass();

        var stored = await scene.ReadAsync(issued.Id);
        Assert.Equal((DocumentKind.Acceptance, "青澜市卫生健康委员会", "欧**华", SampleHall.Today), (stored.Kind, stored.Organ, stored.Addressee, stored.Day));
        Assert.Equal($"{DocumentScene.Site}/verify/{stored.VerifyCode}", stored.VerifyUrl);
        Assert.Equal(IssuedDocument.VerifyCodeLength, stored.VerifyCode.Length);
        Assert.Equal(DocumentState.Signing, stored.State);
        Assert.DoesNotContain("欧阳震华", stored.Model.Cipher, StringComparison.Ordinal);
        Assert.Equal(TestNotice.Sample, scene.Hall.Get<PaperPress>().Read(stored.ModelName, scene.Hall.Get<PersonalData>().Open(stored.Model)));
        var audit = await scene.Hall.ReadAsync(db => db.Set<AuditRow>().AsNoTracking().SingleAsync(r => r.Operation == "IssueDocument", Cancel));
        Assert.Equal("青澜卫许受〔2026〕1号", audit.Subject);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Issue_OfAPaperWithoutNumberOrADepartmentWithoutWord_IsRefused(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var silent = (await scene.Hall.Get<CreateDepartment>().ExecuteAsync(new("zjj", "住建局", "Housing"), SampleStaff.Chief, Cancel)).ShouldPass();

        (await scene.IssueAsync(scene.Draft(new TestReport("某厅")))).ShouldBeRefused("document.not-numbered");
        (await scene.IssueAsync(scene.Draft(department: silent))).ShouldBeRefused("document.no-code-word");
        (await scene.IssueAsync(scene.Draft(department: new DepartmentId(Guid.NewGuid())))).ShouldBeRefused("department.unknown");

        Assert.Empty(await scene.AllAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CodeWord_OfAnotherDepartment_IsRefused_AndAChangedOneBeginsAnew(DatabaseProvider provider)
    {
        await using var scene = await DocumentScene.CreateAsync(provider);
        var edit = scene.Hall.Get<EditDepartment>();
        (await scene.IssueAsync()).ShouldPass();

        (await scene.Hall.Get<CreateDepartment>().ExecuteAsync(new("x1", "另一局", "Other", DocumentScene.Word), SampleStaff.Chief, Cancel)).ShouldBeRefused("department.word-taken");
        (await edit.ExecuteAsync(new(scene.Department, "卫生健康局", "Health", "青澜健许"), SampleStaff.Chief, Cancel)).ShouldPass();
        var other = (await scene.Hall.Get<CreateDepartment>().ExecuteAsync(new("x1", "另一局", "Other", DocumentScene.Word), SampleStaff.Chief, Cancel)).ShouldPass();

        Assert.Equal("青澜健许受〔2026〕1号", (await scene.IssueAsync()).ShouldPass().Number);

        // The old word's series goes on where it stood: a number never means two documents.
        Assert.Equal("青澜卫许受〔2026〕2号", (await scene.IssueAsync(scene.Draft(department: other))).ShouldPass().Number);
    }
}
