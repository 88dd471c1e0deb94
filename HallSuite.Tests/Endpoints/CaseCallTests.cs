using System.Net;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Cases;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Platform.Work;
using HallSuite.Tests.Domain.Matters;
using HallSuite.Tests.Operations.Cases;
using HallSuite.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.Endpoints;

/// <summary>GET …/cases/{number}?key= (CONTRACT §3): the applicant asks how far the case is.</summary>
public sealed class CaseCallTests
{
    [Fact]
    public async Task Progress_WithTheKeyOfTheReceipt_TellsHowFar_AndNobodysName()
    {
        await using var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        var opened = await OpenAsync(web, sample);
        using var anyone = new ApiClient(web, key: null);

        var answer = await anyone.GetAsync($"/api/v1/cases/{opened.Number}?key={opened.QueryKey}");
        var wrong = await anyone.GetAsync($"/api/v1/cases/{opened.Number}?key=x");
        var none = await anyone.GetAsync($"/api/v1/cases/{opened.Number}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("draft", "市场监督管理局", opened.Number), (answer["state"].GetString(), answer["department"].GetString(), answer["number"].GetString()));
        Assert.DoesNotContain("热合曼", answer.ToString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "case.unknown"), (wrong.Status, wrong.Code));
        Assert.Equal((HttpStatusCode.NotFound, "case.unknown"), (none.Status, none.Code));
    }

    private static async Task<Case> OpenAsync(HallWeb web, SampleHall sample)
    {
        var order = new WorkOrder("Seed", Permission.ActAsSystem, Scope.Everything, Streams.Platform);
        (await web.Get<HallWork>().RunAsync(order, Actor.System("test"), (work, _) =>
        {
            work.Db.AddRange([.. sample.Entities, .. CaseOffice.Departments(), Standards.NewMatter(), Standards.InForce()]);
            return Task.FromResult(Result.Ok);
        }, CaseOffice.Cancel)).ShouldPass();
        var opened = (await web.Get<OpenCase>().ExecuteAsync(
            new(sample.Hall.Id, Standards.Code.Text, CaseOffice.Person, null), Actor.System("test"), CaseOffice.Cancel)).ShouldPass();
        await using var db = await web.Get<IDbContextFactory<HallDbContext>>().CreateDbContextAsync(CaseOffice.Cancel);
        return await db.Set<Case>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == opened.Id, CaseOffice.Cancel);
    }
}
