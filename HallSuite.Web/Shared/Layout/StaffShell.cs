using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Staffing;

namespace HallSuite.Web.Shared.Layout;

/// <summary>What the staff layout knows and hands to its pages: who is here, and which of the person's halls is looked at.</summary>
/// <param name="Preferred">The hall looked at last in this browser, if it is still one of the person's; else the first one.</param>
public sealed record StaffShell(Me Me, HallEntry? Preferred)
{
    /// <summary>The person's hall with this code; null for another's or none.</summary>
    public HallEntry? HallOf(string? code) => Me.Halls.FirstOrDefault(h => h.Code == code);

    public bool May(Permission permission) => Me.May(permission);

    /// <summary>The pages that the rail shows.</summary>
    public IEnumerable<StaffPage> Pages => StaffPages.For(Me.Permissions);
}
