using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>The rules of checking and asking for materials (DOMAIN §3, rules 1 to 4).</summary>
public static class MaterialCheck
{
    public const int NoteLength = 500;

    /// <summary>The materials after a look at some of them; nothing outside the standard's list is found or asked for.</summary>
    public static Result<IReadOnlyList<Material>> Apply(IReadOnlyList<Material> materials, IReadOnlyList<Finding> findings, DateOnly day)
    {
        var changed = materials.ToList();
        foreach (var finding in findings)
        {
            var at = changed.FindIndex(m => m.Requirement == finding.Requirement);
            if (at < 0)
                return CaseErrors.OutsideStandard(finding.Requirement);
            var material = changed[at];
            if (FaultOf(material, finding) is { } fault)
                return fault;
            var isHere = finding.What is MaterialFinding.Sound or MaterialFinding.Faulty;
            changed[at] = material with
            {
                Finding = finding.What,
                Note = finding.Note.Trim(),
                HandedInOn = isHere ? material.HandedInOn ?? day : material.HandedInOn,
            };
        }

        return Result.Of<IReadOnlyList<Material>>(changed);
    }

    /// <summary>The first material that nobody has looked at, or null.</summary>
    public static Material? Unchecked(IEnumerable<Material> materials) => materials.FirstOrDefault(m => m.Finding == MaterialFinding.Unchecked);

    /// <summary>The first one that keeps a case from being complete, or null.</summary>
    public static Material? Lacking(IEnumerable<Material> materials) => materials.FirstOrDefault(m => !m.Settled);

    /// <summary>Refuses a notice that does not ask for exactly all that is missing or faulty: there will not be another one (ALL Art. 32 item 4).</summary>
    public static Result CheckNotice(IReadOnlyList<Material> materials, IReadOnlyList<SupplementItem> items)
    {
        foreach (var item in items)
        {
            if (materials.FirstOrDefault(m => m.Requirement == item.Requirement) is not { } material)
                return CaseErrors.OutsideStandard(item.Requirement);
            if (material.Settled)
                return CaseErrors.MaterialSettled(material.Name);
            if (OneLine.Read(item.What, NoteLength) is null)
                return CaseErrors.FaultUnsaid(material.Name, NoteLength);
            if (items.Count(i => i.Requirement == item.Requirement) > 1)
                return CaseErrors.NamedTwice(material.Name);
        }

        if (materials.FirstOrDefault(m => !m.Settled && items.All(i => i.Requirement != m.Requirement)) is { } forgotten)
            return CaseErrors.NoticeIncomplete(forgotten.Name);
        return items.Count == 0 ? CaseErrors.NothingLacking : Result.Ok;
    }

    /// <summary>The materials with the promises, where each of those that lack is secondary and promised for a day that is not past.</summary>
    public static Result<IReadOnlyList<Material>> Promise(IReadOnlyList<Material> materials, IReadOnlyList<MaterialPromise> promises, DateOnly today)
    {
        if (promises.FirstOrDefault(p => materials.All(m => m.Requirement != p.Requirement)) is { } outside)
            return CaseErrors.OutsideStandard(outside.Requirement);
        var changed = new List<Material>();
        foreach (var material in materials)
        {
            var promise = promises.FirstOrDefault(p => p.Requirement == material.Requirement);
            if (material.Settled && promise is not null)
                return CaseErrors.MaterialSettled(material.Name);
            if (!material.Settled && material.Weight == Matters.MaterialWeight.Key)
                return CaseErrors.KeyMaterialLacking(material.Name);
            if (!material.Settled && promise is null)
                return CaseErrors.PromiseMissing(material.Name);
            if (promise?.By < today)
                return CaseErrors.PromisePast(material.Name);
            changed.Add(material with { PromisedBy = promise?.By });
        }

        return promises.Count == 0 ? CaseErrors.NothingLacking : Result.Of<IReadOnlyList<Material>>(changed);
    }

    private static Error? FaultOf(Material material, Finding finding)
    {
        if (OneLine.ReadOptional(finding.Note, NoteLength) is not { } note || (finding.What == MaterialFinding.Faulty && note.Length == 0))
            return CaseErrors.FaultUnsaid(material.Name, NoteLength);
        if (finding.What == MaterialFinding.NotNeeded && material.Need == Matters.MaterialNeed.Always)
            return CaseErrors.MaterialNeeded(material.Name);
        return finding.What == MaterialFinding.Unchecked ? CaseErrors.MaterialUnchecked(material.Name) : null;
    }
}
