namespace HallSuite.Web.Kiosk;

/// <summary>The questions on the way to a number, each on its own page; the number is the one people see.</summary>
public enum KioskStep
{
    Lane = 1,
    Person,
    Priority,
    Ticket,
}
