using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Applicants;

/// <summary>What is wrong with an identity number.</summary>
public enum IdentityFault
{
    Length,
    Characters,

    /// <summary>No province has this prefix.</summary>
    Region,

    /// <summary>Not a day of the calendar, in the future, or before 1870.</summary>
    BirthDate,

    CheckDigit,

    /// <summary>15 digits: the first-generation card, no longer valid since 2013.</summary>
    FirstGeneration,
}

/// <summary>Refusals about people's identities; none of them repeats personal data.</summary>
public static class ApplicantErrors
{
    /// <summary>An identity number that cannot be right; says why.</summary>
    public static Error IdNumberInvalid(IdentityFault fault) => new("id-number.invalid", ErrorKind.Invalid, fault);

    /// <summary>A name is 1 to 100 characters without control characters.</summary>
    public static Error NameInvalid => new("name.invalid", ErrorKind.Invalid, PersonName.LongestTextElements);

    /// <summary>A unified social credit code has 18 digits and letters.</summary>
    public static Error CreditCodeInvalid => new("credit-code.invalid", ErrorKind.Invalid, CreditCode.Length);

    /// <summary>The credit code is doubtful; whoever accepts it says why (DOMAIN §7).</summary>
    public static Error CreditCodeDoubtful(CreditCodeWarning warning) => new("credit-code.doubtful", ErrorKind.Invalid, warning);

    /// <summary>Not a mainland mobile number.</summary>
    public static Error PhoneInvalid => new("phone.invalid", ErrorKind.Invalid);
}
