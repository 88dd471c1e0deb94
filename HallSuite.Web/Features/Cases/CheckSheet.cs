using HallSuite.Domain.Cases;
using HallSuite.Domain.Matters;

namespace HallSuite.Web.Features.Cases;

/// <summary>What follows from the checks so far.</summary>
public enum CheckOutcome
{
    /// <summary>Some materials were not looked at, or something about them is not said yet.</summary>
    Unfinished,

    /// <summary>Everything is in order.</summary>
    Complete,

    /// <summary>What lacks is secondary and promised for a day.</summary>
    Tolerable,

    /// <summary>Something lacks that cannot follow.</summary>
    Lacking,
}

/// <summary>How somebody judges a material, in the four words of the counter.</summary>
public enum Judgement
{
    Sound,
    Faulty,
    Missing,

    /// <summary>It is not there and promised (容缺).</summary>
    Promised,

    /// <summary>Its circumstance does not apply.</summary>
    NotNeeded,
}

/// <summary>One material on the sheet, and what was found.</summary>
public sealed class CheckRow(MaterialRequirement asked)
{
    public MaterialRequirement Asked { get; } = asked;

    public Judgement? What { get; set; }

    /// <summary>What is wrong with a faulty one.</summary>
    public string Note { get; set; } = "";

    /// <summary>The day for which a missing one is promised.</summary>
    public DateOnly? PromisedBy { get; set; }

    /// <summary>The judgements that its row offers, the same four in every row so that a hand finds them blind.</summary>
    public IEnumerable<Judgement> Choices(bool mayPromise) => Enum.GetValues<Judgement>().Where(j => j switch
    {
        Judgement.Sound or Judgement.Faulty or Judgement.Missing => true,
        Judgement.Promised => mayPromise,
        Judgement.NotNeeded => Asked.Need == MaterialNeed.InCircumstance,
    });

    /// <summary>Whether the judgement can be made of it: only what is secondary can follow later (DOMAIN §3, rule 4).</summary>
    public bool Allows(Judgement what) => what != Judgement.Promised || Asked.Weight == MaterialWeight.Secondary;

    /// <summary>Whether all is said that the judgement asks for.</summary>
    public bool IsSaid => What is { } what && what switch
    {
        Judgement.Faulty => Note.Trim().Length > 0,
        Judgement.Promised => PromisedBy is not null,
        Judgement.Sound or Judgement.Missing or Judgement.NotNeeded => true,
    };

    public Finding Finding => new(Asked.Code, FoundAs, What == Judgement.Faulty ? Note.Trim() : "");

    private MaterialFinding FoundAs => What is not { } what ? MaterialFinding.Unchecked : what switch
    {
        Judgement.Sound => MaterialFinding.Sound,
        Judgement.Faulty => MaterialFinding.Faulty,
        Judgement.Missing or Judgement.Promised => MaterialFinding.Missing,
        Judgement.NotNeeded => MaterialFinding.NotNeeded,
    };
}

/// <summary>
/// The sheet on which materials are checked at the counter: one row for each that the standard asks for, and the row where the keyboard is. What follows
/// from it is told, never decided here: the case itself refuses what does not fit.
/// </summary>
public sealed class CheckSheet(IEnumerable<MaterialRequirement> asked)
{
    public IReadOnlyList<CheckRow> Rows { get; } = [.. asked.Select(a => new CheckRow(a))];

    /// <summary>The row that the keys act on.</summary>
    public int Current { get; private set; }

    public CheckRow? CurrentRow => Rows.Count > 0 ? Rows[Current] : null;

    public int Count(Judgement what) => Rows.Count(r => r.What == what);

    public int Unsaid => Rows.Count(r => !r.IsSaid);

    public bool IsTouched => Rows.Any(r => r.What is not null);

    public CheckOutcome Outcome =>
        Unsaid > 0 ? CheckOutcome.Unfinished
        : Rows.Any(r => r.What is Judgement.Faulty or Judgement.Missing) ? CheckOutcome.Lacking
        : Rows.Any(r => r.What == Judgement.Promised) ? CheckOutcome.Tolerable : CheckOutcome.Complete;

    public IReadOnlyList<Finding> Findings => [.. Rows.Select(r => r.Finding)];

    /// <summary>Of those that were looked at, for acts that are about some materials only.</summary>
    public IReadOnlyList<Finding> FindingsMade => [.. Rows.Where(r => r.What is not null).Select(r => r.Finding)];

    public IReadOnlyList<MaterialPromise> Promises =>
        [.. Rows.Where(r => r is { What: Judgement.Promised, PromisedBy: not null }).Select(r => new MaterialPromise(r.Asked.Code, r.PromisedBy!.Value))];

    public void GoTo(int row) => Current = Math.Clamp(row, 0, Math.Max(0, Rows.Count - 1));

    /// <summary>Judges the row, and goes on to the next one that was not looked at unless something has to be said about this one.</summary>
    public void Judge(int row, Judgement what)
    {
        GoTo(row);
        Rows[row].What = what;
        if (Rows[row].IsSaid && Enumerable.Range(row + 1, Rows.Count - row - 1).Cast<int?>().FirstOrDefault(i => Rows[i!.Value].What is null) is { } next)
        {
            GoTo(next);
        }
    }

    /// <summary>What a supplement notice would ask for: everything that lacks, with what is wrong.</summary>
    /// <param name="hand">What is asked for where a material is not there at all.</param>
    public IReadOnlyList<SupplementItem> Items(Func<string, string> hand) =>
        [.. Rows.Where(r => r.What is Judgement.Faulty or Judgement.Missing or Judgement.Promised)
            .Select(r => new SupplementItem(r.Asked.Code, r.What == Judgement.Faulty ? r.Note.Trim() : hand(r.Asked.Name)))];
}
