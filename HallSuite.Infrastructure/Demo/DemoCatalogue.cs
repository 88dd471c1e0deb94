using HallSuite.Domain.Matters;

namespace HallSuite.Infrastructure.Demo;

/// <summary>A department of the demo hall; the credit code is made up, with sound check characters.</summary>
internal sealed record DemoDepartment(string Code, string Name, string NameEn, string DocumentWord, string CreditCode, string Basic);

/// <summary>
/// A matter of the demo hall, in short: limits in working days, the statutory one 0 for the law's own 20 days and -1 for none; materials and steps
/// as <see cref="DemoMatters"/> reads them.
/// </summary>
/// <param name="Materials">Names between bars; <c>~</c> before one that may follow later, <c>?</c> before the circumstance in which it is asked for.</param>
/// <param name="Steps">Names with days between bars, one after the other; <c>!</c> after a name for a visit on site, <c>^</c> for the head of department.</param>
internal sealed record DemoMatter(
    string Department, string Name, MatterKind Kind, int Legal, int Promised, string Materials, string Steps, string Result = "", int Months = 0, string Theme = "",
    bool OnTheSpot = false, bool ForPeople = false);

/// <summary>
/// The matters of the demo hall, written for it after what laws and regulations publish: names, limits, validity and the materials that are
/// asked for nearly everywhere. A real hall imports its own catalogue.
/// </summary>
internal static class DemoCatalogue
{
    private const string Review = "审查 3|复核 2";
    private const string OnSite = "资料审查 2|现场核查! 4|复核 2";
    private const string Agent = "授权委托书?委托他人办理";
    private const MatterKind Licence = MatterKind.Licence;

    public static IReadOnlyList<DemoDepartment> Departments { get; } =
    [
        new("scjgj", "市场监督管理局", "Administration for Market Regulation", "青澜市监许", "11440125MB9Q01011R", "31"),
        new("wjj", "卫生健康局", "Health Commission", "青澜卫许", "11440125MB9Q01089R", "23"),
        new("jtj", "交通运输局", "Transport Bureau", "青澜交许", "11440125MB9Q01150G", "18"),
        new("rsj", "人力资源和社会保障局", "Human Resources and Social Security Bureau", "青澜人社许", "11440125MB9Q012229", "14"),
        new("gaj", "公安分局", "Public Security Branch", "青澜公许", "11440125MB9Q0129X4", "09"),
        new("zrzyj", "规划和自然资源局", "Planning and Natural Resources Bureau", "青澜规资许", "11440125MB9Q013610", "15"),
        new("zjj", "住房和城乡建设局", "Housing and Construction Bureau", "青澜住建许", "11440125MB9Q01433Q", "17"),
        new("wlj", "文化广电旅游体育局", "Culture, Tourism and Sports Bureau", "青澜文许", "11440125MB9Q01505H", "22"),
        new("mzj", "民政局", "Civil Affairs Bureau", "青澜民许", "11440125MB9Q01572F", "11"),
        new("cgj", "城市管理和综合执法局", "Urban Management Bureau", "青澜城许", "11440125MB9Q016448", "37"),
    ];

    public static IReadOnlyList<DemoMatter> Matters { get; } =
    [
        new("scjgj", "食品经营许可（新办）", Licence, 10, 8, $"食品经营许可申请书|经营场所布局和操作流程图|保证食品安全的规章制度|~从业人员健康证明|{Agent}", OnSite, "食品经营许可证", 60, "餐饮"),
        new("scjgj", "药品零售企业许可", Licence, 20, 10, $"药品经营许可证申请表|经营场所和仓库平面布置图|~执业药师注册证|质量管理文件和设施设备目录|{Agent}", OnSite, "药品经营许可证", 60, "医药"),
        new("scjgj", "第三类医疗器械经营许可", Licence, 20, 10, $"医疗器械经营许可申请表|经营场所和库房证明|~质量管理人员学历或职称证明|经营质量管理制度|{Agent}", OnSite, "医疗器械经营许可证", 60, "医药"),
        new("scjgj", "特种设备使用登记", Licence, 15, 5, "特种设备使用登记表|特种设备产品合格证|监督检验证书|~使用单位营业执照", Review, "特种设备使用登记证", 0, "安全生产"),
        new("scjgj", "计量标准器具核准", Licence, 0, 10, "计量标准考核申请书|计量标准技术报告|~检定人员能力证明", OnSite, "计量标准考核证书", 60, "质量技术"),
        new("scjgj", "公司设立登记", MatterKind.Confirmation, 3, 1, $"公司登记申请书|公司章程|股东主体资格证明|~住所使用证明|{Agent}", "", "营业执照", 0, "企业开办", OnTheSpot: true),
        new("wjj", "公共场所卫生许可", Licence, 0, 8, $"公共场所卫生许可申请表|公共场所平面布局图|卫生检测报告|~从业人员健康合格证明|{Agent}", OnSite, "公共场所卫生许可证", 48, "公共场所"),
        new("wjj", "医疗机构执业登记", Licence, 45, 15, $"医疗机构申请执业登记注册书|医疗机构用房产权或使用证明|~医疗机构建筑设计平面图|医疗机构规章制度|{Agent}", OnSite, "医疗机构执业许可证", 60, "医疗"),
        new("wjj", "放射诊疗许可", Licence, 0, 10, "放射诊疗许可申请表|放射诊疗设备清单|放射工作人员证明|~建设项目放射防护竣工验收合格证明", OnSite, "放射诊疗许可证", 0, "医疗"),
        new("wjj", "护士执业注册", Licence, 20, 5, "护士执业注册申请审核表|护理专业学历证书|~健康体检证明", Review, "护士执业证书", 60, "职业资格", ForPeople: true),
        new("wjj", "饮用水供水单位卫生许可", Licence, 0, 10, "供水单位卫生许可申请表|水质检测报告|供水工艺流程图|~管水人员健康证明", OnSite, "卫生许可证", 48, "公共卫生"),
        new("jtj", "道路货物运输经营许可", Licence, 20, 5, $"道路货物运输经营申请表|车辆行驶证和检测合格证明|~驾驶员从业资格证|安全生产管理制度|{Agent}", Review, "道路运输经营许可证", 48, "交通出行"),
        new("jtj", "道路旅客运输站经营许可", Licence, 15, 8, "道路旅客运输站经营申请表|客运站竣工验收证明|业务操作规程和安全管理制度|~拟招聘的专业人员资格证明", OnSite, "道路运输经营许可证", 96, "交通出行"),
        new("jtj", "经营性道路货物运输驾驶员从业资格认定", Licence, 10, 5, "从业资格申请表|机动车驾驶证|~培训结业证明", Review, "道路运输从业人员从业资格证", 72, "职业资格", ForPeople: true),
        new("jtj", "涉路施工许可", Licence, 0, 8, "涉路施工许可申请书|施工图和设计文件|安全评价报告|~交通组织方案", OnSite, "涉路施工许可证", 0, "工程建设"),
        new("rsj", "劳务派遣经营许可", Licence, 20, 8, $"劳务派遣经营许可申请书|公司章程和验资证明|~经营场所使用证明|劳务派遣管理制度和合同文本|{Agent}", OnSite, "劳务派遣经营许可证", 36, "人力资源"),
        new("rsj", "人力资源服务许可", Licence, 0, 8, "人力资源服务许可申请表|机构章程和管理制度|~专职工作人员名册|场所使用证明", OnSite, "人力资源服务许可证", 60, "人力资源"),
        new("rsj", "不定时工作制和综合计算工时工作制审批", Licence, 20, 10, "企业实行其他工作和休息办法申请表|岗位和工作时间说明|~职工代表大会意见", Review, "准予行政许可决定书", 24, "人力资源"),
        new("rsj", "民办职业培训学校设立审批", Licence, 60, 20, "举办申请报告|办学章程和管理制度|举办者资格证明|~消防验收或备案证明", OnSite, "民办学校办学许可证", 36, "教育"),
        new("rsj", "失业登记", MatterKind.PublicService, -1, 1, "失业登记申请表|居民身份证", "", "", 0, "就业创业", OnTheSpot: true, ForPeople: true),
        new("gaj", "旅馆业特种行业许可", Licence, 0, 8, $"特种行业许可申请登记表|旅馆平面示意图|~消防安全检查合格证明|治安管理制度|{Agent}", OnSite, "特种行业许可证", 0, "公共安全"),
        new("gaj", "大型群众性活动安全许可", Licence, 7, 6, "大型群众性活动安全许可申请表|活动方案和安全工作方案|~场所管理者同意文件|搭建和电气检测报告", "资料审查 2|现场核查! 2|复核 1", "准予行政许可决定书", 0, "公共安全"),
        new("gaj", "公章刻制业特种行业许可", Licence, 0, 8, "特种行业许可申请登记表|经营场所证明|~法定代表人无违法犯罪记录声明", OnSite, "特种行业许可证", 0, "公共安全"),
        new("gaj", "出生登记", MatterKind.Confirmation, -1, 1, "出生医学证明|父母居民户口簿和身份证|~结婚证", "", "", 0, "户籍", OnTheSpot: true, ForPeople: true),
        new("zrzyj", "建设用地规划许可证核发", Licence, 20, 8, "建设用地规划许可申请表|土地使用证明文件|~项目批准、核准或备案文件", Review, "建设用地规划许可证", 0, "工程建设"),
        new("zrzyj", "建设工程规划许可证核发", Licence, 20, 8, "建设工程规划许可申请表|建设工程设计方案|土地使用证明文件|~日照分析报告", OnSite, "建设工程规划许可证", 0, "工程建设"),
        new("zrzyj", "不动产首次登记", MatterKind.Confirmation, 30, 5, $"不动产登记申请书|不动产权属来源材料|不动产权籍调查成果|{Agent}", Review, "不动产权证书", 0, "不动产"),
        new("zrzyj", "不动产转移登记", MatterKind.Confirmation, 30, 5, $"不动产登记申请书|不动产权证书|买卖合同|~完税证明|{Agent}", Review, "不动产权证书", 0, "不动产"),
        new("zjj", "建筑工程施工许可证核发", Licence, 7, 5, "建筑工程施工许可申请表|施工图审查合格证明|施工合同|~质量安全监督手续", Review, "建筑工程施工许可证", 0, "工程建设"),
        new("zjj", "商品房预售许可", Licence, 10, 5, "商品房预售许可申请表|工程进度证明|预售方案|~预售资金监管协议", Review, "商品房预售许可证", 0, "房地产"),
        new("zjj", "建设工程消防验收", Licence, 15, 10, "消防验收申请表|工程竣工验收报告|消防设施检测合格证明|~竣工图纸", OnSite, "建设工程消防验收意见书", 0, "工程建设"),
        new("zjj", "房屋建筑工程竣工验收备案", MatterKind.OtherPower, 15, 5, "竣工验收备案表|竣工验收报告|规划和消防验收文件|~质量保修书", Review, "竣工验收备案表", 0, "工程建设"),
        new("wlj", "娱乐场所经营许可", Licence, 20, 10, $"娱乐场所申请登记表|场所平面图|~消防和环保合格文件|投资人声明|{Agent}", OnSite, "娱乐经营许可证", 24, "文化"),
        new("wlj", "营业性演出审批", Licence, 3, 2, "营业性演出申请表|演出场所证明|节目单和视听材料|~演出合同", "审查 1|复核 1", "营业性演出准予许可决定", 0, "文化"),
        new("wlj", "互联网上网服务营业场所经营许可", Licence, 20, 10, "互联网上网服务营业场所申请表|场所使用证明|~消防安全检查合格文件|安全管理制度", OnSite, "网络文化经营许可证", 0, "文化"),
        new("wlj", "经营高危险性体育项目许可", Licence, 30, 10, "高危险性体育项目经营申请书|体育场所和设施符合标准的说明|~社会体育指导人员证书", OnSite, "高危险性体育项目经营许可证", 60, "体育"),
        new("mzj", "社会团体成立登记", Licence, 60, 20, "成立登记申请书|业务主管单位批准文件|验资报告和场所证明|~章程草案和会员名册", Review, "社会团体法人登记证书", 48, "社会组织"),
        new("mzj", "民办非企业单位成立登记", Licence, 60, 20, "成立登记申请书|业务主管单位批准文件|验资报告和场所证明|~章程草案", Review, "民办非企业单位登记证书", 48, "社会组织"),
        new("mzj", "最低生活保障对象认定", MatterKind.Payment, 30, 15, "最低生活保障申请书|家庭经济状况核对授权书|~收入证明", "入户调查! 5|审核 4|确认^ 3", "", 0, "社会救助", ForPeople: true),
        new("cgj", "户外广告设施设置审批", Licence, 0, 8, $"户外广告设置申请表|设置位置效果图|场地使用证明|~结构安全证明|{Agent}", OnSite, "户外广告设置许可证", 24, "市容"),
        new("cgj", "城市建筑垃圾处置核准", Licence, 0, 8, "建筑垃圾处置申请表|处置方案|~运输合同和车辆证明", OnSite, "城市建筑垃圾处置核准书", 12, "市容"),
        new("cgj", "临时占用城市绿地审批", Licence, 0, 8, "临时占用绿地申请表|占用位置图|~绿地恢复方案", OnSite, "准予行政许可决定书", 0, "市容"),
    ];
}
