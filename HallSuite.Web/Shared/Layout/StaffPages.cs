using HallSuite.Domain.Kernel;
using HallSuite.Web.Shared.Controls;

namespace HallSuite.Web.Shared.Layout;

/// <summary>A page of the staff that the rail leads to.</summary>
/// <param name="Needs">Whoever lacks it does not see the page.</param>
/// <param name="Address">The page's address for a hall; pages of the whole installation leave the hall out.</param>
public sealed record StaffPage(string TextKey, IconName Icon, Permission Needs, Func<string?, string> Address);

/// <summary>The pages of the staff in the order of the rail; the first that a person may open is that person's home.</summary>
public static class StaffPages
{
    /// <summary>What waits for a reviewer or the head of a department; the rail counts it.</summary>
    public static StaffPage Worklist { get; } = new("RailWorklist", IconName.Approval, Permission.DecideCases, hall => HallUrls.Worklist(hall));

    public static IReadOnlyList<StaffPage> All { get; } =
    [
        new("RailWindow", IconName.Window, Permission.CallTickets, hall => HallUrls.WindowConsole(hall)),
        new("RailIntake", IconName.Intake, Permission.TakeInCases, hall => HallUrls.Intake(hall)),
        Worklist,
        new("RailCases", IconName.Folder, Permission.ViewCases, hall => HallUrls.Cases(hall)),
        new("RailIssue", IconName.Issued, Permission.DeliverResults, hall => HallUrls.Issue(hall)),
        new("RailSupervision", IconName.Supervision, Permission.Supervise, hall => HallUrls.Supervision(hall)),
        new("RailHall", IconName.Hall, Permission.ViewQueue, hall => HallUrls.HallOverview(hall)),
        new("RailMatters", IconName.Matter, Permission.ViewMatters, _ => HallUrls.AdminMatters),
        new("RailHalls", IconName.Settings, Permission.ManageHalls, _ => HallUrls.AdminHalls),
        new("RailStaff", IconName.People, Permission.ManageStaff, _ => HallUrls.AdminStaff),
        new("RailDevices", IconName.Device, Permission.ManageDevices, _ => HallUrls.AdminDevices),
        new("RailPapers", IconName.Document, Permission.ManageHalls, _ => HallUrls.AdminDocuments()),
        new("RailAudit", IconName.Audit, Permission.ViewAudit, _ => HallUrls.Audit),
    ];

    /// <summary>What a person with these permissions can open.</summary>
    public static IEnumerable<StaffPage> For(IReadOnlySet<Permission> permissions) => All.Where(p => permissions.Contains(p.Needs));
}
