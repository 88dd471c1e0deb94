using HallSuite.Domain.Hall;
using HallSuite.Domain.Queueing;
using Microsoft.EntityFrameworkCore;

namespace HallSuite.Tests.TestKit;

/// <summary>The sample hall on the web with its devices, and visitors who walk up to its kiosk.</summary>
public sealed class KioskScene : IAsyncDisposable
{
    public const string Citizen = "11010519491231002X";
    public const string WrongCheckDigit = "110105194912310021";
    public const string Name = "古丽·买买提";

    private readonly List<PageVisitor> visitors = [];

    private KioskScene(HallWeb web, SampleHall sample) => (Web, Sample) = (web, sample);

    public HallWeb Web { get; }

    public SampleHall Sample { get; }

    public static async Task<KioskScene> OpenAsync(Action<SampleHall>? setUp = null, Dictionary<string, string?>? settings = null)
    {
        var web = await HallWeb.CreateAsync(settings: settings);
        var sample = new SampleHall(TestHall.Start);
        setUp?.Invoke(sample);
        await web.SeedAsync([.. sample.Entities, .. SampleDevices.Of(sample)]);
        return new KioskScene(web, sample);
    }

    /// <summary>A kiosk at its start page.</summary>
    public async Task<PageVisitor> KioskAsync()
    {
        var kiosk = Anyone();
        return await kiosk.OpenAsync($"/kiosk/sample?key={SampleDevices.KeyOf(DeviceKind.Kiosk)}");
    }

    /// <summary>Someone with a browser of their own.</summary>
    public PageVisitor Anyone()
    {
        var visitor = new PageVisitor(Web);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A kiosk at the question who the visitor is.</summary>
    public async Task<PageVisitor> AtPersonAsync(string lane = "A")
    {
        var kiosk = await KioskAsync();
        await kiosk.FollowAsync(".kiosk-act-primary");
        await kiosk.PressAsync($"button[name=lane][value={lane}]");
        return kiosk;
    }

    /// <summary>A kiosk at the last question, one press before the ticket.</summary>
    public async Task<PageVisitor> AtPriorityAsync(string lane = "A", string idNumber = Citizen, string name = Name)
    {
        var kiosk = await AtPersonAsync(lane);
        await kiosk.PressAsync(".kiosk-btn-primary", ("idNumber", idNumber), ("name", name));
        Assert.Equal("/kiosk/sample/priority", kiosk.Path);
        return kiosk;
    }

    /// <summary>A kiosk that shows a ticket.</summary>
    public async Task<PageVisitor> AtTicketAsync(string lane = "A", string idNumber = Citizen, string name = Name)
    {
        var kiosk = await AtPriorityAsync(lane, idNumber, name);
        await kiosk.PressAsync("button[value=None]");
        Assert.Equal("/kiosk/sample/ticket", kiosk.Path);
        return kiosk;
    }

    public Task<List<Ticket>> TicketsAsync() =>
        Web.ReadAsync(db => db.Set<Ticket>().AsNoTracking().OrderBy(t => t.Sequence).ToListAsync(TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
        {
            visitor.Dispose();
        }

        await Web.DisposeAsync();
    }
}
