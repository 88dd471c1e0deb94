using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Cases;

namespace HallSuite.Infrastructure.Demo;

/// <summary>
/// The cases of the demo hall. Everybody in them is made up; their numbers have sound check characters. Steps are S1, S2, S3 of the matter, materials M1, M2
/// … as <see cref="DemoCatalogue"/> lists them. The market department has no head here, so its cases end with the review.
/// </summary>
internal static class DemoStories
{
    private const string Places = "公共场所卫生许可";
    private const string Food = "食品经营许可（新办）";
    private const string Clinics = "医疗机构执业登记";
    private const string Radiology = "放射诊疗许可";
    private const string Nurses = "护士执业注册";
    private const string Water = "饮用水供水单位卫生许可";
    private const string WaterLaw = "《生活饮用水卫生监督管理办法》第四条、第十六条";

    private static readonly CriterionMark[] GoodPlace = [new("C1", "全部合格"), new("C2", "齐全"), new("C3", "符合要求")];
    private static readonly CriterionMark[] GoodKitchen = [new("C1", "生进熟出、单一流向"), new("C2", "齐全有效"), new("C3", "全部持有")];
    private static readonly CriterionMark[] GoodClinic = [new("C1", "达到基本标准"), new("C2", "达到基本标准")];
    private static readonly CriterionMark[] GoodWater = [new("C1", "全部合格"), new("C2", "符合要求")];
    private static readonly CriterionMark[] BadWater = [new("C1", "不合格"), new("C2", "需要整改")];

    /// <summary>New each time: a story is told once.</summary>
    public static IReadOnlyList<DemoStory> All => [.. UnderReview(), .. Waiting(), .. Decided(), .. Over(), .. Market(), .. TakenIn()];

    // Health: at the reviewers' desk, in time and late.
    private static IEnumerable<DemoStory> UnderReview() =>
    [
        new DemoStory(Places, "听涛宾馆", Company("青澜听涛宾馆有限公司", "91440125MAEAY4CL10"))
            .At(3, 9, 12).Accepted("clerk1").At(2, 10, 5).Started("reviewer1").Taken("S1", "reviewer1"),
        new DemoStory(Places, "云海健身中心", Company("青澜云海体育服务有限公司", "91440125MAE2TH3BJJ"))
            .At(6, 14, 20).Accepted("clerk2").At(5, 9, 30).Started("reviewer1").At(4, 11).Passed("S1", "reviewer1", GoodPlace),
        new DemoStory(Places, "碧波游泳馆", Company("碧波（青澜）游泳健身有限公司", "91440125MAE1XG6125"))
            .At(11, 10, 2).Accepted("clerk1").At(10, 9, 15).Started("reviewer1").At(9, 16).Passed("S1", "reviewer1", GoodPlace)
            .At(6, 15, 10).Visited("reviewer1", "池水循环设备运行正常，浸脚消毒池余氯偏低，已当场调整。").Passed("S2", "reviewer1"),
        new DemoStory(Places, "清泉洗浴中心", Company("青澜清泉洗浴有限公司", "91440125MAEDD272H8"))
            .At(9, 11, 40).Accepted("clerk4").At(8, 9, 40).Started("reviewer1").At(7, 10, 30).Passed("S1", "reviewer1", GoodPlace)
            .At(4, 14).Visited("reviewer1").At(3, 9, 50).Passed("S2", "reviewer1"),
        new DemoStory(Radiology, "口腔颌面锥形束 CT", Company("青澜区第二人民医院", "91440125MAED1TJ3YG"))
            .At(2, 15, 25).Accepted("clerk9").At(1, 9, 5).Started("reviewer1"),
        new DemoStory(Nurses, "执业注册（急诊科）", Person("古丽扎尔·艾合买提", "653121198805261142", "13926000105"))
            .At(1, 16, 10).Accepted("clerk9"),
    ];

    // Health: standing still, extended, waiting for the head.
    private static IEnumerable<DemoStory> Waiting() =>
    [
        new DemoStory(Places, "云泊酒店", Company("青澜云泊酒店管理有限公司", "91440125MAE7LLJY1T"))
            .At(10, 9, 30).Accepted("clerk1").At(9, 9, 20).Started("reviewer1").At(8, 10, 40).Passed("S1", "reviewer1", GoodPlace)
            .At(5, 11, 15).Suspended(SpecialProcedure.Testing, 10, "客房空气质量和集中空调冷却水须送检。"),
        new DemoStory(Clinics, "晨光口腔门诊部", Company("青澜晨光口腔门诊部有限公司", "91440125MAEJJC171M"))
            .At(20, 10).Accepted("clerk2").At(19, 9, 10).Started("reviewer1").At(18, 15).Passed("S1", "reviewer1", GoodClinic)
            .At(15, 10, 30).Suspended(SpecialProcedure.ExpertReview, 8, "科室设置须组织专家评审。").At(9, 16, 20).Resumed("专家组同意设置口腔综合科和影像室。")
            .At(8, 14, 30).Visited("reviewer1").Passed("S2", "reviewer1").At(7, 11).Passed("S3", "reviewer1"),
        new DemoStory(Clinics, "仁和综合门诊部", Company("青澜仁和综合门诊部有限公司", "91440125MAEHU49D4U"))
            .At(24, 9, 45).Accepted("clerk5").At(23, 10, 10).Started("reviewer1").At(22, 11).Passed("S1", "reviewer1", GoodClinic)
            .At(19, 15).Visited("reviewer1").Passed("S2", "reviewer1").At(10, 9, 5).Extended(10, "消防验收结论须与住建部门核对。"),
        new DemoStory(Water, "望湖供水加压站", Company("青澜望湖供水有限公司", "91440125MAEH3J9HTF"))
            .At(7, 9, 35).Accepted("clerk3").At(6, 9, 30).Started("reviewer1").At(5, 10).Passed("S1", "reviewer1", GoodWater)
            .At(3, 15, 30).Visited("reviewer1").Passed("S2", "reviewer1").At(2, 16, 40).Passed("S3", "reviewer1"),
    ];

    // Health: approved and refused, at every point of the way to the applicant.
    private static IEnumerable<DemoStory> Decided() =>
    [
        new DemoStory(Nurses, "执业注册（心内科）", Person("李䶮", "440106199507083527", "13926000210"))
            .At(6, 9, 20).Accepted("clerk1").At(5, 10).Started("reviewer1").At(4, 10, 20).Passed("S1", "reviewer1").At(3, 9, 40).Passed("S2", "reviewer1").At(2, 11).Approved(),
        new DemoStory(Nurses, "执业注册（儿科）", Person("王晓燕", "440112197801023611", "13926000311"))
            .At(8, 15).Accepted("clerk6").At(7, 9).Started("reviewer1").At(6, 14).Passed("S1", "reviewer1").At(5, 15).Passed("S2", "reviewer1")
            .At(4, 10, 30).Approved().At(2, 9, 30).Issued("clerk8"),
        new DemoStory(Places, "紫薇美容美发店", Sole("紫薇美容美发店", "91440125MAEM53JJLE"))
            .At(14, 10, 15).Accepted("clerk2").At(13, 9).Started("reviewer1").At(12, 10).Passed("S1", "reviewer1", GoodPlace)
            .At(10, 15).Visited("reviewer1").Passed("S2", "reviewer1").At(9, 11).Passed("S3", "reviewer1").At(8, 9, 30).Approved()
            .At(6, 9, 20).Issued("clerk8").Told("clerk8"),
        new DemoStory(Places, "蓝湾影城", Company("蓝湾影城（青澜）有限公司", "91440125MAE6B3HN2W"))
            .At(12, 9).Accepted("clerk3").At(11, 9).Started("reviewer1").At(10, 10).Passed("S1", "reviewer1", GoodPlace).At(8, 14).Visited("reviewer1").Passed("S2", "reviewer1")
            .At(7, 10).Passed("S3", "reviewer1").At(5, 9, 10).Approved().At(3, 10).Issued("clerk8").Told("clerk8"),
        new DemoStory(Water, "东湖二次供水泵房", Company("青澜东湖物业服务有限公司", "91440125MAEJ1K6FM7"))
            .At(9, 10).Accepted("clerk7").At(8, 9).Started("reviewer1").At(7, 14).Passed("S1", "reviewer1", agrees: false, "末梢水菌落总数超标。", BadWater)
            .At(5, 10).Visited("reviewer1", "水箱人孔未加锁，周边十米内有垃圾收集点。").Passed("S2", "reviewer1", agrees: false, "水源卫生防护不符合要求。").At(4, 9, 30).Passed("S3", "reviewer1", agrees: false, "同意前两环节意见。")
            .At(2, 15, 20).Refused("末梢水菌落总数超过标准限值，水源卫生防护不符合要求。", WaterLaw),
        new DemoStory(Water, "城南供水管理处", Company("青澜城南供水有限公司", "91440125MAEHDQAEJ2"))
            .At(22, 10).Accepted("clerk7").At(21, 9).Started("reviewer1").At(20, 14).Passed("S1", "reviewer1", agrees: false, "出厂水检测不合格。", BadWater)
            .At(18, 10).Visited("reviewer1").Passed("S2", "reviewer1").At(17, 9).Passed("S3", "reviewer1", agrees: false, "检测结论不支持准予。")
            .At(15, 15).Refused("出厂水检测不合格。", WaterLaw).At(12, 10, 30).Delivered("clerk8", "SD2026-0088"),
        new DemoStory(Places, "兰亭客栈", Sole("兰亭客栈", "91440125MAEXEB97RK"))
            .At(18, 9).Accepted("clerk1").At(17, 9).Started("reviewer1").At(16, 9, 30).Passed("S1", "reviewer1", GoodPlace).At(14, 15).Visited("reviewer1").Passed("S2", "reviewer1")
            .At(13, 10).Passed("S3", "reviewer1").At(12, 9).Approved().At(11, 9).Issued("clerk8").Told("clerk8").At(9, 16).Delivered("clerk8", "SD2026-0091"),
        new DemoStory(Nurses, "执业注册（手术室）", Person("吴诗涵", "650102199611212548", null))
            .At(30, 9).Accepted("clerk4").At(29, 9).Started("reviewer1").At(28, 9).Passed("S1", "reviewer1").At(27, 9).Passed("S2", "reviewer1").At(26, 9).Approved()
            .At(25, 9).Issued("clerk8").Told("clerk8").At(23, 11).Delivered("clerk8", "SD2026-0071").At(20, 17).Archived("clerk8"),
    ];

    // Health and others: what ended without a decision, or by law.
    private static IEnumerable<DemoStory> Over() =>
    [
        new DemoStory(Clinics, "康宁中医诊所", Person("赵𬱖", "440604199402034811", "13926000417"))
            .At(12, 10).Accepted("clerk3").At(11, 9).Started("reviewer1").At(6, 14, 30).Withdrawn("clerk3", "场地租约没有谈成。"),
        new DemoStory(Radiology, "移动式 X 射线机", Company("青澜滨江体检中心有限公司", "91440125MAE5NQ72JB"))
            .At(16, 10).Accepted("clerk5").At(15, 9).Started("reviewer1").At(9, 11).Terminated("设备已经退回厂家。").At(7, 9).Archived("clerk5"),
        new DemoStory(Water, "北岭村水厂", Company("青澜北岭供水服务有限公司", "91440125MAE9GFWAP5"))
            .At(5, 9, 50).Received("clerk6", "M2").At(3, 14, 10).AskedFor("clerk6", "M2"),
        new DemoStory(Places, "启明星儿童乐园", Company("启明星（青澜）文化有限公司", "91440125MAEE9K23G8"))
            .At(8, 11, 20).Received("clerk7"),
        new DemoStory(Food, "好味来快餐店", Person("陈志强", "440305198509173710", "13926000512"))
            .At(21, 9).Received("clerk2", "M2").At(18, 10).AskedFor("clerk2", "M2"),
        new DemoStory(Food, "青山屠宰点", Company("青澜青山食品有限公司", "91440125MAED5QA4XH"))
            .At(4, 15, 30).NotAccepted("clerk4", "青澜区农业农村局"),
        new DemoStory("公司设立登记", "青澜知行教育咨询有限公司", Company("青澜知行教育咨询有限公司", "91440125MAEFD1YM2X"))
            .At(3, 10, 10).OnTheSpot("clerk6", "SD2026-0101"),
        new DemoStory("公司设立登记", "青澜半亩园林有限公司", Company("青澜半亩园林有限公司", "91440125MAEQHJRWT4"))
            .At(0, 9, 40).OnTheSpot("clerk6", "SD2026-0102"),
    ];

    // Market: everything that its one reviewer has on the desk.
    private static IEnumerable<DemoStory> Market() =>
    [
        new DemoStory(Food, "老城小面馆", Person("阿卜杜拉·买买提", "440106199203146322", "13926000613"))
            .At(3, 10).Accepted("clerk9").At(2, 9, 15).Started("reviewer2").Taken("S1", "reviewer2"),
        new DemoStory(Food, "米粒轻食", Company("米粒（青澜）餐饮管理有限公司", "91440125MAEAANBKFU"))
            .At(6, 9).AcceptedTolerantly("clerk2", "M4", -4).At(5, 9).Started("reviewer2").At(4, 10).Passed("S1", "reviewer2", GoodKitchen).At(1, 15).Visited("reviewer2"),
        new DemoStory("药品零售企业许可", "益民大药房望湖店", Company("青澜益民大药房有限公司", "91440125MAEJRE2T2N"))
            .At(7, 9).Accepted("clerk4").At(6, 10).Started("reviewer2").At(5, 9).Passed("S1", "reviewer2").At(2, 14).Visited("reviewer2").Passed("S2", "reviewer2"),
        new DemoStory("特种设备使用登记", "电梯 3 台", Company("青澜锦绣物业管理有限公司", "91440125MAEY8FNM2M"))
            .At(6, 14).Accepted("clerk5").At(5, 9, 20).Started("reviewer2").At(4, 11).Passed("S1", "reviewer2"),
        new DemoStory("计量标准器具核准", "压力表检定装置", Company("青澜计量检测有限公司", "91440125MAE1PN9LJ8"))
            .At(1, 10).AcceptedTolerantly("clerk1", "M3", -6),
    ];

    // Everywhere: at the windows.
    private static IEnumerable<DemoStory> TakenIn() =>
    [
        new DemoStory("道路货物运输经营许可", "顺达货运", Person("孙立军", "520103199905154213", "13926000714")).At(0, 14, 20).Received("clerk3"),
        new DemoStory("劳务派遣经营许可", "汇才人力", Company("青澜汇才人力资源有限公司", "91440125MAEEUHUXQN")).At(2, 10, 30).Received("clerk4"),
        new DemoStory("旅馆业特种行业许可", "星途民宿", Person("林若晨", "440106199312127411", "13926000815")).At(1, 9, 25).Received("clerk5", "M2").At(0, 11).AskedFor("clerk5", "M2"),
        new DemoStory("不动产转移登记", "锦绣路 18 号 3 栋 502", Person("何建国", "440104198706301825", "13926000916")).At(1, 15, 40).AcceptedTolerantly("clerk7", "M4", -8),
        new DemoStory("娱乐场所经营许可", "星光量贩歌厅", Company("青澜星光娱乐有限公司", "91440125MAEEEGUJ6P")).At(4, 16, 5).Received("clerk8"),
        new DemoStory("户外广告设施设置审批", "望湖广场屋顶广告", Company("青澜新视野传媒有限公司", "91440125MAE5RGFLKU")).At(0, 15, 30).Opened("clerk2"),
    ];

    private static ApplicantEntry Person(string name, string number, string? phone) => new(ApplicantKind.Natural, name, IdentityType.Citizen, number, phone);

    private static ApplicantEntry Company(string name, string code) => new(ApplicantKind.Company, name, default, code, null);

    private static ApplicantEntry Sole(string name, string code) => new(ApplicantKind.UnincorporatedBusiness, name, default, code, null);
}
