using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Supervision;

/// <summary>One call by which supervision pressed a department about a yellow card (电话督办, DOMAIN §6). It is never changed.</summary>
public sealed class PhoneCall
{
    public const int WithLength = 50;

    public const int PromiseLength = 500;

    private PhoneCall()
    {
    }

    public PhoneCallId Id { get; private set; }

    public CardId Card { get; private set; }

    public HallId Hall { get; private set; }

    /// <summary>Who called.</summary>
    public StaffId By { get; private set; }

    /// <summary>To whom was spoken.</summary>
    public string With { get; private set; } = "";

    /// <summary>What was promised.</summary>
    public string Promise { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    internal static Result<PhoneCall> Log(PhoneCallId id, Card card, StaffId by, string with, string promise, DateTimeOffset now)
    {
        var (whom, what) = (with.Trim(), promise.Trim());
        if (whom.Length is 0 or > WithLength)
            return SupervisionErrors.CallWithoutPerson(WithLength);
        if (what.Length is 0 or > PromiseLength)
            return SupervisionErrors.CallWithoutPromise(PromiseLength);
        return new PhoneCall { Id = id, Card = card.Id, Hall = card.Hall, By = by, With = whom, Promise = what, At = now };
    }
}
