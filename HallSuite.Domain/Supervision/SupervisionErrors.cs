using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Supervision;

/// <summary>Refusals of electronic supervision.</summary>
public static class SupervisionErrors
{
    /// <summary>A number of the card policy lies outside what makes sense; says which one and its bounds.</summary>
    public static Error PolicyOutOfRange(string number, int least, int most) => new("card-policy.out-of-range", ErrorKind.Invalid, number, least, most);

    /// <summary>No such card.</summary>
    public static Error CardUnknown => new("card.unknown", ErrorKind.NotFound);

    /// <summary>The act belongs to a card of another colour; says which.</summary>
    public static Error WrongCard(Light light) => new("card.wrong-colour", ErrorKind.Invalid, light);

    /// <summary>The limit is over, or its last day moved, and so it does not show this light any more.</summary>
    public static Error LightIsOff(Light light) => new("card.light-is-off", ErrorKind.Conflict, light);

    /// <summary>The slip or letter of the card was sent; says its number.</summary>
    public static Error PaperAlreadySent(string number) => new("card.paper-already-sent", ErrorKind.Conflict, number);

    /// <summary>The answer is asked for too early or too late; says the first and the last day.</summary>
    public static Error AnswerByOutOfRange(DateOnly first, DateOnly last) => new("card.answer-by-out-of-range", ErrorKind.Invalid, first, last);

    /// <summary>A call names to whom was spoken, in so many characters.</summary>
    public static Error CallWithoutPerson(int most) => new("phone-call.without-person", ErrorKind.Invalid, most);

    /// <summary>A call says what was promised, in so many characters.</summary>
    public static Error CallWithoutPromise(int most) => new("phone-call.without-promise", ErrorKind.Invalid, most);

    /// <summary>A member of staff answers for a call with their name.</summary>
    public static Error CallNeedsStaff => new("phone-call.needs-staff", ErrorKind.Forbidden);
}
