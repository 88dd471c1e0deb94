using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Staffing;

/// <summary>The rule that a password breaks.</summary>
public enum PasswordRule
{
    /// <summary>10 to 128 characters.</summary>
    Length,

    /// <summary>Not the user name, nor anything around it.</summary>
    UserName,

    /// <summary>Three of: lower case, upper case, digits, anything else.</summary>
    Kinds,

    /// <summary>Not one of those that are tried first.</summary>
    Common,
}

/// <summary>
/// What a password must be (GB/T 22239-2019, 8.1.4.1: complexity of identity authentication): long, of three kinds of characters, and
/// not guessable from the user name or a list.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 128;
    private const int KindsNeeded = 3;

    /// <summary>Words and keyboard runs that fill up the worst passwords; one of these with digits and signs around it is no better.</summary>
    private static readonly string[] Worst =
    [
        "", "password", "passw0rd", "p@ssw0rd", "p@ssword", "pa$$word", "admin", "administrator", "root", "welcome", "letmein", "changeme", "iloveyou",
        "qwerty", "qwertyuiop", "qwert", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "qazwsx", "qazwsxedc", "1qaz2wsx", "1qaz@wsx", "1q2w3e4r", "1q2w3e4r5t",
        "abc", "abcd", "abcdef", "abcdefg", "aa", "a", "test", "guest", "user", "woaini", "wangyi", "zhongguo", "china", "beijing", "shanghai", "hallsuite",
    ];

    /// <summary>Refuses the first rule that the password breaks.</summary>
    public static Result Check(string password, string userName)
    {
        if (password.Length is < Shortest or > Longest)
            return StaffErrors.PasswordTooWeak(PasswordRule.Length);
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
            return StaffErrors.PasswordTooWeak(PasswordRule.UserName);
        if (KindsIn(password) < KindsNeeded)
            return StaffErrors.PasswordTooWeak(PasswordRule.Kinds);
        if (IsCommon(password))
            return StaffErrors.PasswordTooWeak(PasswordRule.Common);
        return Result.Ok;
    }

    private static int KindsIn(string password) =>
        (password.Any(char.IsAsciiLetterLower) ? 1 : 0) + (password.Any(char.IsAsciiLetterUpper) ? 1 : 0) +
        (password.Any(char.IsAsciiDigit) ? 1 : 0) + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);

    private static bool IsCommon(string password)
    {
        var whole = password.ToLowerInvariant();
        string[] bare = [whole, whole.Trim(Padding), whole.TrimStart(Padding), whole.TrimEnd(Padding)];
        return bare.Intersect(Worst).Any();
    }

    private static readonly char[] Padding = [.. "0123456789!@#$%^&*()-_=+.,?~ "];
}
