using System.Text.RegularExpressions;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Documents;

/// <summary>Each article that a paper cites says in the law what the paper says it does, paragraph and item included.</summary>
public sealed partial class CitedArticlesTests
{
    private const string Licensing = "行政许可法(2019-04-23).md";
    private const string Reconsideration = "行政复议法(2023-09-01).md";

    private static readonly Dictionary<string, string> Says = new()
    {
        ["第三十二条第一款第一项"] = "不需要取得行政许可的，应当即时告知申请人不受理",
        ["第三十二条第一款第二项"] = "不属于本行政机关职权范围的，应当即时作出不予受理的决定，并告知申请人向有关行政机关申请",
        ["第三十二条第一款第四项"] = "逾期不告知的，自收到申请材料之日起即为受理",
        ["第三十二条第一款第五项"] = "应当受理行政许可申请",
        ["第三十四条第二款"] = "能够当场作出决定的，应当当场作出书面的行政许可决定",
        ["第三十八条第一款"] = "应当依法作出准予行政许可的书面决定",
        ["第三十八条第二款"] = "应当说明理由，并告知申请人享有依法申请行政复议或者提起行政诉讼的权利",
        ["第四十二条第一款"] = "经本行政机关负责人批准，可以延长十日",
        ["第四十二条第二款"] = "经本级人民政府负责人批准，可以延长十五日",
        ["第四十四条"] = "应当自作出决定之日起十日内向申请人颁发、送达行政许可证件",
        ["第四十五条"] = "行政机关应当将所需时间书面告知申请人",
        ["第七十八条"] = "申请人在一年内不得再次申请该行政许可",
    };

    /// <summary>One of each paper in each of its circumstances.</summary>
    private static PaperModel[] Papers(bool licence)
    {
        var head = PaperKit.Case with { Licence = licence };
        var remedies = new Remedies("青澜市人民政府", "青澜市海东区人民法院");
        var limit = new PaperLimit(Limit.WorkingDays(20), new(2026, 10, 30), false);
        return
        [
            new ReceiptSlip("青澜市政务服务中心", head, "青澜市卫生健康委员会", "7 号", "王", "K7", new(2026, 9, 29), []),
            .. new[] { (false, false), (true, false), (false, true) }.Select(w => new AcceptanceNotice("甲", head, new(2026, 9, 28), w.Item1, w.Item2, limit, null, [])),
            new AcceptanceNotice("甲", head, new(2026, 9, 28), false, false, limit, null, [new("证明", new(2026, 10, 9))]),
            new SupplementNotice("甲", head, [new("报告", "未提交")], new(2026, 10, 23), "窗口"),
            .. Enum.GetValues<NotAcceptedGround>().Select(g => new NonAcceptanceNotice("甲", head, g, "理由", "", licence, remedies)),
            .. Enum.GetValues<Handling>().Select(h => new ExtensionNotice("甲", head, h, 10, "理由", new(2026, 9, 28), new(2026, 10, 30), new(2026, 11, 13), "")),
            new SpecialProcedureNotice("甲", head, SpecialProcedure.Hearing, new(2026, 10, 12), 10, new(2026, 10, 26), "理由"),
            .. new[] { true, false }.Select(spot => new ApprovalDecision("甲", head, "内容", "", "证", "长期", spot)),
            new RefusalDecision("甲", head, "理由", "《条例》第三条", remedies),
            .. Enum.GetValues<TerminationGround>().Select(g => new TerminationNotice("甲", head, g, "", new(2026, 10, 26))),
        ];
    }

    [Fact]
    public void WhatIsCited_IsInTheLaw()
    {
        var law = Articles(Licensing);
        var cited = Papers(licence: true).SelectMany(CitedIn).ToHashSet();

        Assert.Empty(cited.Except(Says.Keys));
        Assert.Empty(Says.Keys.Except(cited));
        Assert.All(Says, s => Assert.Contains(s.Value, Place(law, s.Key), StringComparison.Ordinal));
    }

    [Fact]
    public void AWrongParagraph_Planted_IsReported()
    {
        var law = Articles(Licensing);
        Assert.DoesNotContain(Says["第四十二条第二款"], Place(law, "第四十二条第一款"), StringComparison.Ordinal);
        Assert.DoesNotContain(Says["第三十二条第一款第四项"], Place(law, "第三十二条第一款第五项"), StringComparison.Ordinal);
    }

    [Fact]
    public void AMatterThatIsNoLicence_NeverCitesTheLicensingLaw() =>
        Assert.All(Papers(licence: false), p => Assert.DoesNotContain("行政许可", TextOf(p).Replace("申请该行政许可", "", StringComparison.Ordinal), StringComparison.Ordinal));

    [Fact]
    public void Remedies_AreThoseOfTheLaws()
    {
        var text = TextOf(Papers(licence: true).OfType<RefusalDecision>().Single());

        Assert.Contains("六十日内，依照《中华人民共和国行政复议法》第二十条的规定向青澜市人民政府申请行政复议", text, StringComparison.Ordinal);
        Assert.Contains("六个月内", text, StringComparison.Ordinal);
        Assert.Contains("向青澜市海东区人民法院提起行政诉讼", text, StringComparison.Ordinal);
        Assert.Contains("六十日内提出行政复议申请", Place(Articles(Reconsideration), "第二十条第一款"), StringComparison.Ordinal);
        Assert.Equal((60, 6), (RefusalGrounds.ReconsiderationDays, RefusalGrounds.LawsuitMonths));
    }

    private static IEnumerable<string> CitedIn(PaperModel model) => Citation().Matches(TextOf(model)).SelectMany(m => m.Groups[1].Value.Split('、'));

    private static string TextOf(PaperModel model) =>
        string.Concat(PaperKit.Forms.OfType<IOfficialForm>().Single(f => f.Model == model.GetType()).Write(model).Parts.OfType<PaperText>().Select(t => t.Text + "\n"));

    private static Dictionary<string, string[]> Articles(string file)
    {
        var law = string.Join('\n', SharedData.Lines("law", file).Where(l => !l.StartsWith('#')));
        return Article().Matches(law).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>The text of an article, or of its paragraph, or of an item of that. Items follow their paragraph and begin with （一）.</summary>
    private static string Place(Dictionary<string, string[]> law, string citation)
    {
        var parts = Parts().Match(citation);
        var paragraphs = law[parts.Groups["article"].Value];
        if (parts.Groups["item"] is { Success: true, Value: var item })
        {
            return paragraphs.Single(p => p.StartsWith($"（{item}）", StringComparison.Ordinal));
        }

        return parts.Groups["paragraph"] is { Success: true, Value: var number }
            ? paragraphs.Where(p => !p.StartsWith('（')).ElementAt("一二三四".IndexOf(number, StringComparison.Ordinal))
            : string.Concat(paragraphs);
    }

    [GeneratedRegex("行政许可法》((?:、?第[一二三四五六七八九十]+条(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?)+)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"(?:^|\n)(第[一二三四五六七八九十百]+条) ([\s\S]*?)(?=\n第[一二三四五六七八九十百]+条 |$)")]
    private static partial Regex Article();

    [GeneratedRegex("^(?<article>第[一二三四五六七八九十]+条)(?:第(?<paragraph>[一二三四]+)款)?(?:第(?<item>[一二三四五六]+)项)?$")]
    private static partial Regex Parts();
}
