using System.Globalization;
using HallSuite.Domain.Kernel;
using Microsoft.Extensions.Localization;

namespace HallSuite.Web.Text;

/// <summary>The languages of the shell. Chinese is the neutral language of every .resx file.</summary>
public static class Languages
{
    public const string Default = "zh-CN";
    public const string English = "en";

    public static string[] All { get; } = [Default, English];
}

// One marker a .resx pair in this folder; pages inject IStringLocalizer<…> of their own area and of Shell.

/// <summary>Rail, top bar, connection state, words that every page uses.</summary>
public sealed class Shell;

/// <summary>Text of every error code.</summary>
public sealed class Errors;

/// <summary>Text of every member of every enum that people see, as <c>Type.Member</c>.</summary>
public sealed class Enums;

/// <summary>The clerk's console and the hall overview.</summary>
public sealed class ConsoleText;

/// <summary>Wall displays.</summary>
public sealed class ScreenText;

/// <summary>The kiosk.</summary>
public sealed class KioskText;

/// <summary>Public pages.</summary>
public sealed class PortalText;

/// <summary>Ratings: the evaluator at a window, and what its clerk sees of them.</summary>
public sealed class EvaluationText;

/// <summary>Administration: halls, devices, staff.</summary>
public sealed class AdminText;

/// <summary>Matters, their standards and their import; the calendar.</summary>
public sealed class CatalogueText;

/// <summary>Cases: intake, lists, the page of a case, limits and their explanation.</summary>
public sealed class CaseText;

/// <summary>The reviewers' worklist and the list of cases.</summary>
public sealed class WorklistText;

/// <summary>Electronic supervision: lights, cards and what follows from them.</summary>
public sealed class SupervisionText;

/// <summary>Making results out, telling, handing over, archiving: the desk and the forms of these acts.</summary>
public sealed class IssueText;

/// <summary>Sign-in, set-up, own account, audit.</summary>
public sealed class AccountText;

/// <summary>Turns a refusal into a sentence in the language of whoever asked.</summary>
public sealed class ErrorTexts(IStringLocalizer<Errors> texts, EnumTexts enums)
{
    public string Of(Error error)
    {
        var arguments = error.Arguments.Select(a => a is Enum value ? enums.Of(value) : a).ToArray();
        var text = texts[error.Code];
        return text.ResourceNotFound ? error.Code : string.Format(CultureInfo.CurrentCulture, text.Value, arguments);
    }
}

/// <summary>The word for an enum member in the language of whoever reads it.</summary>
public sealed class EnumTexts(IStringLocalizer<Enums> texts)
{
    public string Of(Enum value) => texts[$"{value.GetType().Name}.{value}"].Value;
}
