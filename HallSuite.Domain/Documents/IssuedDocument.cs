using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Documents;

/// <summary>What a document is issued with.</summary>
/// <param name="Hall">Where it was issued; null where no hall had a part in it.</param>
/// <param name="Organ">As printed.</param>
/// <param name="Addressee">As everyone may see it: the name of a person masked, of an organisation in full; empty where it is for nobody in particular.</param>
/// <param name="Day">The local day it is dated.</param>
/// <param name="VerifyCode">Random; leads to the public check.</param>
/// <param name="VerifyUrl">The address in its QR code; null where the installation has no public address.</param>
/// <param name="ModelName">The type of the model.</param>
/// <param name="Model">All that it says, sealed.</param>
public sealed record DocumentFacts(
    DocumentKind Kind, HallId? Hall, DepartmentId Department, string Organ, string Addressee, DateOnly Day, string VerifyCode, string? VerifyUrl, string ModelName,
    SealedText Model);

/// <summary>
/// A document that was issued under a number. What it says is stored with the number and never changes; the signed file follows and never changes either.
/// It is never deleted: a mistake makes it void, and its number stays used.
/// </summary>
public sealed class IssuedDocument : IVersioned
{
    public const int NumberLength = 60;
    public const int NameLength = 500;
    public const int VerifyCodeLength = 20;
    public const int FileHashLength = 64;

    /// <summary>The characters of a verify code: no two of them look alike, so that it can be typed from paper.</summary>
    public const string VerifyCodeCharacters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>A verify code as people type it from paper: small letters, blanks and hyphens do no harm.</summary>
    public static string PlainCode(string typed) => new string([.. typed.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();

    private IssuedDocument()
    {
    }

    public DocumentId Id { get; private set; }

    public DocumentKind Kind { get; private set; }

    public HallId? Hall { get; private set; }

    public DepartmentId Department { get; private set; }

    public string Organ { get; private set; } = "";

    public string Addressee { get; private set; } = "";

    public string Series { get; private set; } = "";

    public int Serial { get; private set; }

    /// <summary>As printed.</summary>
    public string Number { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    public string VerifyCode { get; private set; } = "";

    public string? VerifyUrl { get; private set; }

    public string ModelName { get; private set; } = "";

    public SealedText Model { get; private set; }

    /// <summary>The SHA-256 of the signed file, by which the file store knows it; null until it is signed.</summary>
    public string? FileHash { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    public string? VoidReason { get; private set; }

    public long Version { get; private set; }

    public DocumentState State => StateOf(SignedAt, VoidedAt);

    public static DocumentState StateOf(DateTimeOffset? signedAt, DateTimeOffset? voidedAt) =>
        voidedAt is not null ? DocumentState.Void : signedAt is not null ? DocumentState.Valid : DocumentState.Signing;

    public static Result<IssuedDocument> Issue(DocumentId id, DocumentNumber number, DocumentFacts facts, DateTimeOffset now)
    {
        if (OneLine.Read(facts.Organ, NameLength) is not { } organ || OneLine.ReadOptional(facts.Addressee, NameLength) is not { } addressee)
            return DocumentErrors.NameInvalid(NameLength);
        return new IssuedDocument
        {
            Id = id,
            Kind = facts.Kind,
            Hall = facts.Hall,
            Department = facts.Department,
            Organ = organ,
            Addressee = addressee,
            Series = number.Series,
            Serial = number.Serial,
            Number = number.ToString(),
            Day = facts.Day,
            IssuedAt = now,
            VerifyCode = facts.VerifyCode,
            VerifyUrl = facts.VerifyUrl,
            ModelName = facts.ModelName,
            Model = facts.Model,
        };
    }

    /// <summary>The signed file is in the store. Once: what was stored first is what counts.</summary>
    public Result MarkSigned(string fileHash, DateTimeOffset now)
    {
        if (VoidedAt is not null)
            return DocumentErrors.IsVoid(Number);
        if (SignedAt is not null)
            return DocumentErrors.AlreadySigned;
        (FileHash, SignedAt) = (fileHash, now);
        return Result.Ok;
    }

    /// <summary>Declares it void; signed or not.</summary>
    public Result Void(string reason, DateTimeOffset now)
    {
        if (VoidedAt is not null)
            return DocumentErrors.IsVoid(Number);
        (VoidReason, VoidedAt) = (reason, now);
        return Result.Ok;
    }
}
