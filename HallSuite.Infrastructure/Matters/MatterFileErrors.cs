using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Matters;

/// <summary>Refusals of a file with matters. Columns are named by their first heading.</summary>
public static class MatterFileErrors
{
    /// <summary>The file has headings and nothing else.</summary>
    public static Error NoRows => new("matter-file.no-rows", ErrorKind.Invalid);

    /// <summary>The cell is empty and must not be.</summary>
    public static Error ValueMissing(string column) => new("matter-file.value-missing", ErrorKind.Invalid, column);

    /// <summary>What stands there is none of the words that the column knows.</summary>
    public static Error ValueUnknown(string column, string value) => new("matter-file.value-unknown", ErrorKind.Invalid, column, value);

    /// <summary>What stands there is no whole number.</summary>
    public static Error NumberInvalid(string column, string value) => new("matter-file.number-invalid", ErrorKind.Invalid, column, value);

    /// <summary>An earlier row has the same code; says which.</summary>
    public static Error CodeTwice(string code, int firstRow) => new("matter-file.code-twice", ErrorKind.Invalid, code, firstRow);

    /// <summary>The name of the department cannot be one.</summary>
    public static Error DepartmentInvalid(int longest) => new("matter-file.department-invalid", ErrorKind.Invalid, longest);

    /// <summary>The file has faults, which were told row by row; nothing was changed.</summary>
    public static Error Faulty(int faults) => new("matter-file.faulty", ErrorKind.Invalid, faults);
}
