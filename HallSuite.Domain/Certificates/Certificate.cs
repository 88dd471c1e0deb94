using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Certificates;

/// <summary>What a certificate is issued with.</summary>
/// <param name="Number">Of its paper, from the department's series.</param>
/// <param name="Name">As 公共场所卫生许可证.</param>
/// <param name="Identifier">Null where the matter's code names no authority that could issue one.</param>
/// <param name="HolderShown">As everyone may see it: the name of a person masked, of an organisation in full.</param>
/// <param name="Holder">The name in full.</param>
/// <param name="HolderLookup">Finds the holder's other certificates and cases.</param>
/// <param name="ValidUntil">Null for valid without end (长期).</param>
/// <param name="Document">The paper.</param>
public sealed record CertificateFacts(
    CaseId Case, MatterId Matter, DepartmentId Department, HallId Hall, string Number, string Name, CertificateIdentifier? Identifier, string HolderShown, SealedText Holder,
    LookupHash HolderLookup, DateOnly ValidFrom, DateOnly? ValidUntil, DocumentId Document);

/// <summary>
/// A licence, permit or approval that a case handed out (证照, DOMAIN §1). One case hands out one. What it says stands on its paper, which is signed once
/// and can be declared void; the record is what a library of certificates is read from.
/// </summary>
public sealed class Certificate
{
    public const int NameLength = 100;
    public const int HolderLength = 500;

    private Certificate()
    {
    }

    public CertificateId Id { get; private set; }

    public CaseId Case { get; private set; }

    public MatterId Matter { get; private set; }

    /// <summary>Who issued it.</summary>
    public DepartmentId Department { get; private set; }

    public HallId Hall { get; private set; }

    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Identifier { get; private set; }

    public string HolderShown { get; private set; } = "";

    public SealedText Holder { get; private set; }

    public LookupHash HolderLookup { get; private set; }

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    public DocumentId Document { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    public static Certificate Issue(CertificateId id, CertificateFacts facts, DateTimeOffset now) => new()
    {
        Id = id,
        Case = facts.Case,
        Matter = facts.Matter,
        Department = facts.Department,
        Hall = facts.Hall,
        Number = facts.Number,
        Name = facts.Name,
        Identifier = facts.Identifier?.Text,
        HolderShown = facts.HolderShown,
        Holder = facts.Holder,
        HolderLookup = facts.HolderLookup,
        ValidFrom = facts.ValidFrom,
        ValidUntil = facts.ValidUntil,
        Document = facts.Document,
        IssuedAt = now,
    };
}
