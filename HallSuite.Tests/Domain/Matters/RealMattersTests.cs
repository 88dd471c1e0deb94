using System.Text.Json;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Domain.Matters;

/// <summary>The whole catalogue of a province fits: names, codes, objects, limits in either unit or none, materials.</summary>
public class RealMattersTests
{
    private static readonly Dictionary<string, MatterKind> Kinds = new()
    {
        ["行政许可"] = MatterKind.Licence, ["行政确认"] = MatterKind.Confirmation, ["行政给付"] = MatterKind.Payment, ["行政奖励"] = MatterKind.Reward,
        ["行政裁决"] = MatterKind.Adjudication, ["其他行政权力"] = MatterKind.OtherPower, ["公共服务"] = MatterKind.PublicService,
    };

    private static readonly Dictionary<string, ApplicantKind> Objects = new()
    {
        ["自然人"] = ApplicantKind.Natural, ["企业法人"] = ApplicantKind.Company, ["事业法人"] = ApplicantKind.PublicInstitution,
        ["社会组织法人"] = ApplicantKind.SocialOrganisation, ["非法人企业"] = ApplicantKind.UnincorporatedBusiness, ["行政机关"] = ApplicantKind.Authority,
        ["其他组织"] = ApplicantKind.OtherOrganisation,
    };

    [Fact]
    public void EveryRealMatter_CanBeDescribedAndItsStandardPublished()
    {
        var (rows, withoutLimit) = (0, 0);
        foreach (var line in SharedData.Lines("matters", "matters.jsonl"))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var kind = Kinds[Text(row, "task_type")];
            var objects = List(row, "objects").Select(o => Objects[o]).ToList();
            var visits = int.Parse(Text(row, "visits"), null);
            var details = new MatterDetails(Text(row, "name"), "", objects, visits, row.GetProperty("online").GetBoolean(), Text(row, "online_booking") == "是", Text(row, "courier") == "是");
            Matter.Create(Trade, MatterCode.Of(Text(row, "impl_code")).ShouldPass(), kind, Market, details, codeTaken: false).ShouldPass();

            var statutory = LimitOf(row, "legal");
            var content = new StandardContent
            {
                Conditions = Text(row, "acceptance"),
                Statutory = statutory is { } limit ? StatutoryLimit.Of(limit) : StatutoryLimit.None,
                Committed = LimitOf(row, "promised"),
                Materials = [.. List(row, "materials").Select((m, i) => new MaterialRequirement($"M{i + 1}", m, MaterialWeight.Key))],
                Steps = [new("S1", "审查", 1)],
            };
            Draft(content).Publish(kind, Monday, [], Monday, Nine).ShouldPass();
            rows++;
            withoutLimit += content.StatutoryDays is null ? 1 : 0;
        }

        Assert.Equal((2262, 713), (rows, withoutLimit));
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    /// <summary>No list at all is written as the word for none.</summary>
    private static IEnumerable<string> List(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Array } many ? many.EnumerateArray().Select(m => m.GetString()!) : Text(row, name) is "无" ? [] : [Text(row, name)];

    private static Limit? LimitOf(JsonElement row, string which) =>
        row.GetProperty($"{which}_days").ValueKind == JsonValueKind.Null
            ? null
            : new Limit(row.GetProperty($"{which}_days").GetInt32(), Text(row, $"{which}_unit") == "自然日" ? LimitUnit.CalendarDays : LimitUnit.WorkingDays);
}
