using HallSuite.Domain.Calendar;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Matters;

/// <summary>
/// How a matter is done (DOMAIN §1): conditions, materials, limits, steps, discretion, result and fee. A draft may be incomplete;
/// <see cref="Check"/> says whether it can be published. Written and read whole.
/// </summary>
public sealed record StandardContent
{
    public const int TextLength = 4000;

    /// <summary>Of materials, steps, criteria and rules, each; the longest of 2,262 real matters asks for 19 materials.</summary>
    public const int MostParts = 50;

    /// <summary>What an applicant must meet.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>The law, regulation or rule that provides for the matter.</summary>
    public string Basis { get; init; } = "";

    public Handling Handling { get; init; } = Handling.Single;

    /// <summary>法定时限.</summary>
    public StatutoryLimit Statutory { get; init; } = StatutoryLimit.ByLaw;

    /// <summary>承诺时限, at most the statutory one; null for none.</summary>
    public Limit? Committed { get; init; }

    /// <summary>即办件: complete papers are received, decided and handed out in one act by one clerk (ALL Art. 34).</summary>
    public bool OnTheSpot { get; init; }

    public IReadOnlyList<MaterialRequirement> Materials { get; init; } = [];

    public IReadOnlyList<ReviewStepRule> Steps { get; init; } = [];

    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    public IReadOnlyList<DiscretionRule> Rules { get; init; } = [];

    public ResultRule Result { get; init; } = ResultRule.Nothing;

    public FeeRule Fee { get; init; } = FeeRule.Free;

    /// <summary>The statutory limit that holds; null for none.</summary>
    public Limit? StatutoryDays => Statutory.Under(Handling);

    /// <summary>The first reason why no case could be handled by it, or none.</summary>
    public Result Check(MatterKind kind)
    {
        if (Paragraphs.ReadOptional(Conditions, TextLength) is null || Paragraphs.ReadOptional(Basis, TextLength) is null)
            return MatterErrors.TextInvalid(TextLength);
        if (Math.Max(Math.Max(Materials.Count, Steps.Count), Math.Max(Criteria.Count, Rules.Count)) > MostParts)
            return MatterErrors.TooManyParts(MostParts);
        Error?[] faults =
        [
            LimitFault(kind), Materials.Select(MaterialFault).FirstOrDefault(f => f is not null), TwiceFault(Materials.Select(m => m.Code)),
            StepFault(), TwiceFault(Steps.Select(s => s.Code)), DiscretionFault(), TwiceFault(Criteria.Select(c => c.Code)), OutcomeFault(),
        ];
        return faults.FirstOrDefault(f => f is not null) is { } fault ? fault : Kernel.Result.Ok;
    }

    private Error? LimitFault(MatterKind kind)
    {
        if ((Statutory.Basis == LimitBasis.OwnRule) != Statutory.Own is not null || !IsLimit(Statutory.Own) || !IsLimit(Committed))
            return CalendarErrors.LimitInvalid;
        if (kind == MatterKind.Licence && StatutoryDays is null)
            return MatterErrors.LicenceNeedsLimit;
        if (Committed is { } committed && StatutoryDays is { } statutory && IsSurelyLonger(committed, statutory))
            return MatterErrors.CommittedLonger(committed.Days, statutory.Days);
        return null;
    }

    private static Error? MaterialFault(MaterialRequirement material)
    {
        if (OneLine.Read(material.Code, MaterialRequirement.CodeLength) != material.Code || OneLine.Read(material.Name, MaterialRequirement.NameLength) is null)
            return MatterErrors.MaterialInvalid(material.Code);
        if (Paragraphs.ReadOptional(material.Circumstance, MaterialRequirement.NoteLength) is null || Paragraphs.ReadOptional(material.Note, MaterialRequirement.NoteLength) is null)
            return MatterErrors.TextInvalid(MaterialRequirement.NoteLength);
        if ((material.Need == MaterialNeed.InCircumstance) == string.IsNullOrWhiteSpace(material.Circumstance))
            return MatterErrors.CircumstanceInvalid(material.Name);
        if (material.Copies is < 1 or > MaterialRequirement.MostCopies)
            return MatterErrors.CopiesInvalid(material.Name, MaterialRequirement.MostCopies);
        return null;
    }

    private Error? StepFault()
    {
        // What is done on the spot needs no review, and whatever else does needs somebody who is not the clerk.
        if (Steps.Count == 0 && !OnTheSpot)
            return MatterErrors.StepsMissing;
        foreach (var step in Steps)
        {
            if (OneLine.Read(step.Code, ReviewStepRule.CodeLength) != step.Code || OneLine.Read(step.Name, ReviewStepRule.NameLength) is null)
                return MatterErrors.StepInvalid(step.Code);
            if (!IsLimit(step.Limit))
                return CalendarErrors.LimitInvalid;
        }

        var stages = Steps.Select(s => s.Stage).Distinct().Order().ToList();
        if (stages.Count > ReviewStepRule.MostStages || !stages.SequenceEqual(Enumerable.Range(1, stages.Count)))
            return MatterErrors.StagesInvalid(ReviewStepRule.MostStages);
        return StepTimeFault();
    }

    /// <summary>The stages follow each other, so their longest steps must fit into the time that is promised, or else into that of the law.</summary>
    private Error? StepTimeFault()
    {
        if ((Committed ?? StatutoryDays) is not { } whole)
            return null;
        var days = Steps.GroupBy(s => s.Stage).Sum(stage => stage.Max(s => s.Limit is { } limit && limit.Unit == whole.Unit ? limit.Days : 0));
        return days > whole.Days ? MatterErrors.StepsLonger(days, whole.Days) : null;
    }

    private Error? DiscretionFault()
    {
        foreach (var criterion in Criteria)
        {
            if (OneLine.Read(criterion.Code, Criterion.CodeLength) != criterion.Code || OneLine.Read(criterion.Name, Criterion.NameLength) is null ||
                criterion.Options.Count < 2 || criterion.Options.Distinct().Count() != criterion.Options.Count ||
                criterion.Options.Any(o => OneLine.Read(o, Criterion.OptionLength) is null))
                return MatterErrors.CriterionInvalid(criterion.Code);
        }

        foreach (var rule in Rules)
        {
            if (OneLine.Read(rule.Name, DiscretionRule.NameLength) is null || rule.Allows.Count == 0 || rule.When.Any(m => !Discretion.IsKnown(Criteria, m)))
                return MatterErrors.RuleInvalid(rule.Name);
        }

        return Discretion.Contradiction(Rules) is { } two ? MatterErrors.RulesContradict(two.One.Name, two.Other.Name) : null;
    }

    private Error? OutcomeFault()
    {
        if (Result.HasCertificate != OneLine.Read(Result.Name, ResultRule.NameLength) is not null || Result.ValidMonths is < 1 or > ResultRule.MostMonths)
            return MatterErrors.ResultInvalid;
        if (OneLine.ReadOptional(Fee.Basis, FeeRule.TextLength) is not { } basis || OneLine.ReadOptional(Fee.Note, FeeRule.TextLength) is null)
            return MatterErrors.TextInvalid(FeeRule.TextLength);
        return Fee.Charged && basis.Length == 0 ? MatterErrors.FeeBasisMissing : null;
    }

    private static Error? TwiceFault(IEnumerable<string> codes) =>
        codes.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice ? MatterErrors.CodeTwice(twice.Key) : null;

    private static bool IsLimit(Limit? limit) => limit is not { } some || Limit.Read(some.Days, some.Unit).IsOk;

    /// <summary>A number of working days lasts at least as many calendar days; the other way round nobody can tell without a date.</summary>
    private static bool IsSurelyLonger(Limit committed, Limit statutory) =>
        committed.Days > statutory.Days && !(committed.Unit == LimitUnit.CalendarDays && statutory.Unit == LimitUnit.WorkingDays);
}
