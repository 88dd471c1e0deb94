namespace HallSuite.Domain.Kernel;

/// <summary>One thing that can be allowed. Every operation and every page needs exactly one of them, or says why none.</summary>
public enum Permission
{
    /// <summary>Take a number for a visitor (kiosk, hall manager).</summary>
    TakeTicket,

    /// <summary>Prove who one is: with name and password, or as the first administrator with the one-time token. Anyone may try.</summary>
    SignIn,

    /// <summary>Give one's own place back, with the secret code of the ticket.</summary>
    HoldOwnTicket,

    /// <summary>Rate a service: with the secret code of the ticket, or at the evaluator of a window. No post gives it.</summary>
    GiveRating,

    /// <summary>Call, recall, serve, finish, miss, hold, rejoin and transfer at a window.</summary>
    CallTickets,

    /// <summary>Open, pause and close a window.</summary>
    OperateWindow,

    /// <summary>See the lanes, windows and numbers of a hall.</summary>
    ViewQueue,

    /// <summary>See a visitor's identity in full, with a reason.</summary>
    RevealIdentity,

    /// <summary>Accept a citizen number whose check fails, with a reason.</summary>
    OverrideIdentityCheck,

    /// <summary>Open a case, take papers in, accept, take a withdrawal.</summary>
    TakeInCases,

    /// <summary>Review cases of the own department: take, verify, pass a step.</summary>
    ReviewCases,

    /// <summary>Approve, refuse, send a step back.</summary>
    DecideCases,

    /// <summary>What the head of a department does: give out steps, suspend, resume, extend, terminate.</summary>
    HeadCases,

    /// <summary>Make results out, hand them over, archive.</summary>
    DeliverResults,

    /// <summary>See cases, personal data masked.</summary>
    ViewCases,

    /// <summary>Watch the limits and cards of a hall and those below it.</summary>
    Supervise,

    /// <summary>Open issued documents.</summary>
    ViewDocuments,

    /// <summary>Declare an issued document void, with a reason.</summary>
    VoidDocuments,

    /// <summary>People, posts and their sign-in.</summary>
    ManageStaff,

    /// <summary>Halls, floors, windows, lanes, skills, opening hours.</summary>
    ManageHalls,

    /// <summary>See the catalogue of matters, their standards and the calendar.</summary>
    ViewMatters,

    /// <summary>Import matters, standards and the years of the calendar.</summary>
    ManageMatters,

    /// <summary>Devices and their keys.</summary>
    ManageDevices,

    /// <summary>Read the audit log.</summary>
    ViewAudit,

    /// <summary>Change one's own password and settings.</summary>
    ManageOwnAccount,

    /// <summary>What HallSuite does by itself: jobs, set-up, command line. No post gives it.</summary>
    ActAsSystem,
}
