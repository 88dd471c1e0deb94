using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Matters;

/// <summary>What the catalogue tells about a matter besides its standard.</summary>
/// <param name="Theme">The heading under which people look for it; empty for none.</param>
/// <param name="Objects">Whom it serves, at least one kind.</param>
/// <param name="Visits">How often an applicant must come (办理到场次数), 0 for not at all.</param>
/// <param name="Online">Whether it can be applied for from afar.</param>
/// <param name="Booking">Whether a time can be booked for it.</param>
/// <param name="Courier">Whether the result can be sent.</param>
/// <param name="Place">Where it is done; empty for the hall.</param>
public sealed record MatterDetails(
    string Name, string Theme, IReadOnlyList<ApplicantKind> Objects, int Visits, bool Online, bool Booking, bool Courier, string Place = "")
{
    public const int MostVisits = 20;
}

/// <summary>An administrative service in the catalogue (事项, DOMAIN §1), under one code everywhere. Nothing is deleted; a matter is taken out of use.</summary>
public sealed class Matter : IVersioned
{
    public const int CodeLength = 33;
    public const int NameLength = 200;
    public const int ThemeLength = 100;
    public const int PlaceLength = 300;

    private Matter()
    {
    }

    public MatterId Id { get; private set; }

    /// <summary>The implementation code of 31 or 33 characters; unique, never changed.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Never changed: what is another thing in law is another matter.</summary>
    public MatterKind Kind { get; private set; }

    /// <summary>Who decides.</summary>
    public DepartmentId Department { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What a search finds it by.</summary>
    public string SearchKey { get; private set; } = "";

    public string Theme { get; private set; } = "";

    public IReadOnlyList<ApplicantKind> Objects { get; private set; } = [];

    public int Visits { get; private set; }

    public bool Online { get; private set; }

    public bool Booking { get; private set; }

    public bool Courier { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Whether it can be applied for. What was begun is finished all the same.</summary>
    public bool Active { get; private set; }

    public long Version { get; private set; }

    /// <param name="codeTaken">Whether another matter has this code.</param>
    public static Result<Matter> Create(MatterId id, MatterCode code, MatterKind kind, DepartmentId department, MatterDetails details, bool codeTaken)
    {
        if (codeTaken)
            return MatterErrors.CodeTaken(code.Text);
        var matter = new Matter { Id = id, Code = code.Text, Kind = kind, Department = department, Active = true };
        return matter.Describe(details) is { IsOk: false } refused ? refused.Error : matter;
    }

    public Result Describe(MatterDetails details)
    {
        if (OneLine.Read(details.Name, NameLength) is not { } name)
            return MatterErrors.NameInvalid;
        if (OneLine.ReadOptional(details.Theme, ThemeLength) is not { } theme || OneLine.ReadOptional(details.Place, PlaceLength) is not { } place)
            return MatterErrors.TextInvalid(PlaceLength);
        if (details.Objects.Count == 0)
            return MatterErrors.ServesNobody;
        if (details.Visits is < 0 or > MatterDetails.MostVisits)
            return MatterErrors.VisitsInvalid(MatterDetails.MostVisits);
        (Name, Theme, Place, Visits, SearchKey) = (name, theme, place, details.Visits, MatterSearch.KeyOf(name, Code));
        (Online, Booking, Courier) = (details.Online, details.Booking, details.Courier);
        Objects = [.. details.Objects.Distinct().Order()];
        return Result.Ok;
    }

    /// <summary>Whether describing it so would change nothing.</summary>
    public bool IsDescribedBy(MatterDetails details) =>
        (Name, Theme, Place, Visits) == (details.Name.Trim(), details.Theme.Trim(), details.Place.Trim(), details.Visits)
        && (Online, Booking, Courier) == (details.Online, details.Booking, details.Courier)
        && Objects.SequenceEqual(details.Objects.Distinct().Order());

    public bool Serves(ApplicantKind kind) => Objects.Contains(kind);

    /// <summary>Takes it out of use for new applications.</summary>
    public Result Deactivate()
    {
        if (!Active)
            return MatterErrors.WrongState(Active);
        Active = false;
        return Result.Ok;
    }

    public Result Reactivate()
    {
        if (Active)
            return MatterErrors.WrongState(Active);
        Active = true;
        return Result.Ok;
    }
}
