namespace HallSuite.Web.Kiosk;

/// <summary>The questions on the way to a number, each on its own page; the number is the one people see.</summary>
public enum KioskStep
{
    Lane = 1,
    Person,
    Priority,
    Ticket,
}

/// <summary>What the steps are called.</summary>
public static class KioskSteps
{
    /// <summary>The key of the word in <c>KioskText.resx</c>.</summary>
    public static string TextKeyOf(KioskStep step) => step switch
    {
        KioskStep.Lane => "Step.Lane",
        KioskStep.Person => "Step.Person",
        KioskStep.Priority => "Step.Priority",
        KioskStep.Ticket => "Step.Ticket",
    };
}
