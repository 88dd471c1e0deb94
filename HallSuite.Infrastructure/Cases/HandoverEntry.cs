using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Privacy;

namespace HallSuite.Infrastructure.Cases;

/// <summary>How a result reaches the applicant, as typed at the counter or reported by a courier.</summary>
/// <param name="Reference">The number of the shipment; empty at a pick-up.</param>
/// <param name="Receiver">The name of who took it; null where the courier's own record says it.</param>
public sealed record HandoverEntry(DeliveryWay Way, string Reference, bool IdentityChecked, string? Receiver = null)
{
    /// <summary>Without who took it.</summary>
    public override string ToString() => $"{Way} {Reference}";

    internal Result<Handover> Seal(PersonalData personal)
    {
        if (string.IsNullOrWhiteSpace(Receiver))
        {
            return new Handover(Way, Reference, IdentityChecked);
        }

        return PersonName.Of(Receiver).TryGet(out var name, out var badName)
            ? new Handover(Way, Reference, IdentityChecked, personal.Seal(name.Text))
            : badName;
    }
}
