using HallSuite.Domain.Documents;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Platform.Outbox;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Documents;

/// <summary>The sample hall with a department that issues test notices.</summary>
internal sealed class DocumentScene : IAsyncDisposable
{
    public const string Site = "https://hall.example.cn";
    public const string Word = "青澜卫许";

    private DocumentScene(TestHall hall, SampleHall sample, DepartmentId department) => (Hall, Sample, Department) = (hall, sample, department);

    public TestHall Hall { get; }

    public SampleHall Sample { get; }

    public DepartmentId Department { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DocumentScene> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Dictionary<string, string?>? settings = null)
    {
        var hall = await TestHall.CreateAsync(provider, settings, Forms);
        await hall.Services.PrepareHallAsync(Cancel);
        var sample = new SampleHall(TestHall.Start);
        await hall.SeedAsync(sample.Entities);
        var department = (await hall.Get<CreateDepartment>().ExecuteAsync(new("wjj", "卫生健康局", "Health Commission", Word), SampleStaff.Chief, Cancel)).ShouldPass();
        return new DocumentScene(hall, sample, department);
    }

    /// <summary>One more node on this database.</summary>
    public TestHall Another(Dictionary<string, string?>? settings = null) => TestHall.On(Hall.Database, settings, Forms);

    public DraftDocument Draft(PaperModel? model = null, DepartmentId? department = null, DateOnly? day = null, string addressee = "欧**华") =>
        new(Sample.Hall.Id, department ?? Department, day ?? SampleHall.Today, addressee, model ?? TestNotice.Sample);

    /// <summary>Issues a document in an operation of its own.</summary>
    /// <param name="then">What the operation decides afterwards.</param>
    public async Task<Result<IssuedDocument>> IssueAsync(DraftDocument? draft = null, TestHall? on = null, string stream = "test", Func<Result>? then = null)
    {
        var node = on ?? Hall;
        var order = new WorkOrder("Decide", Permission.ActAsSystem, Scope.Everything, stream);
        return await node.Get<HallWork>().RunAsync<IssuedDocument>(order, Actor.System("test"), async (work, token) =>
        {
            var issued = await node.Get<DocumentIssuer>().IssueAsync(work, draft ?? Draft(), token);
            return issued.IsOk && then?.Invoke() is { Error: { } refused } ? refused : issued;
        }, Cancel);
    }

    /// <summary>Sends what waits in the outbox, as the job does.</summary>
    public static Task SendAsync(TestHall node) => ActivatorUtilities.CreateInstance<OutboxJob>(node.Services).RunAsync(Cancel);

    public async Task<IssuedDocument> SignedAsync(DraftDocument? draft = null)
    {
        var issued = (await IssueAsync(draft)).ShouldPass();
        await SendAsync(Hall);
        return await ReadAsync(issued.Id);
    }

    public Task<IssuedDocument> ReadAsync(DocumentId id) => Hall.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync(d => d.Id == id, Cancel));

    public Task<List<IssuedDocument>> AllAsync() => Hall.ReadAsync(db => db.Set<IssuedDocument>().AsNoTracking().OrderBy(d => d.Serial).ToListAsync(Cancel));

    public ValueTask DisposeAsync() => Hall.DisposeAsync();

    private static void Forms(IServiceCollection services)
    {
        services.AddSingleton<IPaperForm>(new TestNoticeForm(DocumentKind.Acceptance));
        services.AddSingleton<IPaperForm, TestReportForm>();
        services.AddSingleton<IVerifyAddress, TestAddress>();
    }

    private sealed class TestAddress : IVerifyAddress
    {
        public string? Of(string verifyCode) => $"{Site}/verify/{verifyCode}";
    }
}
