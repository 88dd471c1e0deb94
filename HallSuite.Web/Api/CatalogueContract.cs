using System.Text.Json.Serialization;
using HallSuite.Domain.Calendar;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Matters;

namespace HallSuite.Web.Api;

// The shapes of CONTRACT §3 for matters and the calendar.

/// <summary>How a limit counts, as the outside names it.</summary>
public enum UnitJson
{
    Working,
    Calendar,
}

/// <summary>How long something may take.</summary>
public sealed record LimitJson(int Days, UnitJson Unit)
{
    public static LimitJson? Of(Limit? limit) => limit is { } some ? new(some.Days, OfUnit(some.Unit)) : null;

    private static UnitJson OfUnit(LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDays => UnitJson.Working,
        LimitUnit.CalendarDays => UnitJson.Calendar,
    };
}

/// <summary>One day on the way to the end of a limit.</summary>
/// <param name="Reason">counted, counted-make-up, weekend, holiday or moved-to.</param>
/// <param name="Holiday">The name of the holiday as published; left out where there is none.</param>
public sealed record DueStepJson(
    DateOnly Date, bool Counts, StepReason Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Holiday);

/// <summary>The last day of a limit and how it came about.</summary>
/// <param name="Provisional">A day on the way lies in a year that is not published yet; the end may move.</param>
public sealed record DueJson(DateOnly From, int Days, DateOnly Due, bool Provisional, IReadOnlyList<DueStepJson> Steps)
{
    public static DueJson Of(DueDate due) => new(
        due.Start, due.Limit.Days, due.Day, due.Provisional, [.. due.Steps.Select(s => new DueStepJson(s.Day, s.Number > 0, s.Reason, s.Holiday))]);
}

/// <summary>A matter of the catalogue.</summary>
/// <param name="Code">31 or 33 characters.</param>
/// <param name="BasicCode">The 12 of them that are the same for every authority.</param>
public sealed record MatterLineJson(string Code, string BasicCode, string Name, string Department, MatterKind Kind)
{
    public static MatterLineJson Of(CatalogueLine line) => new(line.Code, MatterCode.Of(line.Code).Value.Basic, line.Name, line.Department, line.Kind);
}

/// <summary>A page of the catalogue by code.</summary>
/// <param name="Next">What to ask for as <c>after</c>; null at the end.</param>
public sealed record MattersJson(IReadOnlyList<MatterLineJson> Items, string? Next);

/// <summary>A material that the standard asks for.</summary>
/// <param name="Circumstance">When it is needed; null for always.</param>
public sealed record MaterialJson(string Code, string Name, MaterialWeight Weight, MaterialForm Form, int Copies, MaterialSource Source, string? Circumstance, string? Note)
{
    public static MaterialJson Of(MaterialRequirement material) => new(
        material.Code, material.Name, material.Weight, material.Form, material.Copies, material.Source, TextOrNull(material.Circumstance), TextOrNull(material.Note));

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>A review step; those of one stage run side by side.</summary>
public sealed record ReviewStepJson(string Code, string Name, int Stage, LimitJson? Limit);

/// <summary>A matter by the standard that holds today.</summary>
/// <param name="Statutory">Null for no limit at all.</param>
/// <param name="Committed">What the hall promises; null for nothing.</param>
public sealed record MatterJson(
    string Code, string BasicCode, string Name, string Department, MatterKind Kind, IReadOnlyList<ApplicantKind> Objects, LimitJson? Statutory, LimitJson? Committed,
    IReadOnlyList<MaterialJson> Materials, IReadOnlyList<ReviewStepJson> Steps)
{
    public static MatterJson Of(CatalogueMatter matter) => new(
        matter.Code, MatterCode.Of(matter.Code).Value.Basic, matter.Name, matter.Department, matter.Kind, matter.Objects, LimitJson.Of(matter.Standard.StatutoryDays),
        LimitJson.Of(matter.Standard.Committed), [.. matter.Standard.Materials.Select(MaterialJson.Of)],
        [.. matter.Standard.Steps.Select(s => new ReviewStepJson(s.Code, s.Name, s.Stage, LimitJson.Of(s.Limit)))]);
}
