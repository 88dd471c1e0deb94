using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Staffing;

/// <summary>What a post makes of a person (DOMAIN §1).</summary>
public enum Role
{
    /// <summary>窗口人员: tickets and cases of the own hall.</summary>
    WindowClerk,

    /// <summary>审批人员: cases of the own department.</summary>
    Reviewer,

    /// <summary>部门负责人: cases of the own department, extensions.</summary>
    DepartmentHead,

    /// <summary>电子监察人员: clocks and cards of the subtree, personal data masked.</summary>
    Supervisor,

    /// <summary>大厅管理: queue, windows, screens.</summary>
    HallManager,

    /// <summary>咨询员: enquiries.</summary>
    HotlineAgent,

    /// <summary>系统管理员: configuration, no cases.</summary>
    Administrator,

    /// <summary>审计员: the audit log.</summary>
    Auditor,
}

/// <summary>Which role may do what. One table, read by operations, pages and the rail alike.</summary>
public static class RolePermissions
{
    /// <summary>The permissions that a post with this role gives within its hall subtree and department.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => role switch
    {
        Role.WindowClerk =>
        [
            Permission.CallTickets, Permission.OperateWindow, Permission.ViewQueue, Permission.ViewMatters, Permission.RevealIdentity, Permission.ViewCases,
            Permission.TakeInCases, Permission.DeliverResults, Permission.ViewDocuments, Permission.ManageOwnAccount,
        ],
        Role.Reviewer =>
        [
            Permission.ViewQueue, Permission.ViewMatters, Permission.ViewCases, Permission.ReviewCases, Permission.DecideCases, Permission.RevealIdentity,
            Permission.ViewDocuments, Permission.ManageOwnAccount,
        ],
        Role.DepartmentHead =>
        [
            Permission.ViewQueue, Permission.ViewMatters, Permission.ViewCases, Permission.DecideCases, Permission.HeadCases, Permission.RevealIdentity,
            Permission.ViewDocuments, Permission.VoidDocuments, Permission.ManageOwnAccount,
        ],
        Role.Supervisor =>
        [
            Permission.ViewQueue, Permission.ViewMatters, Permission.Supervise, Permission.TakeTicket, Permission.OverrideIdentityCheck, Permission.ManageOwnAccount,
        ],
        Role.HallManager => [Permission.TakeTicket, Permission.OperateWindow, Permission.ViewQueue, Permission.ViewMatters, Permission.ManageOwnAccount],
        Role.HotlineAgent => [Permission.ViewQueue, Permission.ViewMatters, Permission.ManageOwnAccount],
        Role.Administrator =>
        [
            Permission.ManageStaff, Permission.ManageHalls, Permission.ManageDevices, Permission.ManageMatters, Permission.ViewMatters, Permission.ViewQueue,
            Permission.ManageOwnAccount,
        ],
        Role.Auditor => [Permission.ViewAudit, Permission.ManageOwnAccount],
    };
}
