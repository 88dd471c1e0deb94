using System.Net;
using HallSuite.Infrastructure.Matters;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Endpoints;

/// <summary>CONTRACT §3: what anyone may ask without a hall.</summary>
public sealed class CatalogueCallTests
{
    [Fact]
    public async Task Due_CountsWorkingDays_AndTellsEachDay()
    {
        await using var web = await HallWeb.CreateAsync();
        using var anyone = new ApiClient(web, key: null);

        var answer = await anyone.GetAsync("/api/v1/calendar/due?from=2026-09-28&days=5");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ("2026-09-28", 5, "2026-10-10", false),
            (answer["from"].GetString(), answer["days"].GetInt32(), answer["due"].GetString(), answer["provisional"].GetBoolean()));
        var steps = answer["steps"].EnumerateArray().ToList();
        Assert.Equal(12, steps.Count);
        Assert.Equal(5, steps.Count(s => s.GetProperty("counts").GetBoolean()));
        Assert.Equal(("2026-10-01", "holiday", "国庆节"), (steps[2].GetProperty("date").GetString(), steps[2].GetProperty("reason").GetString(), steps[2].GetProperty("holiday").GetString()));
        Assert.Equal(("counted-make-up", true), (steps[^1].GetProperty("reason").GetString(), steps[^1].GetProperty("counts").GetBoolean()));
    }

    [Fact]
    public async Task Due_InCalendarDays_MovesToAWorkingDay()
    {
        await using var web = await HallWeb.CreateAsync();
        using var anyone = new ApiClient(web, key: null);

        var answer = await anyone.GetAsync("/api/v1/calendar/due?from=2026-09-28&days=5&unit=calendar");

        Assert.Equal("2026-10-08", answer["due"].GetString());
        Assert.Equal("moved-to", answer["steps"].EnumerateArray().Last().GetProperty("reason").GetString());
        Assert.True((await anyone.GetAsync("/api/v1/calendar/due?from=2026-12-30&days=5&unit=working"))["provisional"].GetBoolean());
    }

    [Theory]
    [InlineData("", "request.field-invalid")]
    [InlineData("from=2026-02-30&days=5", "request.field-invalid")]
    [InlineData("from=2026-09-28", "request.field-invalid")]
    [InlineData("from=2026-09-28&days=-1", "request.field-invalid")]
    [InlineData("from=2026-09-28&days=abc", "request.field-invalid")]
    [InlineData("from=2026-09-28&days=99999999999", "request.field-invalid")]
    [InlineData("from=2026-09-28&days=5&unit=hours", "request.field-invalid")]
    [InlineData("from=2026-09-28&days=0", "calendar.limit-invalid")]
    [InlineData("from=2026-09-28&days=3661", "calendar.limit-invalid")]
    [InlineData("from=9999-12-31&days=5", "calendar.year-out-of-range")]
    public async Task Due_OfWhatIsNoQuestion_IsAProblem(string query, string code)
    {
        await using var web = await HallWeb.CreateAsync();
        using var anyone = new ApiClient(web, key: null);

        var answer = await anyone.GetAsync($"/api/v1/calendar/due?{query}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Matters_AreFoundAndPagedByCode()
    {
        await using var web = await OpenAsync();
        using var anyone = new ApiClient(web, key: null);

        var first = await anyone.GetAsync("/api/v1/matters?take=1");
        var second = await anyone.GetAsync($"/api/v1/matters?take=1&after={first["next"].GetString()}");
        var found = await anyone.GetAsync($"/api/v1/matters?query={Uri.EscapeDataString("许可 卫生")}&department={Uri.EscapeDataString("卫生健康局")}");

        Assert.Equal(MatterSheet.FirstCode, Assert.Single(first["items"].EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(MatterSheet.SecondCode, Assert.Single(second["items"].EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, second["next"].ValueKind);
        var item = Assert.Single(found["items"].EnumerateArray());
        Assert.Equal(
            ("440192002002", "公共场所卫生许可（新办）", "卫生健康局", "licence"),
            (item.GetProperty("basicCode").GetString(), item.GetProperty("name").GetString(), item.GetProperty("department").GetString(), item.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task AMatter_IsToldByItsPublishedStandard()
    {
        await using var web = await OpenAsync();
        using var anyone = new ApiClient(web, key: null);

        var answer = await anyone.GetAsync($"/api/v1/matters/{MatterSheet.FirstCode}");

        Assert.Equal(["natural", "company"], answer["objects"].EnumerateArray().Select(o => o.GetString()!));
        Assert.Equal((30, "working"), (answer["statutory"].GetProperty("days").GetInt32(), answer["statutory"].GetProperty("unit").GetString()));
        Assert.Equal(10, answer["committed"].GetProperty("days").GetInt32());
        Assert.Equal(["申请书", "平面图"], answer["materials"].EnumerateArray().Select(m => m.GetProperty("name").GetString()!));
        Assert.Equal("审查", Assert.Single(answer["steps"].EnumerateArray()).GetProperty("name").GetString());
        var other = await anyone.GetAsync($"/api/v1/matters/{MatterSheet.SecondCode[..^1]}9");
        Assert.Equal((HttpStatusCode.NotFound, "matter.unknown"), (other.Status, other.Code));
    }

    [Theory]
    [InlineData("take=0", "take")]
    [InlineData("take=101", "take")]
    [InlineData("take=many", "take")]
    public async Task Matters_OfWhatIsNoPage_AreAProblem(string query, string field)
    {
        await using var web = await HallWeb.CreateAsync();
        using var anyone = new ApiClient(web, key: null);

        var answer = await anyone.GetAsync($"/api/v1/matters?{query}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "request.field-invalid"), (answer.Status, answer.Code));
        Assert.Contains(field, answer["detail"].GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anyone.GetAsync($"/api/v1/matters?query={new string('a', 201)}")).Status);
    }

    private static async Task<HallWeb> OpenAsync()
    {
        var web = await HallWeb.CreateAsync();
        var sample = new SampleHall(TestHall.Start);
        await web.SeedAsync(sample.Entities);
        var file = await MatterSheet.OfTwo().ReadAsync();
        (await web.Get<ImportMatters>().ExecuteAsync(new(sample.Hall.Id, file), SampleStaff.Chief, TestContext.Current.CancellationToken)).ShouldPass();
        return web;
    }
}
