using HallSuite.Domain.Cases;
using HallSuite.Infrastructure.Cases.Papers;

namespace HallSuite.Web.Features.Cases;

/// <summary>Why somebody is sent away, as it is typed.</summary>
public sealed class NotAcceptDraft
{
    public NotAcceptedGround Ground { get; set; } = NotAcceptedGround.WrongAuthority;

    public string Reason { get; set; } = "";

    public string Authority { get; set; } = "";

    public string Body { get; set; } = "";

    public string Court { get; set; } = "";

    public NotAccepted Why => new(Ground, Reason, Authority);

    public Remedies Remedies => new(Body, Court);
}
