using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Staffing;

/// <summary>The authority that decides (部门, DOMAIN §1); has matters, staff and an assessment score.</summary>
public sealed class Department : IVersioned
{
    public const int CodeLength = 32;
    public const int NameLength = 100;
    public const int DocumentWordLength = 10;

    private Department()
    {
    }

    public DepartmentId Id { get; private set; }

    /// <summary>Unique in the installation, never changed.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>
    /// Its part of the code word of documents (青澜卫许 in 青澜卫许受〔2026〕31号), unique in the installation; null for a department that issues none.
    /// </summary>
    public string? DocumentWord { get; private set; }

    public long Version { get; private set; }

    /// <param name="codeTaken">Whether another department has this code.</param>
    public static Result<Department> Create(DepartmentId id, string code, string name, string nameEn, bool codeTaken)
    {
        if (code.Length is < 2 or > CodeLength || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return StaffErrors.DepartmentCodeInvalid;
        if (codeTaken)
            return StaffErrors.DepartmentCodeTaken(code);
        var department = new Department { Id = id, Code = code };
        return department.Rename(name, nameEn) is { IsOk: false } refused ? refused.Error : department;
    }

    public Result Rename(string name, string nameEn)
    {
        if (OneLine.Read(name, NameLength) is not { } clean || OneLine.Read(nameEn, NameLength) is not { } cleanEn)
            return StaffErrors.DepartmentNameInvalid;
        (Name, NameEn) = (clean, cleanEn);
        return Result.Ok;
    }

    /// <summary>Sets or, with an empty text, takes away the code word. Documents that have it keep it.</summary>
    /// <param name="taken">Whether another department has this word.</param>
    public Result UseDocumentWord(string word, bool taken)
    {
        var clean = word.Trim();

        // A word in 不 followed by 受 would read as another department's refusal to accept.
        if (clean.Length > DocumentWordLength || !clean.All(char.IsLetter) || clean.EndsWith('不'))
            return StaffErrors.DocumentWordInvalid;
        if (clean.Length > 0 && taken)
            return StaffErrors.DocumentWordTaken(clean);
        DocumentWord = clean.Length == 0 ? null : clean;
        return Result.Ok;
    }
}
