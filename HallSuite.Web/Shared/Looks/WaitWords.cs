using HallSuite.Domain.Queueing;
using HallSuite.Infrastructure.Queueing;

namespace HallSuite.Web.Shared.Looks;

/// <summary>Waits and windows as public pages tell them.</summary>
public static class WaitWords
{
    /// <summary>The range in whole minutes that people are told, rounded outwards: <c>20–30</c>.</summary>
    public static string Minutes(WaitRange wait)
    {
        var (from, to) = Ends(wait);
        return FormattableString.Invariant($"{from}–{to}");
    }

    /// <inheritdoc cref="Minutes"/>
    public static (int From, int To) Ends(WaitRange wait) => new WaitEstimate(wait.P10, wait.P50, wait.P90, NoWindow: false).Range();

    /// <summary>
    /// What someone who comes in now has to expect: the wait of the lane in which the middle one of all waiting people stands, an empty
    /// lane counting as one person. Null while no window is open.
    /// </summary>
    public static WaitRange? Usual(IReadOnlyList<LaneLine> lanes)
    {
        var served = lanes.Where(l => l.OpenWindows > 0).OrderBy(l => l.Wait.P50).ToList();
        var people = served.Sum(Weight);
        var passed = 0;
        return served.Find(l => (passed += Weight(l)) * 2 >= people)?.Wait;

        static int Weight(LaneLine lane) => Math.Max(1, lane.Waiting);
    }

    /// <summary>Numbers as people read them off a wall: <c>3、10–12</c>.</summary>
    /// <param name="separator">Between two runs.</param>
    public static string Runs(IEnumerable<int> numbers, string separator)
    {
        var runs = new List<(int From, int To)>();
        foreach (var number in numbers.Distinct().Order())
        {
            if (runs.Count > 0 && runs[^1].To == number - 1)
            {
                runs[^1] = (runs[^1].From, number);
            }
            else
            {
                runs.Add((number, number));
            }
        }

        return string.Join(separator, runs.Select(r => r.From == r.To ? FormattableString.Invariant($"{r.From}") : FormattableString.Invariant($"{r.From}–{r.To}")));
    }
}
