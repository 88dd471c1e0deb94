using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace HallSuite.Web;

/// <summary>Every address of CONTRACT §2 in one place; nobody else puts one together.</summary>
public sealed class HallUrls
{
    public static string Home => "/";

    public static string Login(string? returnTo = null) => returnTo is null ? "/login" : $"/login?returnTo={Uri.EscapeDataString(returnTo)}";

    public const string Health = "/healthz";

    /// <summary>The sign-in page after a session ended by itself; it says so.</summary>
    public static string LoginAgain(string returnTo) => $"{Login(returnTo)}&ended=true";

    /// <summary>Ends the session; takes a POST.</summary>
    public static string Logout => "/logout";

    public static string Setup => "/setup";

    /// <summary>Takes <c>to</c> (a language) and <c>returnTo</c>.</summary>
    public static string Language => "/language";

    /// <summary>Changes the language and goes on to the address.</summary>
    public static string LanguageThen(string language, string returnTo) => $"{Language}?to={language}&returnTo={Uri.EscapeDataString(returnTo)}";

    public static string Account => "/account";

    /// <summary>The own account, which says that the password was changed.</summary>
    public static string AccountChanged => $"{Account}?changed=true";

    /// <summary>The own account, and after the password was changed the address.</summary>
    public static string AccountThen(string returnTo) => $"{Account}?returnTo={Uri.EscapeDataString(returnTo)}";

    /// <summary>What stands in place of a page that is not there, not allowed or failed; the status is put in by the framework.</summary>
    public static string StatusPattern => "/status/{0}";

    public static string Status(int code) => StatusPattern.Replace("{0}", code.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static string WindowConsole(string? hall = null, int? window = null) =>
        window is { } number ? string.Create(CultureInfo.InvariantCulture, $"{WithHall("/window", hall)}{(hall is null ? '?' : '&')}window={number}") : WithHall("/window", hall);

    /// <summary>All windows of a hall to choose from, wherever the clerk sits.</summary>
    public static string ChooseWindow(string? hall) => $"{WithHall("/window", hall)}{(hall is null ? '?' : '&')}choose=true";

    public static string HallOverview(string? hall = null) => WithHall("/hall", hall);

    /// <summary>Taking in without a ticket, and what is being taken in.</summary>
    /// <param name="part">Which list, as the page names it.</param>
    public static string Intake(string? hall = null, string? part = null) => WithQuery("/intake", ("hall", hall), ("part", part));

    /// <summary>Going on with a draft.</summary>
    public static string IntakeOf(string hall, string number) => WithQuery("/intake", ("hall", hall), ("case", number));

    /// <summary>Taking in one matter without a ticket.</summary>
    public static string IntakeMatter(string hall, string matter) => WithQuery("/intake", ("hall", hall), ("matter", matter));

    /// <summary>The console while a matter is taken in for whoever is served there.</summary>
    public static string WindowIntake(string hall, int window, string? matter) =>
        WithQuery("/window", ("hall", hall), ("window", window.ToString(CultureInfo.InvariantCulture)), ("matter", matter));

    /// <summary>One scan of a material, for whoever may see its case.</summary>
    public static string Scan(Domain.Kernel.ScanId scan) => $"/cases/scans/{scan}";

    /// <summary>The cases of a hall.</summary>
    /// <param name="state">As the name of a <see cref="Domain.Cases.CaseState"/>.</param>
    /// <param name="after">Where the page begins, as the page before it said.</param>
    /// <param name="department">Only what this one decides, by its code.</param>
    public static string Cases(
        string? hall = null, string? search = null, string? state = null, string? light = null, string? after = null, string? department = null) =>
        WithQuery("/cases", ("hall", hall), ("q", search), ("state", state), ("light", light), ("department", department), ("after", after));

    /// <summary>One case.</summary>
    /// <param name="act">The act that is prepared there, as the name of a <see cref="Domain.Cases.CaseAct"/>.</param>
    /// <param name="material">The code of the material that is looked at.</param>
    public static string Case(string number, string? act = null, string? material = null) =>
        WithQuery($"/cases/{Uri.EscapeDataString(number)}", ("act", act), ("material", material));

    /// <summary>What somebody has to review or to decide.</summary>
    /// <param name="part">As the name of a <see cref="Infrastructure.Cases.WorklistPart"/>.</param>
    /// <param name="chosen">The number of the case beside the list.</param>
    /// <param name="matter">Only this one's, by its code.</param>
    /// <param name="order">As the name of a <see cref="Infrastructure.Cases.WorklistOrder"/>.</param>
    public static string Worklist(
        string? hall = null, string? part = null, string? light = null, string? after = null, string? chosen = null, string? search = null, string? matter = null,
        string? order = null) =>
        WithQuery("/worklist", ("hall", hall), ("part", part), ("q", search), ("matter", matter), ("light", light), ("order", order), ("after", after), ("case", chosen));

    /// <summary>Making results out and handing them over.</summary>
    /// <param name="part">Which list, as the page names it.</param>
    /// <param name="chosen">The number of the case beside the list.</param>
    public static string Issue(string? hall = null, string? part = null, string? search = null, string? after = null, string? chosen = null) =>
        WithQuery("/issue", ("hall", hall), ("part", part), ("q", search), ("after", after), ("case", chosen));

    /// <summary>The limits and cards of a hall and of those below it.</summary>
    /// <param name="light">Only these, as the name of a <see cref="Domain.Cases.Light"/>.</param>
    /// <param name="department">Only this one's, by its code.</param>
    /// <param name="after">Where the page begins, as the page before it said.</param>
    /// <param name="chosen">The number of the case beside the list.</param>
    /// <param name="limit">Which limit of that case; the one that presses most, without.</param>
    public static string Supervision(string? hall = null, string? light = null, string? department = null, string? after = null, string? chosen = null, int? limit = null) =>
        WithQuery(
            "/supervision", ("hall", hall), ("light", light), ("department", department), ("after", after), ("case", chosen), ("limit", limit?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The signed slip or letter of a card, for supervisors.</summary>
    public static string CardPaper(Domain.Kernel.CardId card) => $"/supervision/cards/{card}/paper";

    /// <summary>How far a case is, for whoever holds its receipt.</summary>
    public static string Progress(string number, string? key = null) => WithQuery($"/portal/case/{Uri.EscapeDataString(number)}", ("key", key));

    /// <summary>Where a case is looked up by number and key.</summary>
    public static string ProgressSearch => "/portal/case";

    public static string AdminStaff => "/admin/staff";

    /// <summary>The list of people.</summary>
    /// <param name="role">Only these, as the name of a <see cref="Domain.Staffing.Role"/>.</param>
    /// <param name="after">The user name after which the page begins.</param>
    /// <param name="person">The id of the one beside the list, or <see cref="New"/>.</param>
    public static string AdminStaffOf(string? search, string? role = null, bool inactive = false, string? after = null, string? person = null) =>
        WithQuery(AdminStaff, ("q", search), ("role", role), ("inactive", inactive ? "true" : null), ("after", after), ("person", person));

    /// <param name="department">The code of the one beside the list, or <see cref="New"/>.</param>
    public static string AdminDepartments(string? department = null) => WithQuery("/admin/departments", ("department", department));

    public static string AdminDevices => "/admin/devices";

    /// <summary>One hall's devices.</summary>
    /// <param name="kind">Only these, as the name of a <see cref="Domain.Hall.DeviceKind"/>.</param>
    /// <param name="device">The id of the one beside the list, or <see cref="New"/>.</param>
    public static string AdminDevicesOf(string hall, string? kind = null, bool revoked = false, string? device = null) =>
        WithQuery(AdminDevices, ("hall", hall), ("kind", kind), ("revoked", revoked ? "true" : null), ("device", device));

    public static string AdminMatters => "/admin/matters";

    /// <summary>The catalogue.</summary>
    /// <param name="department">Only this one's, by its code.</param>
    /// <param name="after">The matter code after which the page begins.</param>
    /// <param name="matter">The code of the one beside the list.</param>
    public static string AdminMattersOf(string? search, string? department = null, string? after = null, string? matter = null) =>
        WithQuery(AdminMatters, ("q", search), ("department", department), ("after", after), ("matter", matter));

    public static string AdminMatterImport => "/admin/matters/import";

    public static string AdminCalendar => "/admin/calendar";

    /// <summary>One year of the calendar.</summary>
    /// <param name="import">Whether the import stands beside it, in place of the counting.</param>
    public static string AdminCalendarOf(int year, bool import = false) =>
        WithQuery(AdminCalendar, ("year", year.ToString(CultureInfo.InvariantCulture)), ("import", import ? "true" : null));

    /// <summary>One year, and when a limit ends.</summary>
    /// <param name="from">As <c>2026-09-28</c>.</param>
    /// <param name="unit">Null for working days, or <c>calendar</c>.</param>
    public static string AdminCalendarDue(int year, string? from, string? days, string? unit) =>
        WithQuery(AdminCalendar, ("year", year.ToString(CultureInfo.InvariantCulture)), ("from", from), ("days", days), ("unit", unit));

    public static string AdminHalls => "/admin/halls";

    /// <summary>The halls whose name or code holds a text.</summary>
    public static string AdminHallsLike(string? search) => WithQuery(AdminHalls, ("q", search));

    /// <summary>The form for a new hall beside the list.</summary>
    /// <param name="parent">The code of the hall above it.</param>
    public static string AdminNewHall(string? parent = null) => WithQuery(AdminHalls, ("hall", New), ("parent", parent));

    /// <summary>A hall's set-up.</summary>
    /// <param name="tab">general (without), hours, lanes, windows or policy.</param>
    public static string AdminHall(string hall, string? tab = null) => WithQuery($"/admin/halls/{Uri.EscapeDataString(hall)}", ("tab", tab));

    /// <param name="floor">A number, or <see cref="New"/>.</param>
    public static string AdminFloor(string hall, string floor) => WithQuery(AdminHall(hall), ("floor", floor));

    /// <param name="lane">A prefix, or <see cref="New"/>.</param>
    public static string AdminLane(string hall, string lane) => WithQuery(AdminHall(hall, "lanes"), ("lane", lane));

    /// <param name="window">A number, or <see cref="New"/>.</param>
    public static string AdminWindow(string hall, string window) => WithQuery(AdminHall(hall, "windows"), ("window", window));

    /// <summary>In place of a name in an address: the form for a new one.</summary>
    public const string New = "new";

    /// <summary>What the papers of a hall look like.</summary>
    /// <param name="kind">The one that is shown, as the name of a <see cref="Domain.Documents.DocumentKind"/>.</param>
    /// <param name="view">pdf (without), or page.</param>
    public static string AdminDocuments(string? kind = null, string? view = null) => WithQuery("/admin/documents", ("kind", kind), ("view", view));

    /// <summary>The sample of one kind of paper, as a PDF.</summary>
    public static string PaperSample(string kind, bool download = false) => WithQuery($"/admin/documents/{Uri.EscapeDataString(kind)}/sample", ("download", download ? "true" : null));

    public static string Audit => "/audit";

    /// <param name="day">As <c>2026-09-28</c>.</param>
    /// <param name="operation">The name of an operation.</param>
    /// <param name="person">A user name.</param>
    /// <param name="hall">A hall's code.</param>
    /// <param name="after">Where the page begins, as the page before it said.</param>
    public static string AuditOf(string? day, string? operation = null, string? person = null, string? hall = null, string? after = null) =>
        WithQuery(Audit, ("day", day), ("operation", operation), ("person", person), ("hall", hall), ("after", after));

    public static string Kiosk(string hall) => $"/kiosk/{Uri.EscapeDataString(hall)}";

    /// <summary>The kiosk's next steps. What the visitor says travels in forms, never in an address.</summary>
    public static string KioskLane(string hall) => $"{Kiosk(hall)}/lane";

    public static string KioskPerson(string hall) => $"{Kiosk(hall)}/person";

    public static string KioskPriority(string hall) => $"{Kiosk(hall)}/priority";

    public static string KioskHeld(string hall) => $"{Kiosk(hall)}/held";

    public static string KioskTicket(string hall) => $"{Kiosk(hall)}/ticket";

    public static string KioskHelp(string hall) => $"{Kiosk(hall)}/help";

    /// <summary>Forgets the visitor and goes to the start page.</summary>
    public static string KioskEnd(string hall) => $"{Kiosk(hall)}/end";

    /// <summary>Forgets the visitor and goes on to the choice of the lane.</summary>
    public static string KioskAgain(string hall) => $"{Kiosk(hall)}/again";

    public static string BigScreen(string hall) => $"/screen/{Uri.EscapeDataString(hall)}";

    public static string QueueScreen(string hall) => $"/screen/{Uri.EscapeDataString(hall)}/queue";

    public static string WindowScreen(string hall, int number) => string.Create(CultureInfo.InvariantCulture, $"/screen/{Uri.EscapeDataString(hall)}/window/{number}");

    /// <summary>The tablet at a window that asks visitors how it was.</summary>
    /// <param name="language">Null for the language of the device.</param>
    public static string Evaluator(string hall, int number, string? language = null) =>
        WithQuery(string.Create(CultureInfo.InvariantCulture, $"/evaluator/{Uri.EscapeDataString(hall)}/window/{number}"), ("lang", language));

    /// <summary>Asks for the reason of a low grade.</summary>
    /// <param name="grade">As the name of a <see cref="Domain.Evaluation.Grade"/>.</param>
    public static string EvaluatorWhy(string hall, int number, string grade, Guid ticket, string? language = null) =>
        WithQuery($"{Evaluator(hall, number)}/why", ("grade", grade), ("ticket", ticket.ToString()), ("lang", language));

    public static string Ticket(string code) => $"/portal/ticket/{Uri.EscapeDataString(code)}";

    public static string Portal => "/portal";

    /// <summary>Tells anyone whether a printed document is genuine.</summary>
    public static string Verify(string code) => $"/verify/{Uri.EscapeDataString(code)}";

    /// <summary>The signed file of a document, for staff.</summary>
    public static string DocumentFile(Domain.Kernel.DocumentId document) => $"/documents/{document}/file";

    /// <summary>The part of the visitor's page that changes, for its script.</summary>
    public static string TicketState(string code) => $"{Ticket(code)}/state";

    /// <summary>The ticket on 80 mm, as a PDF.</summary>
    public static string TicketPaper(string code) => $"{Ticket(code)}/paper";

    /// <summary>Asks the visitor whether to give the place back.</summary>
    public static string TicketGiveBack(string code) => $"{Ticket(code)}/give-back";

    /// <summary>Where the visitor rates the service.</summary>
    public static string TicketRate(string code) => $"{Ticket(code)}/rate";

    /// <summary>An address of this site to go back to; home when it is none, so that nobody is led elsewhere by a forged link.</summary>
    public static string LocalOrHome(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl) ? address : Home;

    /// <summary>The same page in a hall; what it had chosen in another one means nothing there.</summary>
    public static string InHall(string path, string hall) => WithHall(path, hall);

    /// <summary>The address by which the browser of a device signs in once; the key then becomes a cookie.</summary>
    public static string WithKey(string path, string key) => WithQuery(path, ("key", key));

    private static string WithQuery(string path, params (string Name, string? Value)[] query) =>
        QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => KeyValuePair.Create(q.Name, q.Value)));

    private static string WithHall(string path, string? hall) => hall is null ? path : $"{path}?hall={Uri.EscapeDataString(hall)}";
}
