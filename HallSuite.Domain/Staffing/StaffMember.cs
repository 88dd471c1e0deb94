using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Staffing;

/// <summary>A person who works with HallSuite. What they may do comes from their posts; nobody is deleted, only made inactive.</summary>
public sealed class StaffMember : IVersioned
{
    public const int ShortestUserName = 3;
    public const int UserNameLength = 32;
    public const int NameLength = 100;

    private StaffMember()
    {
    }

    public StaffId Id { get; private set; }

    /// <summary>What they sign in with; lower case, unique, never changed.</summary>
    public string UserName { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>An inactive person cannot sign in and holds no permission.</summary>
    public bool Active { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public long Version { get; private set; }

    /// <param name="userNameTaken">Whether someone has this user name, in whatever case.</param>
    public static Result<StaffMember> Hire(StaffId id, string userName, string name, bool userNameTaken, DateTimeOffset now)
    {
        var sign = userName.Trim().ToLowerInvariant();
        if (!IsUserName(sign))
            return StaffErrors.UserNameInvalid;
        if (userNameTaken)
            return StaffErrors.UserNameTaken;
        var member = new StaffMember { Id = id, UserName = sign, Active = true, CreatedAt = now };
        return member.Rename(name) is { IsOk: false } refused ? refused.Error : member;
    }

    public Result Rename(string name)
    {
        if (OneLine.Read(name, NameLength) is not { } clean)
            return StaffErrors.NameInvalid;
        Name = clean;
        return Result.Ok;
    }

    public Result Deactivate()
    {
        if (!Active)
            return StaffErrors.WrongState(Active);
        Active = false;
        return Result.Ok;
    }

    public Result Reactivate()
    {
        if (Active)
            return StaffErrors.WrongState(Active);
        Active = true;
        return Result.Ok;
    }

    private static bool IsUserName(string text) =>
        text.Length is >= ShortestUserName and <= UserNameLength && char.IsAsciiLetterLower(text[0]) &&
        text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
}
