using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Domain.Supervision;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Tests.Operations.Cases;
using Microsoft.EntityFrameworkCore;
using static HallSuite.Tests.Domain.Matters.Standards;

namespace HallSuite.Tests.Operations.Supervision;

/// <summary>Cases whose limit of twenty working days is the only one, and the supervisor who watches them.</summary>
internal static class CardScene
{
    public static Task<CaseOffice> OpenAsync(DatabaseProvider provider, bool withWord = true) =>
        CaseOffice.OpenAsync(provider, Content with { Committed = null }, withWord);

    public static Task<Actor> SupervisorAsync(this CaseOffice office) => office.StaffAsync("supervisor", null, Role.Supervisor);

    /// <summary>Three cases accepted on three days, looked at when the first is red, the second yellow, the third blue: Tuesday 3 November, nine o'clock.</summary>
    public static async Task<(string Red, string Yellow, string Blue)> OneOfEachAsync(this CaseOffice office)
    {
        var numbers = new List<string>();
        foreach (var day in new[] { 28, 29, 30 })
        {
            office.GoTo(new DateOnly(2026, 9, day), 10);
            numbers.Add((await office.FileAsync(await office.AcceptedAsync())).Number);
        }

        office.GoTo(new DateOnly(2026, 11, 3), 9);
        await office.RunAsync("turn-lights");
        return (numbers[0], numbers[1], numbers[2]);
    }

    public static async Task<Card> CardAsync(this CaseOffice office, string number, Light light) => await office.Node.ReadAsync(db => (
        from card in db.Set<Card>().AsNoTracking()
        join c in db.Set<Case>() on card.Case equals c.Id
        where c.Number == number && card.Light == light
        select card).SingleAsync(CaseOffice.Cancel));
}
