using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Applicants;

/// <summary>A checked identity number. It shows itself only masked; whoever needs the number says so.</summary>
public sealed record IdentityDocument
{
    private IdentityDocument(IdentityType type, string number) => (Type, Number) = (type, number);

    public IdentityType Type { get; }

    /// <summary>Normalised, in full: for sealing and for the look-up hash, never for a screen.</summary>
    public string Number { get; }

    /// <summary>What the look-up hash is made of; documents of two kinds with one number stay apart.</summary>
    public string LookupText => $"{Type}:{Number}";

    /// <param name="today">The local date; nobody is born after it.</param>
    public static Result<IdentityDocument> Of(IdentityType type, string? raw, DateOnly today) =>
        IdentityNumbers.Read(type, raw, today).TryGet(out var number, out var refusal) ? new IdentityDocument(type, number) : refusal;

    /// <summary>A citizen number that fails its check and is accepted by a supervisor with a reason (DOMAIN §7).</summary>
    public static Result<IdentityDocument> Overridden(string? raw, DateOnly today) =>
        IdentityNumbers.ReadOverridden(raw, today).TryGet(out var number, out var refusal) ? new IdentityDocument(IdentityType.Citizen, number) : refusal;

    /// <summary>The number as screens show it (PIPL, DOMAIN §7): <c>310***********1234</c>, <c>E*****678</c>.</summary>
    public string Mask() => MaskOf(Type, Number);

    /// <summary>Masks a number that was opened from its seal.</summary>
    public static string MaskOf(IdentityType type, string number)
    {
        var (first, last) = type switch
        {
            IdentityType.Citizen => (3, 4),
            IdentityType.Passport or IdentityType.HkMacao or IdentityType.Taiwan => number.Length >= 8 ? (1, 3) : (1, 1),
        };
        return number.Length <= first + last
            ? new string('*', number.Length)
            : string.Concat(number.AsSpan(0, first), new string('*', number.Length - first - last), number.AsSpan(number.Length - last));
    }

    public override string ToString() => Mask();
}
