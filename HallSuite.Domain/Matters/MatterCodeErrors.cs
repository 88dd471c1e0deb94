using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Matters;

/// <summary>Refusals about matter codes.</summary>
public static class MatterCodeErrors
{
    /// <summary>A matter code has 31 or 33 characters.</summary>
    public static Error Length => new("matter-code.length", ErrorKind.Invalid, MatterCode.Length, MatterCode.LengthWithSuffix);

    /// <summary>The segments of the code are not of the characters that they must be.</summary>
    public static Error Invalid => new("matter-code.invalid", ErrorKind.Invalid);
}
