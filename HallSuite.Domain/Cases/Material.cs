using HallSuite.Domain.Matters;

namespace HallSuite.Domain.Cases;

/// <summary>One material of a case (材料): what its standard asks for, and what the check found.</summary>
/// <param name="Requirement">The code in the standard.</param>
/// <param name="Note">What is wrong with a faulty one.</param>
/// <param name="HandedInOn">The local day on which it was first there, faulty or not.</param>
/// <param name="PromisedBy">The day by which the applicant promised it (容缺受理); null when it was not promised.</param>
public sealed record Material(
    string Requirement, string Name, MaterialWeight Weight, MaterialNeed Need, MaterialFinding Finding = MaterialFinding.Unchecked, string Note = "",
    DateOnly? HandedInOn = null, DateOnly? PromisedBy = null)
{
    /// <summary>Whether the check found it in order, or not needed.</summary>
    public bool Settled => Finding switch
    {
        MaterialFinding.Sound or MaterialFinding.NotNeeded => true,
        MaterialFinding.Unchecked or MaterialFinding.Faulty or MaterialFinding.Missing => false,
    };

    /// <summary>Promised and not yet in.</summary>
    public bool Owed => PromisedBy is not null && !Settled;

    public static Material Of(MaterialRequirement requirement) => new(requirement.Code, requirement.Name, requirement.Weight, requirement.Need);
}

/// <summary>What somebody found when looking at one material.</summary>
/// <param name="Note">What is wrong; required for a faulty one.</param>
public sealed record Finding(string Requirement, MaterialFinding What, string Note = "");

/// <summary>One item of a supplement notice: a material of the standard and what has to be done about it.</summary>
public sealed record SupplementItem(string Requirement, string What);

/// <summary>The only supplement notice of a case (补正材料一次性告知书).</summary>
public sealed record Supplement(DateOnly SentOn, IReadOnlyList<SupplementItem> Items)
{
    public bool AsksFor(string requirement) => Items.Any(i => i.Requirement == requirement);
}

/// <summary>A day by which the applicant promises a material that is not there yet.</summary>
public sealed record MaterialPromise(string Requirement, DateOnly By);
