using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>Through whose hands a case went: whoever took it in neither reviews nor decides it, and nobody reviews and decides it (DOMAIN §3, rule 8).</summary>
/// <param name="Reviewed">Who passed a step or verified on site, also when the step was returned later.</param>
public sealed record Hands(IReadOnlyList<StaffId> TookIn, IReadOnlyList<StaffId> Reviewed, StaffId? Decided)
{
    public static Hands None { get; } = new([], [], null);

    public Error? ToTakeIn(StaffId who) => Reviewed.Contains(who) || Decided == who ? CaseErrors.ReviewedIt : null;

    public Error? ToReview(StaffId who) => TookIn.Contains(who) ? CaseErrors.TookItIn : null;

    public Error? ToDecide(StaffId who) => TookIn.Contains(who) ? CaseErrors.TookItIn : Reviewed.Contains(who) ? CaseErrors.ReviewedIt : null;

    public Hands TakenInBy(StaffId who) => TookIn.Contains(who) ? this : this with { TookIn = [.. TookIn, who] };

    public Hands ReviewedBy(params IEnumerable<StaffId> who) => this with { Reviewed = [.. Reviewed.Union(who)] };

    public Hands DecidedBy(StaffId who) => this with { Decided = who };
}
