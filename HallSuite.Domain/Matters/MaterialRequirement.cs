namespace HallSuite.Domain.Matters;

/// <summary>One material that a standard asks for (材料要求). Nobody can ask an applicant for anything else (DOMAIN §3, rule 3).</summary>
/// <param name="Code">Short, unique in the standard, the same in all its versions.</param>
/// <param name="Copies">How many are handed in; 1 for one original.</param>
/// <param name="Circumstance">When it is needed; empty for a material that always is.</param>
/// <param name="Note">What a sound one must have, for the applicant and the clerk.</param>
public sealed record MaterialRequirement(
    string Code, string Name, MaterialWeight Weight, MaterialNeed Need = MaterialNeed.Always, string Circumstance = "", MaterialForm Form = MaterialForm.Original,
    int Copies = 1, MaterialSource Source = MaterialSource.Applicant, string Note = "")
{
    public const int CodeLength = 20;
    public const int NameLength = 200;
    public const int NoteLength = 1000;
    public const int MostCopies = 50;
}
