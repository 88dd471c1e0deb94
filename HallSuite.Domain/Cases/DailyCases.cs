using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Cases;

/// <summary>
/// The cases of one department in one hall on one local day, counted in the transaction of what happened to them. An event counts on its own day and in the
/// department that decides; nothing that happens later changes an earlier day.
/// </summary>
public sealed class DailyCases : IVersioned
{
    private DailyCases()
    {
    }

    public HallId Hall { get; private set; }

    /// <summary>The local date in the hall's zone.</summary>
    public DateOnly Day { get; private set; }

    public DepartmentId Department { get; private set; }

    public int Received { get; private set; }

    public int Accepted { get; private set; }

    public int Decided { get; private set; }

    public int DecidedInTime { get; private set; }

    public int Delivered { get; private set; }

    public long Version { get; private set; }

    public CaseCounts Counts => new(Received, Accepted, Decided, DecidedInTime, Delivered);

    public static DailyCases Begin(HallId hall, DateOnly day, DepartmentId department) => new() { Hall = hall, Day = day, Department = department };

    public void Count(CaseCounts more) => Take(Counts + more);

    /// <summary>Takes over what a recount says and answers the names of the numbers that differed; nothing differs unless something went wrong.</summary>
    public IReadOnlyList<string> Correct(CaseCounts counted)
    {
        var was = Counts;
        Take(counted);
        return
        [
            .. new[]
            {
                (nameof(Received), was.Received, counted.Received), (nameof(Accepted), was.Accepted, counted.Accepted),
                (nameof(Decided), was.Decided, counted.Decided), (nameof(DecidedInTime), was.DecidedInTime, counted.DecidedInTime),
                (nameof(Delivered), was.Delivered, counted.Delivered),
            }.Where(f => f.Item2 != f.Item3).Select(f => f.Item1),
        ];
    }

    private void Take(CaseCounts counts) =>
        (Received, Accepted, Decided, DecidedInTime, Delivered) = (counts.Received, counts.Accepted, counts.Decided, counts.DecidedInTime, counts.Delivered);
}
