using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Domain.Staffing;

namespace HallSuite.Bench.Cases;

/// <summary>A matter, who decides it, who works on it, and – for a joint one – the other department that goes and looks.</summary>
internal sealed record Place(Department Department, Department? Guest, Matter Matter, Standard Standard)
{
    public const string Papers = "S1";
    public const string Site = "S2";
    public const string Recheck = "S3";

    public static readonly CriterionMark Good = new("C1", "达标");
    public static readonly CriterionMark True = new("C2", "属实");

    private static readonly DateOnly FirstDay = new(2026, 1, 5);

    public static readonly IReadOnlyList<MaterialRequirement> Materials =
    [
        new("M1", "申请表", MaterialWeight.Key),
        new("M2", "身份证明", MaterialWeight.Key, Form: MaterialForm.OriginalAndCopy, Copies: 2),
        new("M3", "场所平面图", MaterialWeight.Secondary),
        new("M4", "授权委托书", MaterialWeight.Secondary, MaterialNeed.InCircumstance, "委托他人办理的"),
    ];

    /// <summary>Promised in 10 of 20 working days; two reviews side by side, one of them at the place, then a third; or all of it on the spot.</summary>
    public static Place Create(int number, Department department, Department? guest)
    {
        var code = MatterCode.Of($"11440000006939756B2440101{number:000000}").Value;
        var details = new MatterDetails($"第 {number} 号经营许可", "准营准办", [ApplicantKind.Natural], 1, true, true, true);
        var matter = Matter.Create(new MatterId(Guid.CreateVersion7()), code, MatterKind.Licence, department.Id, details, codeTaken: false).Value;
        var content = new StandardContent
        {
            Conditions = "有固定的经营场所。\n有与经营规模相适应的人员。",
            Basis = "某条例第十二条",
            Committed = Limit.WorkingDays(10),
            OnTheSpot = true,
            Materials = Materials,
            Steps =
            [
                new(Papers, "书面审查", 1, Limit.WorkingDays(3)),
                new(Site, "现场核查", 1, Limit.WorkingDays(5), Department: guest?.Id, OnSite: true),
                new(Recheck, "复核", 2, Limit.WorkingDays(2)),
            ],
            Criteria = [new("C1", "场所条件", ["达标", "不达标"]), new("C2", "材料真实性", ["属实", "存疑"])],
            Result = new(ResultKind.Licence, "经营许可证", 36),
        };
        var standard = Standard.Draft(new StandardId(Guid.CreateVersion7()), matter.Id, 1, content, DateTimeOffset.UnixEpoch);
        var published = standard.Publish(MatterKind.Licence, FirstDay, [], FirstDay, DateTimeOffset.UnixEpoch);
        return published.IsOk ? new Place(department, guest, matter, standard) : throw new InvalidOperationException(published.Error!.ToString());
    }
}
