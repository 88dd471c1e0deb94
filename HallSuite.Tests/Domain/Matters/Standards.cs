using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Domain.Matters;

/// <summary>A licence matter and its standard, for the tests of matters and cases.</summary>
internal static class Standards
{
    public const string Form = "M1";
    public const string Identity = "M2";
    public const string Plan = "M3";
    public const string Mandate = "M4";
    public const string Papers = "S1";
    public const string Site = "S2";
    public const string Recheck = "S3";

    /// <summary>A Monday; the next public holiday is Qingming, 4 to 6 April.</summary>
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static readonly DateTimeOffset Nine = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    public static readonly DepartmentId Market = new(Id(500));
    public static readonly MatterId Trade = new(Id(600));
    public static readonly MatterCode Code = MatterCode.Of("11440000006939756B2440101007000").Value;

    /// <summary>Two key materials, a secondary one, and one for a circumstance.</summary>
    public static readonly IReadOnlyList<MaterialRequirement> Materials =
    [
        new(Form, "申请表", MaterialWeight.Key),
        new(Identity, "身份证明", MaterialWeight.Key, Form: MaterialForm.OriginalAndCopy, Copies: 2),
        new(Plan, "场所平面图", MaterialWeight.Secondary),
        new(Mandate, "授权委托书", MaterialWeight.Secondary, MaterialNeed.InCircumstance, "委托他人办理的"),
    ];

    public static readonly CriterionMark Good = new("C1", "达标");
    public static readonly CriterionMark Bad = new("C1", "不达标");
    public static readonly CriterionMark True = new("C2", "属实");
    public static readonly CriterionMark Doubtful = new("C2", "存疑");
    public static readonly DiscretionRule NoBadPlace = new("场所不达标的不得准予", [Bad], [DecisionOutcome.Refuse]);
    public static readonly DiscretionRule NoIdleRefusal = new("场所达标且材料属实的应当准予", [Good, True], [DecisionOutcome.Approve]);

    /// <summary>Promised in 10 of 20 working days; papers and site are reviewed side by side, then rechecked; can also be done on the spot.</summary>
    public static readonly StandardContent Content = new()
    {
        Conditions = "有固定的经营场所。\n有与经营规模相适应的人员。",
        Basis = "某条例第十二条",
        Committed = Limit.WorkingDays(10),
        OnTheSpot = true,
        Materials = Materials,
        Steps =
        [
            new(Papers, "书面审查", 1, Limit.WorkingDays(3)),
            new(Site, "现场核查", 1, Limit.WorkingDays(5), OnSite: true),
            new(Recheck, "复核", 2, Limit.WorkingDays(2)),
        ],
        Criteria = [new("C1", "场所条件", ["达标", "不达标"]), new("C2", "材料真实性", ["属实", "存疑"])],
        Rules = [NoBadPlace, NoIdleRefusal],
        Result = new(ResultKind.Licence, "经营许可证", 36),
    };

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static MatterDetails Details(string name = "经营许可", params ApplicantKind[] objects) =>
        new(name, "准营准办", objects.Length == 0 ? [ApplicantKind.Natural, ApplicantKind.Company] : objects, 1, true, true, true);

    public static Matter NewMatter(MatterDetails? details = null) =>
        Matter.Create(Trade, Code, MatterKind.Licence, Market, details ?? Details(), codeTaken: false).ShouldPass();

    public static Standard Draft(StandardContent? content = null, int number = 1, MatterId? matter = null) =>
        Standard.Draft(new StandardId(Id(700 + number)), matter ?? Trade, number, content ?? Content, Nine);

    /// <summary>In force from that Monday on.</summary>
    public static Standard InForce(StandardContent? content = null, int number = 1, MatterId? matter = null)
    {
        var standard = Draft(content, number, matter);
        standard.Publish(MatterKind.PublicService, Monday, [], Monday, Nine).ShouldPass();
        return standard;
    }
}
