using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Matters;

/// <summary>Refusals about matters and their standards.</summary>
public static class MatterErrors
{
    public static Error Unknown => new("matter.unknown", ErrorKind.NotFound);

    public static Error CodeTaken(string code) => new("matter.code-taken", ErrorKind.Conflict, code);

    public static Error NameInvalid => new("matter.name-invalid", ErrorKind.Invalid, Matter.NameLength);

    /// <summary>A text is too long or holds control characters; says the longest.</summary>
    public static Error TextInvalid(int longest) => new("matter.text-invalid", ErrorKind.Invalid, longest);

    /// <summary>A matter serves at least one kind of applicant.</summary>
    public static Error ServesNobody => new("matter.serves-nobody", ErrorKind.Invalid);

    public static Error VisitsInvalid(int most) => new("matter.visits-invalid", ErrorKind.Invalid, most);

    /// <summary>What is another thing in law is another matter, under a code of its own.</summary>
    public static Error KindFixed(MatterKind kind) => new("matter.kind-fixed", ErrorKind.Conflict, kind);

    /// <summary>The matter is already in or out of use.</summary>
    public static Error WrongState(bool active) => new("matter.wrong-state", ErrorKind.Conflict, active);

    public static Error StandardUnknown => new("standard.unknown", ErrorKind.NotFound);

    /// <summary>The version is in a state that does not allow the act; a published one is followed by another version.</summary>
    public static Error StandardWrongState(StandardState state, StandardAct act) => new("standard.wrong-state", ErrorKind.Conflict, state, act);

    /// <summary>A standard begins today at the earliest: nothing is done by rules that nobody could know.</summary>
    public static Error EffectivePast(DateOnly today) => new("standard.effective-past", ErrorKind.Invalid, today);

    /// <summary>Another version is in force through this day, later than the new one would begin.</summary>
    public static Error Overlaps(DateOnly lastDay) => new("standard.overlaps", ErrorKind.Conflict, lastDay);

    /// <summary>The last day of a version lies before this one; also when its successor would begin too early.</summary>
    public static Error LastDayTooEarly(DateOnly earliest) => new("standard.last-day-too-early", ErrorKind.Conflict, earliest);

    /// <summary>A standard lists at most this many materials, steps, criteria and rules.</summary>
    public static Error TooManyParts(int most) => new("standard.too-many-parts", ErrorKind.Invalid, most);

    /// <summary>The law gives every licence a limit (ALL Art. 42).</summary>
    public static Error LicenceNeedsLimit => new("standard.licence-needs-limit", ErrorKind.Invalid);

    /// <summary>The committed limit is longer than the statutory one.</summary>
    public static Error CommittedLonger(int committed, int statutory) => new("standard.committed-longer", ErrorKind.Invalid, committed, statutory);

    /// <summary>Code or name of a material is missing or too long.</summary>
    public static Error MaterialInvalid(string code) =>
        new("standard.material-invalid", ErrorKind.Invalid, code, MaterialRequirement.CodeLength, MaterialRequirement.NameLength);

    /// <summary>A circumstance is described exactly when the material is not always needed.</summary>
    public static Error CircumstanceInvalid(string material) => new("standard.circumstance-invalid", ErrorKind.Invalid, material);

    public static Error CopiesInvalid(string material, int most) => new("standard.copies-invalid", ErrorKind.Invalid, material, most);

    /// <summary>Two materials, steps or criteria have one code.</summary>
    public static Error CodeTwice(string code) => new("standard.code-twice", ErrorKind.Invalid, code);

    /// <summary>Whatever is not done on the spot is reviewed by somebody who did not take it in.</summary>
    public static Error StepsMissing => new("standard.steps-missing", ErrorKind.Invalid);

    /// <summary>Code or name of a step is missing or too long.</summary>
    public static Error StepInvalid(string code) => new("standard.step-invalid", ErrorKind.Invalid, code, ReviewStepRule.CodeLength, ReviewStepRule.NameLength);

    /// <summary>Stages are numbered 1, 2, 3 … without a gap.</summary>
    public static Error StagesInvalid(int most) => new("standard.stages-invalid", ErrorKind.Invalid, most);

    /// <summary>The stages together take longer than is promised or allowed.</summary>
    public static Error StepsLonger(int days, int whole) => new("standard.steps-longer", ErrorKind.Invalid, days, whole);

    /// <summary>A criterion has a code, a name, and at least two different answers.</summary>
    public static Error CriterionInvalid(string code) => new("standard.criterion-invalid", ErrorKind.Invalid, code);

    /// <summary>A rule has a name, allows something, and asks only for criteria and answers that there are.</summary>
    public static Error RuleInvalid(string rule) => new("standard.rule-invalid", ErrorKind.Invalid, rule);

    /// <summary>A case to which both rules apply could neither be approved nor refused.</summary>
    public static Error RulesContradict(string one, string other) => new("standard.rules-contradict", ErrorKind.Invalid, one, other);

    /// <summary>A certificate has a name and a validity of whole months, or none.</summary>
    public static Error ResultInvalid => new("standard.result-invalid", ErrorKind.Invalid, ResultRule.NameLength, ResultRule.MostMonths);

    /// <summary>Nothing is charged without a law that says so (ALL Art. 58).</summary>
    public static Error FeeBasisMissing => new("standard.fee-basis-missing", ErrorKind.Invalid);
}
