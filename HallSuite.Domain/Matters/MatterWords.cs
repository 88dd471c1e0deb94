namespace HallSuite.Domain.Matters;

/// <summary>What a matter is in law: the kinds that people apply for, as the national catalogues have them.</summary>
public enum MatterKind
{
    /// <summary>行政许可: the Administrative Licensing Law applies with all its limits.</summary>
    Licence,

    /// <summary>行政确认.</summary>
    Confirmation,

    /// <summary>行政给付.</summary>
    Payment,

    /// <summary>行政奖励.</summary>
    Reward,

    /// <summary>行政裁决.</summary>
    Adjudication,

    /// <summary>其他行政权力.</summary>
    OtherPower,

    /// <summary>公共服务: often without any statutory limit.</summary>
    PublicService,
}

/// <summary>Whom a matter serves (服务对象), as the catalogues name them.</summary>
public enum ApplicantKind
{
    /// <summary>自然人.</summary>
    Natural,

    /// <summary>企业法人.</summary>
    Company,

    /// <summary>事业法人.</summary>
    PublicInstitution,

    /// <summary>社会组织法人.</summary>
    SocialOrganisation,

    /// <summary>非法人企业.</summary>
    UnincorporatedBusiness,

    /// <summary>行政机关.</summary>
    Authority,

    /// <summary>其他组织.</summary>
    OtherOrganisation,
}

/// <summary>The life of a version of a standard.</summary>
public enum StandardState
{
    /// <summary>Being written; no case can be received under it.</summary>
    Draft,

    /// <summary>In force from its first day until a successor is published.</summary>
    Published,

    /// <summary>Has a last day, which may still lie ahead. Cases received under it stay with it.</summary>
    Retired,
}

/// <summary>What can be done with a version of a standard; names the act in a refusal.</summary>
public enum StandardAct
{
    Revise,
    Publish,
    Retire,
}

/// <summary>How authorities work on a case (ALL Art. 26); it sets the limit of the law and of an extension.</summary>
public enum Handling
{
    /// <summary>One authority decides: 20 working days, 10 more.</summary>
    Single,

    /// <summary>Several departments unified, jointly or centrally: 45 working days, 15 more.</summary>
    Joint,
}

/// <summary>Where the statutory limit of a standard comes from.</summary>
public enum LimitBasis
{
    /// <summary>ALL Art. 42.</summary>
    ByLaw,

    /// <summary>Another law, regulation or rule sets its own (Art. 42: 另有规定的，依照其规定).</summary>
    OwnRule,

    /// <summary>There is none. None is not zero.</summary>
    None,
}

/// <summary>Whether a case can be accepted against a promise while the material is missing (容缺受理).</summary>
public enum MaterialWeight
{
    /// <summary>主件: without it there is nothing to review.</summary>
    Key,

    /// <summary>次要件: may follow by a promised day.</summary>
    Secondary,
}

/// <summary>When a material is asked for.</summary>
public enum MaterialNeed
{
    Always,

    /// <summary>Only in a circumstance that the requirement describes, as a power of attorney where an agent comes.</summary>
    InCircumstance,
}

/// <summary>In which form a material is handed in.</summary>
public enum MaterialForm
{
    Original,
    Copy,

    /// <summary>Shown in the original, kept as a copy.</summary>
    OriginalAndCopy,
    Electronic,
}

/// <summary>Who makes the material.</summary>
public enum MaterialSource
{
    Applicant,

    /// <summary>An authority; such data is looked up where a register answers.</summary>
    Authority,

    /// <summary>A test laboratory, an appraiser, a bank …</summary>
    ThirdParty,
}

/// <summary>Who does a review step.</summary>
public enum StepRole
{
    Reviewer,
    DepartmentHead,
}

/// <summary>What is handed out in the end (ALL Art. 39).</summary>
public enum ResultKind
{
    /// <summary>许可证、执照.</summary>
    Licence,

    /// <summary>资格证、资质证.</summary>
    Qualification,

    /// <summary>批准文件、证明文件.</summary>
    Approval,

    /// <summary>Labels, seals on goods and whatever else the law provides.</summary>
    Other,

    /// <summary>The decision itself is all.</summary>
    None,
}

/// <summary>The two ways a decision can go (ALL Art. 38).</summary>
public enum DecisionOutcome
{
    Approve,
    Refuse,
}
