namespace HallSuite.Domain.Kernel;

/// <summary>One number of a policy, and between what it makes sense.</summary>
/// <param name="Name">The name of its property.</param>
public readonly record struct PolicyNumber(string Name, int Value, int Least, int Most)
{
    public bool MakesSense => Value >= Least && Value <= Most;
}

/// <summary>Numbers by which a hall works and which it can set for itself (DOMAIN: every number marked "policy").</summary>
public interface IPolicy<TSelf> where TSelf : IPolicy<TSelf>
{
    /// <summary>What holds in a hall that set nothing.</summary>
    static abstract TSelf Default { get; }

    IReadOnlyList<PolicyNumber> Numbers();

    /// <summary>Refuses the first number that makes no sense, with its name and bounds.</summary>
    Result Check();
}

public static class PolicyNumbers
{
    /// <summary>The first number that makes no sense; null when all do.</summary>
    public static PolicyNumber? FirstAstray(this IEnumerable<PolicyNumber> numbers)
    {
        foreach (var number in numbers)
        {
            if (!number.MakesSense)
                return number;
        }

        return null;
    }
}
