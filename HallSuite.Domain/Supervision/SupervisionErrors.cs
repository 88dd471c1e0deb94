using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Supervision;

/// <summary>Refusals of electronic supervision.</summary>
public static class SupervisionErrors
{
    /// <summary>A number of the card policy lies outside what makes sense; says which one and its bounds.</summary>
    public static Error PolicyOutOfRange(string number, int least, int most) => new("card-policy.out-of-range", ErrorKind.Invalid, number, least, most);
}
