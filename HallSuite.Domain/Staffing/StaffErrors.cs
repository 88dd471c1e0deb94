using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Staffing;

/// <summary>Refusals about people, their sign-in, posts and departments.</summary>
public static class StaffErrors
{
    public static Error Unknown => new("staff.unknown", ErrorKind.NotFound);

    public static Error UserNameTaken => new("staff.user-name-taken", ErrorKind.Conflict);

    /// <summary>A user name is 3 to 32 of a–z, 0–9, dot, hyphen and underscore, and begins with a letter.</summary>
    public static Error UserNameInvalid => new("staff.user-name-invalid", ErrorKind.Invalid, StaffMember.ShortestUserName, StaffMember.UserNameLength);

    public static Error NameInvalid => new("staff.name-invalid", ErrorKind.Invalid, StaffMember.NameLength);

    /// <summary>Unknown user name or wrong password; which of the two is not told.</summary>
    public static Error WrongPassword => new("staff.wrong-password", ErrorKind.Forbidden);

    /// <summary>Too many wrong passwords; says for how many minutes.</summary>
    public static Error Locked(int minutes) => new("staff.locked", ErrorKind.Forbidden, minutes);

    public static Error Inactive => new("staff.inactive", ErrorKind.Forbidden);

    /// <summary>The person is already active or inactive.</summary>
    public static Error WrongState(bool active) => new("staff.wrong-state", ErrorKind.Conflict, active);

    /// <summary>Nobody takes the own access away: an installation without anyone who can undo it would be the end of it.</summary>
    public static Error NotOneself => new("staff.not-oneself", ErrorKind.Conflict);

    /// <summary>Somebody must be able to give posts to others.</summary>
    public static Error LastAdministrator => new("staff.last-administrator", ErrorKind.Conflict);

    /// <summary>The installation is set up: it has an administrator, and the one-time token is spent.</summary>
    public static Error AlreadySetUp => new("setup.already-done", ErrorKind.NotFound);

    /// <summary>Not the token that the console shows.</summary>
    public static Error SetUpTokenWrong => new("setup.token-wrong", ErrorKind.Forbidden);

    /// <summary>The present password, asked for as proof, is wrong.</summary>
    public static Error CurrentPasswordWrong => new("password.current-wrong", ErrorKind.Forbidden);

    /// <summary>Says the rule that the password breaks.</summary>
    public static Error PasswordTooWeak(PasswordRule rule) => new("password.too-weak", ErrorKind.Invalid, rule);

    /// <summary>The password was given by an administrator; the person changes it before anything else.</summary>
    public static Error PasswordMustBeChanged => new("password.must-be-changed", ErrorKind.Forbidden);

    public static Error PasswordSame => new("password.same", ErrorKind.Invalid);

    public static Error PostUnknown => new("post.unknown", ErrorKind.NotFound);

    /// <summary>Reviewers and department heads work for a department.</summary>
    public static Error PostNeedsDepartment(Role role) => new("post.needs-department", ErrorKind.Invalid, role);

    /// <summary>The post would end before it begins.</summary>
    public static Error PostPeriodInvalid => new("post.period-invalid", ErrorKind.Invalid);

    public static Error PostAlreadyEnded => new("post.already-ended", ErrorKind.Conflict);

    public static Error DepartmentUnknown => new("department.unknown", ErrorKind.NotFound);

    /// <summary>A code is 2 to 32 characters of a–z, A–Z, 0–9 and hyphen.</summary>
    public static Error DepartmentCodeInvalid => new("department.code-invalid", ErrorKind.Invalid);

    public static Error DepartmentCodeTaken(string code) => new("department.code-taken", ErrorKind.Conflict, code);

    /// <summary>A code word is up to ten letters or characters and does not end in 不.</summary>
    public static Error DocumentWordInvalid => new("department.word-invalid", ErrorKind.Invalid, Department.DocumentWordLength);

    public static Error DocumentWordTaken(string word) => new("department.word-taken", ErrorKind.Conflict, word);

    public static Error DepartmentNameInvalid => new("department.name-invalid", ErrorKind.Invalid, Department.NameLength);
}
